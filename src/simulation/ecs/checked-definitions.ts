import type { Id } from '../../model/json.ts';
import type { World } from '../engine/world.ts';
import type { TaskDefinitionBody } from './objects.ts';
import { taskDefinitionOf } from './objects.ts';

/** Whether any essential container of a definition has a health check. */
export const isChecked = (definition: TaskDefinitionBody | undefined): boolean =>
  definition?.containerDefinitions.some(({ essential = true, healthCheck }) => essential && healthCheck !== undefined) ?? false;

/** Answers the same of the definition of an ARN: the many tasks of one are answered from one look at it. */
export function checkedDefinitions(world: World): (definition: Id) => boolean {
  const known = new Map<Id, boolean>();
  return (id) => {
    const answer = known.get(id) ?? isChecked(taskDefinitionOf(world, id));
    known.set(id, answer);
    return answer;
  };
}
