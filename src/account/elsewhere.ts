import type { ApiObject } from '../model/api-object.ts';
import { text } from '../model/ecs/read.ts';
import type { Kind } from '../model/kind.ts';
import { arnOf } from './arn.ts';
import type { Estate } from './gather.ts';
import { isPlaceholder } from './gather.ts';
import { clusterOf } from './links.ts';

/** Services, tasks and container instances that were read and are outside the chosen part. */
export interface Elsewhere {
  /** Where they are: `cluster demo in eu-west-1`. */
  readonly where: string;
  readonly names: readonly string[];
}

const nouns: Partial<Readonly<Record<Kind, string>>> = {
  'ecs-service': 'service',
  'ecs-task': 'task',
  'ecs-container-instance': 'container instance',
};

/** What there is besides the chosen objects, by cluster. */
export function elsewhereOf(estate: Estate, chosen: readonly ApiObject[]): readonly Elsewhere[] {
  const drawn = new Set(chosen.map(({ id }) => id));
  const others = [...estate.values()].filter(
    (object) => nouns[object.kind] !== undefined && !drawn.has(object.id) && !isPlaceholder(object),
  );
  return [...Map.groupBy(others, whereOf)].map(([where, those]) => ({ where, names: those.map(nameOf) }));
}

function whereOf(object: ApiObject): string {
  const cluster = arnOf(clusterOf(object))?.path.at(-1);
  return `${cluster === undefined ? 'outside a known cluster' : `cluster ${cluster}`} in ${arnOf(object.id)?.region ?? 'an unknown Region'}`;
}

const nameOf = ({ id, kind, body }: ApiObject): string =>
  `${nouns[kind] ?? kind} ${text(body, 'ec2InstanceId') ?? text(body, 'serviceName') ?? arnOf(id)?.path.at(-1) ?? id}`;
