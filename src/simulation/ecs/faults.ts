import type { Id } from '../../model/json.ts';
import type { FaultRule } from '../engine/domain.ts';
import type { Effect } from '../engine/effect.ts';
import { patch, remind, send } from '../engine/effect.ts';
import type { MachineEvent } from '../engine/event-queue.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';
import { targetOf } from '../network/objects.ts';
import { timesOut } from '../network/target-health.ts';
import { taskAt } from '../network/target-machine.ts';
import { appFailure } from './app-failure.ts';
import { lastPart } from './arns.ts';
import { successorOf } from './new-instance.ts';
import { instanceOf, taskOf } from './objects.ts';
import { giveBack, takeAllCpu } from './reserved-capacity.ts';
import { toCallers } from './task-registries.ts';
import { registeredTarget } from './task-target.ts';
import { tasksOn } from './tasks-on.ts';

const shortTask = (id: Id): string => `task ${lastPart(id).slice(0, 3)}`;
const ec2Name = (world: World, id: Id): string => instanceOf(world, id)?.ec2InstanceId ?? lastPart(id);

/** Tells the target of a task, where it has one. */
function toTarget<Event extends MachineEvent>(world: World, taskArn: Id, event: Event, text: string): readonly Effect[] {
  const task = taskOf(world, taskArn);
  const target = task && registeredTarget(world, task);
  return target === undefined ? [] : [send(target, event, text)];
}

/** Tells the container that a fault is aimed at, or every container of a task. */
function toContainers<Event extends MachineEvent>(world: World, id: Id, event: Event, text: string): readonly Effect[] {
  if (world.actors.get(id)?.behaviour === 'ecs-container') return [remind(event, 0)];
  return (taskOf(world, id)?.containers ?? []).map(({ containerArn }) => send(containerArn, event, text));
}

/** What a task meets checks with from now on; without a group, what it does by itself. */
function checkEvent(world: World, task: Id, group?: Id) {
  const failure = appFailure(world, task, group);
  return failure === undefined ? { type: 'app.recovered' } : { type: 'app.broke', failure };
}

/** Tells the containers of a task and its target that the application answers differently. */
function appChanged(world: World, id: Id, text: string): readonly Effect[] {
  const task = taskOf(world, id);
  const target = task && registeredTarget(world, task);
  const group = target === undefined ? undefined : targetOf(world, target)?.TargetGroupArn;
  return [
    ...toContainers(world, id, checkEvent(world, id), text),
    ...(target === undefined || group === undefined ? [] : [send(target, checkEvent(world, id, group), text)]),
    ...(task === undefined ? [] : toCallers(world, task, text)),
  ];
}

function* instancesOf(world: World, cluster: Id) {
  for (const { id } of ownedBy(world, cluster)) {
    const instance = instanceOf(world, id);
    if (instance !== undefined) yield instance;
  }
}

/** What may break in the ECS world. Each has an end: see `tests/simulation/ecs/faults.test.ts`. */
export const ecsFaults = {
  /** New tasks of a service cannot pull their image: the registry does not answer. */
  'image-pull-fails': {
    text: (_service, on) => (on ? 'let image pulls fail' : 'let image pulls work again'),
    effects: () => [],
  },

  /** The process of a task's containers exits with an error, once. */
  'container-exits': {
    text: (task, on) => (on ? `let the container of ${shortTask(task)} exit` : `forget the exit of ${shortTask(task)}`),
    effects: (task, on, world) => (on ? toContainers(world, task, { type: 'process.exited', exitCode: 1 }, 'the process exits') : []),
  },

  /** The application of a task answers 503 to requests and health checks. */
  'health-check-fails': {
    text: (task, on) => (on ? `let ${shortTask(task)} fail its health checks` : `let ${shortTask(task)} answer again`),
    effects: (task, on, world) => appChanged(world, task, `${shortTask(task)} ${on ? 'answers 503' : 'answers again'}`),
  },

  /** The process of a task runs on but answers nothing. */
  'process-hangs': {
    text: (task, on) => (on ? `let ${shortTask(task)} hang` : `let ${shortTask(task)} go on`),
    effects: (task, on, world) => appChanged(world, task, `${shortTask(task)} ${on ? 'answers nothing' : 'answers again'}`),
  },

  /** The health check of a target group asks for a path that no task has; requests are answered as before. */
  'check-path-wrong': {
    text: (_group, on) => (on ? 'let the health check ask for a path that does not exist' : 'let the health check ask for its path again'),
    effects: (group, on, world) =>
      [...ownedBy(world, group)].flatMap(({ id }) => {
        const task = taskAt(world, id);
        return task === undefined ? [] : toTarget(world, task, checkEvent(world, task, group), `the check ${on ? 'gets 404' : 'gets 200'}`);
      }),
  },

  /** An EC2 instance ends without notice; the repair launches another one in its zone. */
  'instance-lost': {
    text: (instance, on, world) => (on ? `lose ${ec2Name(world, instance)}` : `launch an instance in place of ${ec2Name(world, instance)}`),
    effects: (id, on, world) => {
      const instance = instanceOf(world, id);
      if (instance === undefined) return [];
      if (!on) return successorOf(world, instance).effects;
      const silent = { type: 'app.broke', failure: timesOut };
      const text = `no answer from ${instance.ec2InstanceId}`;
      return [
        remind({ type: 'instance.ended' }, 0),
        ...[...tasksOn(world, id)].flatMap((task) => [...toTarget(world, task.taskArn, silent, text), ...toCallers(world, task, text)]),
      ];
    },
  },

  /** Other work takes all CPU that is left on the instances of a cluster. */
  'no-capacity': {
    text: (_cluster, on) => (on ? 'let other work take the rest of the capacity' : 'give the capacity back'),
    effects: (cluster, on, world) => {
      const changed = [...instancesOf(world, cluster)].flatMap((instance) => {
        const change = on ? takeAllCpu(instance) : giveBack(instance);
        return change === undefined ? [] : [patch(instance.containerInstanceArn, change)];
      });
      const services = on ? [] : [...ownedBy(world, cluster)].filter(({ kind }) => kind === 'ecs-service');
      return [...changed, ...services.map(({ id }) => send(id, { type: 'capacity.changed' }, 'capacity was given back'))];
    },
  },
} satisfies Readonly<Record<string, FaultRule>>;
