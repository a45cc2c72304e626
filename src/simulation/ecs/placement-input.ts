import type { Json, JsonObject } from '../../model/json.ts';
import { parseClusterQuery } from './cluster-query.ts';
import { textOf } from './find.ts';
import type { ServiceBody } from './objects.ts';
import { lookOf } from './placement-order.ts';

/** The most steps that a placement strategy may have. */
const STEPS_AT_MOST = 5;

type Placement = Pick<ServiceBody, 'placementStrategy' | 'placementConstraints'>;
type Step = NonNullable<ServiceBody['placementStrategy']>[number];

type Constraint = NonNullable<ServiceBody['placementConstraints']>[number];

const types = ['random', 'spread', 'binpack'] as const;

function stepOf(value: JsonObject): Step | undefined {
  const type = types.find((one) => one === value['type']);
  const field = textOf(value['field']);
  const step = type === undefined ? undefined : { type, ...(field === undefined ? {} : { field }) };
  return step === undefined || lookOf(step) === undefined ? undefined : step;
}

function constraintOf({ type, expression }: JsonObject): Constraint | undefined {
  if (type === 'distinctInstance') return { type };
  const query = textOf(expression);
  return type === 'memberOf' && query !== undefined && parseClusterQuery(query) !== undefined ? { type, expression: query } : undefined;
}

const listOf = (value: Json | undefined): readonly JsonObject[] | undefined =>
  Array.isArray(value) ? (value as readonly JsonObject[]) : undefined;

/** Where a call wants the tasks of a service to be; fields that it does not name stay. A list that is not understood is the error. */
export function placementInput(input: JsonObject): Placement | string {
  const { placementStrategy, placementConstraints } = input;
  const steps = listOf(placementStrategy)?.map(stepOf);
  if (placementStrategy !== undefined && (steps === undefined || steps.includes(undefined))) {
    return 'placementStrategy must be a list of random, spread (attribute:ecs.availability-zone, instanceId) and binpack (cpu, memory).';
  }
  if (steps !== undefined && steps.length > STEPS_AT_MOST) return `A placement strategy has at most ${STEPS_AT_MOST} steps.`;
  const constraints = listOf(placementConstraints)?.map(constraintOf);
  if (placementConstraints !== undefined && (constraints === undefined || constraints.includes(undefined))) {
    return 'placementConstraints must be a list of distinctInstance and memberOf, the latter with an expression over attribute: and ec2InstanceId.';
  }
  return {
    ...(steps === undefined ? {} : { placementStrategy: steps.filter((step) => step !== undefined) }),
    ...(constraints === undefined ? {} : { placementConstraints: constraints.filter((one) => one !== undefined) }),
  };
}
