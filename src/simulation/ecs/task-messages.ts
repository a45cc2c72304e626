import type { Id } from '../../model/json.ts';
import { worldOf } from '../engine/behaviour.ts';
import type { World } from '../engine/world.ts';
import type { Effect } from '../engine/effect.ts';
import { begin, end, patch, remind, remove, send, sendFrom } from '../engine/effect.ts';
import { refuses } from '../network/target-health.ts';
import { serviceOfTask } from './arns.ts';
import { AGENT } from './drawn-parts.ts';
import type { TaskBody } from './objects.ts';
import { tasksOf } from './objects.ts';
import type { Effects, TaskArgs } from './task-events.ts';
import { shortName, withTask } from './task-events.ts';
import { toCallers, toRegistries } from './task-registries.ts';
import { registeredTarget } from './task-target.ts';

const containersOf = ({ context }: TaskArgs) => Object.entries(context.containers);
const nameOf = ({ context }: TaskArgs): string => shortName(context.id);

/** Tells the instance that the task is on, so that it counts it; a Fargate task has none. */
const toHost = (args: TaskArgs, type: 'task.assigned' | 'task.started' | 'task.gone', text: string): Effects =>
  withTask(args, ({ taskArn, containerInstanceArn: host }) => (host === undefined ? [] : send(host, { type, task: taskArn }, text)));

/** A task of no service is counted in its cluster by itself. */
function countAlone(world: World, { taskArn, clusterArn }: TaskBody, runs: boolean): readonly Effect[] {
  let [runningTasksCount, pendingTasksCount] = [runs ? 1 : 0, 0];
  for (const other of tasksOf(world, clusterArn)) {
    if (other.taskArn === taskArn || other.desiredStatus !== 'RUNNING') continue;
    if (other.lastStatus === 'RUNNING') runningTasksCount += 1;
    else pendingTasksCount += 1;
  }
  return [patch(clusterArn, { runningTasksCount, pendingTasksCount })];
}

const toService = (args: TaskArgs, type: 'task.changed' | 'task.stopped', text: string): Effects =>
  withTask(args, (task) => {
    const service: Id | undefined = serviceOfTask(task);
    const world = worldOf(args.event);
    if (service === undefined) return args.event.type === 'container.health' ? [] : countAlone(world, task, text.endsWith('RUNNING'));
    return [send(service, { type, task: task.taskArn }, text), ...toRegistries(world, task, text), ...toCallers(world, task, text)];
  });

function callsOf(args: TaskArgs): readonly Effect[] {
  const { calls } = args.context;
  if (calls.length === 0) return [];
  const ids = new Map(containersOf(args).map(([id, { name }]) => [name, id]));
  return calls.flatMap((call): readonly Effect[] => {
    const { name } = call;
    const id = ids.get(name);
    if (id === undefined) return [];
    switch (call.do) {
      case 'pull':
        return [sendFrom(AGENT, id, { type: 'agent.pull' }, `pull the image of container ${name}`)];
      case 'start':
        return [sendFrom(AGENT, id, { type: 'agent.start' }, `start container ${name}`)];
      case 'stop':
        return [sendFrom(AGENT, id, { type: 'signal.term' }, `container ${name} gets SIGTERM`)];
      case 'giveUp':
        return [
          sendFrom(AGENT, id, { type: 'agent.gaveUp', exitCode: call.exitCode, reason: call.reason }, `container ${name} can never start`),
        ];
    }
  });
}

/** The agent looks again once a container that has just started has used up its startTimeout. */
function overdueIn({ context, event }: TaskArgs): readonly Effect[] {
  if (event.type !== 'container.running') return [];
  const { startTimeout } = Object.values(context.containers).find(({ name }) => name === event.name) ?? {};
  return startTimeout === undefined ? [] : [remind({ type: 'dependency.overdue' }, startTimeout * 1000 + 1)];
}

/** Whom a task sets in motion: its containers, its host, its service, its target. */
export const taskMessages = {
  beginContainers: (args: TaskArgs): Effects =>
    containersOf(args).map(([id, input]) =>
      begin(id, 'ecs-container', { container: input, pulls: args.context.calls.some(({ name }) => name === input.name) }),
    ),
  /** Carries the agent's calls to the containers, and looks again when a startTimeout is over. */
  callContainers: (args: TaskArgs): Effects => [...callsOf(args), ...overdueIn(args)],
  loseContainers: (args: TaskArgs): Effects =>
    containersOf(args).map(([id, { name }]) => send(id, { type: 'host.lost' }, `container ${name} went with its host`)),
  breakTarget: (args: TaskArgs): Effects =>
    withTask(args, (task) => {
      const target = registeredTarget(worldOf(args.event), task);
      return target === undefined ? [] : send(target, { type: 'app.broke', failure: refuses }, `${nameOf(args)} no longer answers`);
    }),
  assignToHost: (args: TaskArgs): Effects => toHost(args, 'task.assigned', `run ${nameOf(args)}`),
  startedOnHost: (args: TaskArgs): Effects => toHost(args, 'task.started', `${nameOf(args)} runs`),
  goneFromHost: (args: TaskArgs): Effects => toHost(args, 'task.gone', `${nameOf(args)} is gone`),
  tellService: (args: TaskArgs, status: string): Effects => toService(args, 'task.changed', `${nameOf(args)} is ${status}`),
  tellServiceStopped: (args: TaskArgs): Effects => toService(args, 'task.stopped', `${nameOf(args)} stopped`),
  forget: (args: TaskArgs): Effects => [...containersOf(args).map(([id]) => end(id)), remove(args.context.id), end(args.context.id)],
} as const;
