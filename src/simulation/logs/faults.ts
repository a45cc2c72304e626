import type { FaultRule } from '../engine/domain.ts';
import { end, remove, send } from '../engine/effect.ts';
import { ownedBy } from '../engine/world.ts';
import { logDriverId } from '../ecs/log-driver.ts';
import { taskOf } from '../ecs/objects.ts';
import { shortName } from '../ecs/task-events.ts';
import { newLogGroup } from './log-group-machine.ts';

/** What may break between a container and its log stream. */
export const logFaults = {
  /** No network path leads to CloudWatch Logs. */
  'logs-unreachable': {
    text: (_group, on) => (on ? 'cut the path to CloudWatch Logs' : 'open the path to CloudWatch Logs again'),
    effects: () => [],
  },

  /** Somebody deletes the log group with all its streams; the repair makes an empty one. */
  'log-group-deleted': {
    text: (_group, on) => (on ? 'delete the log group' : 'create the log group again'),
    effects: (group, on, world) =>
      on ? [...[...ownedBy(world, group)].map(({ id }) => remove(id)), remove(group), end(group)] : newLogGroup(world, group),
  },

  /** The application of a task logs as at LOG_LEVEL=debug. */
  'noisy-application': {
    text: (task, on) => (on ? `let ${shortName(task)} log everything` : `let ${shortName(task)} log as before`),
    effects: (task, _on, world) =>
      (taskOf(world, task)?.containers ?? []).map(({ containerArn }) =>
        send(logDriverId(containerArn), { type: 'rate.changed' }, 'the log level changes'),
      ),
  },
} satisfies Readonly<Record<string, FaultRule>>;
