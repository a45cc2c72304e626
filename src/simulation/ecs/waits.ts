import type { AnyMachineSnapshot } from 'xstate';
import type { Id } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import type { Wait } from '../../model/resource.ts';
import type { World } from '../engine/world.ts';
import { targetGroupOf } from '../network/objects.ts';
import { deregistrationDelayOf } from '../network/target-group-machine.ts';
import type { TargetContext } from '../network/target-machine.ts';
import { serviceOfTask } from './arns.ts';
import { primaryOf } from './deployments.ts';
import { instanceOf, serviceOf, taskOf } from './objects.ts';
import type { SchedulerMemory } from './scheduler-memory.ts';
import type { TaskContext } from './task-events.ts';
import { registeredTarget } from './task-target.ts';

/** Every code that something of this domain waits for, by kind; each has its words in `content/states/`. */
export const ecsWaitCodes: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  'ecs-service': ['restart-throttle', 'capacity', 'spot-capacity', 'limits', 'rollout', 'steady-state'],
  'ecs-task': [
    'network-interface',
    'agent',
    'image-pull',
    'container-start',
    'container-order',
    'target-registration',
    'connection-draining',
    'process-end',
    'interface-removal',
  ],
  'ecs-container': ['container-dependency', 'image-pull', 'process-start', 'work', 'first-check', 'sigterm', 'sigkill'],
  'ecs-container-instance': ['registration', 'agent-connection', 'termination', 'tasks-to-leave'],
  'elbv2-target': ['registration', 'first-check', 'failing-checks', 'passing-checks', 'draining'],
};

const idOf = (snapshot: AnyMachineSnapshot): Id => (snapshot.context as { readonly id: Id }).id; // every machine of this domain keeps its id

/** After so many seconds the last container of a task gets SIGKILL. */
function longestStop(snapshot: AnyMachineSnapshot): number {
  const { containers } = snapshot.context as TaskContext; // the context of the task machine
  return Math.max(...Object.values(containers).map(({ stopTimeout }) => stopTimeout)) / 1000;
}

/** What a task waits for in its present status, the next thing first. */
export function taskWaits(snapshot: AnyMachineSnapshot, world: World): readonly Wait[] {
  const task = taskOf(world, idOf(snapshot));
  if (task === undefined) return [];
  const host = task.containerInstanceArn === undefined ? {} : { on: task.containerInstanceArn };
  const image = task.containers[0]?.image.split('/').at(-1) ?? '';
  switch (task.lastStatus) {
    case 'PROVISIONING':
      return [{ code: 'network-interface' }];
    case 'PENDING':
      return [{ code: 'agent', ...host }];
    case 'ACTIVATING': {
      const registration: Wait = { code: 'target-registration' };
      if (snapshot.matches({ ACTIVATING: 'registering' })) return [registration];
      const start: Wait = { code: 'container-start', values: { image } };
      const order: readonly Wait[] = task.containers.length > 1 ? [{ code: 'container-order' }] : [];
      const last = serviceOfTask(task) === undefined ? [] : [registration];
      return task.pullStoppedAt === undefined
        ? [{ code: 'image-pull', values: { image } }, start, ...order, ...last]
        : [start, ...order, ...last];
    }
    case 'DEACTIVATING': {
      const on = registeredTarget(world, task);
      return [{ code: 'connection-draining', ...(on === undefined ? {} : { on }) }];
    }
    case 'STOPPING':
      return [{ code: 'process-end', values: { seconds: longestStop(snapshot) } }];
    case 'DEPROVISIONING':
      return [{ code: 'interface-removal' }];
    default:
      return [];
  }
}

/** What the scheduler of a service waits for. */
export function serviceWaits(snapshot: AnyMachineSnapshot, world: World): readonly Wait[] {
  const service = serviceOf(world, idOf(snapshot));
  if (service === undefined) return [];
  const { memory } = snapshot.context as { readonly memory: SchedulerMemory }; // the context of the service machine
  const waits: Wait[] = [];
  const { retryAt } = memory;
  if (retryAt !== undefined && retryAt > world.time)
    waits.push({ code: 'restart-throttle', until: retryAt, values: { failures: memory.startFailures } });
  if (memory.noPlace !== undefined) waits.push({ code: memory.noPlace.waitsFor });
  if (memory.blocked) waits.push({ code: 'limits' });
  const healthy = { healthy: memory.healthy, desired: service.desiredCount };
  if (primaryOf(service)?.rolloutState === 'IN_PROGRESS') waits.push({ code: 'rollout', values: healthy });
  else if (!memory.steady) waits.push({ code: 'steady-state', values: healthy });
  return waits;
}

/** What a container instance waits for. */
export function instanceWaits(snapshot: AnyMachineSnapshot, world: World): readonly Wait[] {
  const instance = instanceOf(world, idOf(snapshot));
  if (instance === undefined) return [];
  if (snapshot.matches('REGISTERING')) return [{ code: 'registration' }];
  if (snapshot.matches({ ACTIVE: 'unreachable' }) || snapshot.matches({ DRAINING: 'unreachable' })) return [{ code: 'agent-connection' }];
  if (snapshot.matches({ ACTIVE: 'disconnected' }) || snapshot.matches({ DRAINING: 'disconnected' })) return [{ code: 'termination' }];
  const tasks = instance.runningTasksCount + instance.pendingTasksCount;
  return snapshot.matches('DRAINING') && tasks > 0 ? [{ code: 'tasks-to-leave', values: { tasks } }] : [];
}

/** What a target waits for: so many checks of its target group. */
export function targetWaits(snapshot: AnyMachineSnapshot, world: World): readonly Wait[] {
  const { group: groupId, inARow, everHealthy } = snapshot.context as TargetContext; // the context of the target machine
  const group = targetGroupOf(world, groupId);
  if (group === undefined) return [];
  const interval = group.HealthCheckIntervalSeconds;
  if (snapshot.matches({ initial: 'registering' })) return [{ code: 'registration' }];
  if (snapshot.matches({ initial: 'checking' })) return [{ code: 'first-check', values: { interval } }];
  if (snapshot.matches('draining')) return [{ code: 'draining', values: { seconds: deregistrationDelayOf(world, groupId) / 1000 } }];
  if (snapshot.matches({ healthy: 'failing' }) || snapshot.matches({ initial: 'failing' })) {
    return [{ code: 'failing-checks', values: { failed: inARow, threshold: group.UnhealthyThresholdCount, interval } }];
  }
  if (snapshot.matches('unhealthy')) {
    return [{ code: 'passing-checks', values: { passed: inARow, threshold: everHealthy ? group.HealthyThresholdCount : 1, interval } }];
  }
  return [];
}
