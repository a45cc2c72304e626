import { send } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import type { Member } from './census.ts';
import type { Deed } from './deed.ts';
import { withFailure } from './deployments.ts';
import type { DeploymentBody, ServiceBody } from './objects.ts';
import type { RollingState, Standing } from './rolling-plan.ts';
import { tasksToStop } from './rolling-plan.ts';
import { serviceEvents } from './service-events.ts';
import { stopCauseOf } from './stop-cause.ts';
import { chooseTasksToStop } from './stop-order.ts';
import { TASKS_PER_PASS } from './timings.ts';

/** What came of the wish to stop tasks. */
export interface Stopped extends Deed {
  readonly stopped: readonly Member[];
  /** With the failed health checks counted. */
  readonly deployments: readonly DeploymentBody[];
  /** Whether some must wait for another pass. */
  readonly more: boolean;
}

/** Stops the tasks that the rules allow, the unhealthy first and of each standing those of older deployments first. */
export function stopTasks(world: World, service: ServiceBody, members: readonly Member[], state: RollingState): Stopped {
  const leaving = membersToStop(world, service, members, state);
  const stopped = leaving.slice(0, TASKS_PER_PASS);
  const causes = stopped.map((member) => ({ ...member, ...stopCauseOf(world, service, member) }));
  const running = stopped.filter(({ task }) => task.lastStatus === 'RUNNING').map(({ task }) => task.taskArn);
  return {
    stopped,
    more: leaving.length > stopped.length,
    deployments: stopped.reduce(
      (deployments, { task, standing }) => (standing === 'unhealthy' ? withFailure(deployments, task.startedBy) : deployments),
      service.deployments,
    ),
    effects: causes.map(({ task, stopCode, stoppedReason }) =>
      send(task.taskArn, { type: 'task.stop', cause: { stopCode, stoppedReason } }, `stop task: ${stoppedReason}`),
    ),
    said: [
      ...causes.flatMap(({ said }) => said),
      ...serviceEvents.stoppedRunning(running),
      ...serviceEvents.stoppedPending(stopped.length - running.length),
    ],
  };
}

function membersToStop(world: World, service: ServiceBody, members: readonly Member[], state: RollingState): readonly Member[] {
  const allowed = tasksToStop(state);
  const chosen = (side: 'current' | 'outdated', standing: Standing): readonly Member[] => {
    const count = allowed[side][standing];
    if (count === 0) return [];
    const candidates = members.filter((member) => member.side === side && member.standing === standing);
    const tasks = candidates.map(({ task }) => task);
    const leaving = new Set(chooseTasksToStop(world, service, tasks, count));
    return candidates.filter(({ task }) => leaving.has(task));
  };
  return (['unhealthy', 'settling', 'healthy'] as const).flatMap((standing) => [
    ...chosen('outdated', standing),
    ...chosen('current', standing),
  ]);
}
