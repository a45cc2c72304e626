import type { Id, JsonObject } from '../json.ts';
import type { Projected } from '../project.ts';
import { containerDefinitionId } from './container-definition.ts';
import { clause, count, defined, object, objects, scopeOf, text } from './read.ts';

/** The task that a container is in, and its place there. */
interface Place {
  readonly task: Id;
  readonly definition: Id | undefined;
  readonly order: number;
}

const known = new WeakMap<JsonObject, Projected>();

/** A container of a task. The same JSON gives the same resource: most changes of a task leave most of its containers as they are. */
export function projectContainer(container: JsonObject, place: Place): Projected {
  const before = known.get(container);
  if (before !== undefined) return before;
  const projected = projectedOf(container, place);
  known.set(container, projected);
  return projected;
}

/** The ARN of a container is missing in old outputs, and then its place in the task stands for it. */
function projectedOf(container: JsonObject, { task, definition, order }: Place): Projected {
  const stated = text(container, 'name');
  const name = stated ?? `container ${order + 1}`;
  const exitCode = count(container, 'exitCode');
  const image = text(container, 'image');
  const address = text(object({ first: objects(container, 'networkInterfaces')[0] ?? {} }, 'first'), 'privateIpv4Address');
  const [cpu, memory] = [count(container, 'cpu'), count(container, 'memory')];
  const uses: Projected['relations'] =
    definition === undefined || stated === undefined ? [] : [{ to: containerDefinitionId(definition, stated), kind: 'uses' }];
  return {
    resource: {
      id: text(container, 'containerArn') ?? `${task}/${name}`,
      kind: 'ecs-container',
      name,
      scope: scopeOf(task),
      status: text(container, 'lastStatus') ?? '',
      order,
      ...defined({ text: text(container, 'reason'), health: text(container, 'healthStatus') }),
      details: defined({ image, exitCode, cpu, memory, address, clause: clauseOf(container, exitCode) }),
    },
    relations: [{ to: task, kind: 'part-of' }, ...uses],
  };
}

/** The health of one that runs; the exit code of one that has stopped, and the name of the error that its reason begins with. */
function clauseOf(container: JsonObject, exitCode: number | undefined): string | undefined {
  const [status, health] = [text(container, 'lastStatus'), text(container, 'healthStatus')];
  if (status === 'STOPPED') {
    const error = /^\w+(?=: )/.exec(text(container, 'reason') ?? '')?.[0];
    return clause(exitCode === undefined ? undefined : `exited ${exitCode}`, error);
  }
  return status === 'RUNNING' && health !== 'UNKNOWN' ? health?.toLowerCase() : undefined;
}
