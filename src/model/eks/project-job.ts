import type { ApiObject } from '../api-object.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Projected } from '../project.ts';
import { nameOf, ownedBy, scopeOf } from './kubernetes-scope.ts';
import { at, conditionIn, listAt, numberAt, present, textAt } from './read.ts';

/** The conditions that give a Job its word, the strongest first. */
const telling = ['Complete', 'Failed', 'FailureTarget', 'SuccessCriteriaMet'] as const;

/** The condition that says how a Job stands; undefined for one that runs or is suspended. */
const standing = (body: JsonObject): Json | undefined =>
  telling.map((type) => conditionIn(body, type)).find((condition) => textAt(condition, 'status') === 'True');

/** A Job, in the word that `kubectl get jobs` prints under STATUS. */
export function projectJob(object: ApiObject): readonly Projected[] {
  const { body } = object;
  const condition = standing(body);
  const otherwise = at(body, 'spec', 'suspend') === true ? 'Suspended' : 'Running';
  const count = (field: string): number => numberAt(body, 'status', field) ?? 0;
  const [succeeded, failed] = [count('succeeded'), count('failed')];
  const completions = numberAt(body, 'spec', 'completions');
  const done = completions === undefined ? `${succeeded} done` : `${succeeded} of ${completions} done`;
  const reason = textAt(condition, 'reason');
  const resource = {
    id: object.id,
    kind: 'k8s-job' as const,
    name: nameOf(object),
    scope: scopeOf(object),
    status: textAt(condition, 'type') ?? otherwise,
    ...present({
      reason: reason === '' ? undefined : reason,
      text: textAt(condition, 'message'),
      since: textAt(condition, 'lastTransitionTime') ?? textAt(body, 'status', 'startTime'),
      createdAt: textAt(body, 'metadata', 'creationTimestamp'),
    }),
    details: {
      clause: failed === 0 ? done : `${done}, ${failed} failed`,
      succeeded,
      failed,
      active: count('active'),
      ...present({
        completions,
        parallelism: numberAt(body, 'spec', 'parallelism'),
        backoffLimit: numberAt(body, 'spec', 'backoffLimit'),
        completionMode: textAt(body, 'spec', 'completionMode'),
        completedIndexes: textAt(body, 'status', 'completedIndexes'),
        image: textAt(listAt(body, 'spec', 'template', 'spec', 'containers')[0], 'image'),
      }),
    },
  };
  return [{ resource, relations: ownedBy(object) }];
}
