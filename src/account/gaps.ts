import type { ApiObject } from '../model/api-object.ts';
import { count, text } from '../model/ecs/read.ts';
import type { Kind } from '../model/kind.ts';
import { isPlaceholder } from './gather.ts';

interface Words {
  readonly noun: string;
  /** What prints such things. */
  readonly command: string;
}

const words: Partial<Readonly<Record<Kind, Words>>> = {
  'ecs-cluster': { noun: 'cluster', command: 'aws ecs describe-clusters' },
  'ecs-service': { noun: 'service', command: 'aws ecs describe-services' },
  'ecs-task-definition': { noun: 'task definition', command: 'aws ecs describe-task-definition' },
  'ecs-container-instance': { noun: 'container instance', command: 'aws ecs describe-container-instances' },
  'elbv2-load-balancer': { noun: 'load balancer', command: 'aws elbv2 describe-load-balancers' },
  'elbv2-target-group': { noun: 'target group', command: 'aws elbv2 describe-target-groups' },
  'logs-log-group': { noun: 'log group', command: 'aws logs describe-log-groups' },
  'logs-log-stream': { noun: 'log stream', command: 'aws logs describe-log-streams' },
  'elbv2-target': { noun: 'target', command: 'aws elbv2 describe-target-health' },
};

/** What the chosen part of an account lacks, in sentences that name the command to add. */
export function gapsOf(objects: readonly ApiObject[]): readonly string[] {
  const missing = countedByKind(
    objects.filter(isPlaceholder),
    (counted, { command }) => `${counted} named but not described; add the output of ${command}.`,
  );
  return [...uncounted(objects), ...missing];
}

/** What was read and has no box in a diagram of these kinds. */
export const undrawnOf = (objects: readonly ApiObject[], kinds: ReadonlySet<Kind>): readonly string[] =>
  countedByKind(
    objects.filter((object) => !kinds.has(object.kind) && !isPlaceholder(object)),
    (counted) => `${counted} read, for which this diagram has no box; the panels of what uses them name them.`,
  );

const countedByKind = (objects: readonly ApiObject[], sentence: (counted: string, words: Words) => string): readonly string[] =>
  [...Map.groupBy(objects, ({ kind }) => kind)].map(([kind, { length }]) => {
    const known = words[kind] ?? { noun: kind, command: 'the command that describes it' };
    return sentence(`${length} ${known.noun}${length === 1 ? '' : 's'}`, known);
  });

/** A service without its tasks shows its counts, and says so. */
function uncounted(objects: readonly ApiObject[]): readonly string[] {
  const known = objects.filter(({ kind, body }) => kind === 'ecs-task' && text(body, 'lastStatus') !== 'STOPPED').length;
  return objects
    .filter((object) => object.kind === 'ecs-service' && !isPlaceholder(object))
    .flatMap(({ body }) => {
      const running = count(body, 'runningCount') ?? 0;
      const pending = count(body, 'pendingCount') ?? 0;
      if (running + pending <= known) return [];
      const name = text(body, 'serviceName') ?? 'The service';
      return `${name} counts ${running} running and ${pending} pending tasks, of which ${known} are in the files; add the output of aws ecs describe-tasks.`;
    });
}
