import type { Id } from '../../model/json.ts';
import { lastPart } from './arns.ts';

/** How many events of a service ECS keeps. */
export const EVENTS_KEPT = 100;

const names = (tasks: readonly Id[]): string => tasks.map((task) => `(task ${lastPart(task)})`).join(' ');

/** Names at most ten tasks in one event. */
function inTens(tasks: readonly Id[], say: (ten: readonly Id[]) => string): readonly string[] {
  const events: string[] = [];
  for (let from = 0; from < tasks.length; from += 10) events.push(say(tasks.slice(from, from + 10)));
  return events;
}

/** What a service says in its events, in the wording of AWS; each line begins with `(service name)`. */
export const serviceEvents = {
  started: (tasks: readonly Id[], replaced: number): readonly string[] =>
    inTens(tasks, (ten) => {
      const because = replaced === 0 ? '' : ` Amazon ECS replaced ${Math.min(replaced, ten.length)} tasks due to an unhealthy status.`;
      return `has started ${ten.length} tasks: ${names(ten)}.${because}`;
    }),
  stoppedRunning: (tasks: readonly Id[]): readonly string[] =>
    inTens(tasks, (ten) => `has stopped ${ten.length} running tasks: ${names(ten)}.`),
  stoppedPending: (count: number): readonly string[] => (count === 0 ? [] : [`stopped ${count} pending tasks.`]),
  registered: (count: number, group: Id): readonly string[] =>
    count === 0 ? [] : [`registered ${count} targets in (target-group ${group})`],
  deregistered: (count: number, group: Id): readonly string[] =>
    count === 0 ? [] : [`deregistered ${count} targets in (target-group ${group})`, `has begun draining connections on ${count} tasks.`],
  unhealthyTarget: (task: Id, port: number, group: Id, reason: string): string =>
    `(task ${lastPart(task)}) (port ${port}) is unhealthy in (target-group ${group}) due to (reason ${reason}).`,
  failedContainerChecks: (task: Id): string => `(task ${lastPart(task)}) failed container health checks.`,
  impaired: 'is unable to consistently start tasks successfully.',
  blocked:
    'was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
  completed: (deployment: string): string => `(deployment ${deployment}) deployment completed.`,
  failed: (deployment: string): string => `(deployment ${deployment}) deployment failed: tasks failed to start.`,
  rollingBack: (deployment: string): string => `rolling back to deployment ${deployment}.`,
  steady: 'has reached a steady state.',
} as const;
