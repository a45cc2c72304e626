import type { ApiObject } from '../model/api-object.ts';
import { count, text } from '../model/ecs/read.ts';
import type { Kind } from '../model/kind.ts';
import { isPlaceholder } from './gather.ts';

const described: Partial<Readonly<Record<Kind, readonly [what: string, command: string]>>> = {
  'ecs-cluster': ['cluster', 'aws ecs describe-clusters'],
  'ecs-service': ['service', 'aws ecs describe-services'],
  'ecs-task-definition': ['task definition', 'aws ecs describe-task-definition'],
  'ecs-container-instance': ['container instance', 'aws ecs describe-container-instances'],
  'elbv2-target-group': ['target group', 'aws elbv2 describe-target-groups'],
  'elbv2-load-balancer': ['load balancer', 'aws elbv2 describe-load-balancers'],
};

/** What the chosen part of an account lacks, in sentences that name the command to add. */
export function gapsOf(objects: readonly ApiObject[]): readonly string[] {
  const missing = [...Map.groupBy(objects.filter(isPlaceholder), ({ kind }) => kind)].flatMap(([kind, those]) => {
    const [what, command] = described[kind] ?? [];
    return what === undefined
      ? []
      : `${those.length} ${what}${those.length === 1 ? '' : 's'} named but not described; add the output of ${command}.`;
  });
  return [...uncounted(objects), ...missing];
}

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
