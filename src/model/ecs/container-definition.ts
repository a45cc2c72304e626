import type { Id, JsonObject } from '../json.ts';
import type { Projected } from '../project.ts';
import { clause, count, defined, object, objects, scopeOf, text } from './read.ts';

/** The id of a container of a task definition: the definition's ARN, and the name of the container. */
export const containerDefinitionId = (definition: Id, name: string): Id => `${definition}/${name}`;

const seconds = (value: number | undefined): string | undefined => (value === undefined ? undefined : `${value} s`);

/** What a task definition says of one container. AWS prints no status for it; whether it is essential decides what its end means. */
export function projectContainerDefinition(container: JsonObject, definition: Id, order: number): Projected {
  const name = text(container, 'name') ?? `container ${order + 1}`;
  const essential = container['essential'] !== false;
  const waits = objects(container, 'dependsOn').map((one) => clauseOf(one));
  const { interval, retries } = object(container, 'healthCheck');
  const restarts = object(container, 'restartPolicy');
  return {
    resource: {
      id: containerDefinitionId(definition, name),
      kind: 'ecs-container-definition',
      name,
      scope: scopeOf(definition.replace(/\/.*$/, '')),
      status: essential ? 'essential' : 'not essential',
      order,
      details: defined({
        clause: clause(...waits.map((wait) => `after ${wait}`)),
        fields: defined({
          image: text(container, 'image'),
          essential: String(essential),
          dependsOn: clause(...waits),
          healthCheck: typeof interval === 'number' && typeof retries === 'number' ? `every ${interval} s, ${retries} retries` : undefined,
          startTimeout: seconds(count(container, 'startTimeout')),
          stopTimeout: seconds(count(container, 'stopTimeout')),
          restartPolicy: restarts['enabled'] === true ? clause('enabled', seconds(count(restarts, 'restartAttemptPeriod'))) : undefined,
        }),
      }),
    },
    relations: [{ to: definition, kind: 'part-of' }],
  };
}

/** A dependency in words: `init SUCCESS`. */
const clauseOf = (dependency: JsonObject): string => `${text(dependency, 'containerName') ?? ''} ${text(dependency, 'condition') ?? ''}`;
