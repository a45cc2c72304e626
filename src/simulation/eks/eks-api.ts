import type { ApiCall, Reply } from '../../model/api-call.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Answer, Api } from '../engine/domain.ts';
import type { World } from '../engine/world.ts';

/** One operation of the EKS API. */
export type Operation = (world: World, input: JsonObject) => Answer;

/** A refusal in the shape of the EKS API. */
export const refusal = (type: string, message: string): Reply => ({ ok: false, body: { __type: type, message } });

/** The EKS API with some operations. */
export const eksApi =
  (operations: Readonly<Record<string, Operation>>): Api =>
  (call: ApiCall, world: World): Answer => {
    const operation = call.api === 'eks' ? operations[call.operation] : undefined;
    if (call.api !== 'eks' || operation === undefined) throw new Error('The EKS API was asked for something that it does not offer here.');
    return operation(world, call.input);
  };
