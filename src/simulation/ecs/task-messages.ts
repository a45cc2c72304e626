import type { Id } from '../../model/json.ts';
import { worldOf } from '../engine/behaviour.ts';
import { begin, end, remove, send } from '../engine/effect.ts';
import { refuses } from '../network/target-health.ts';
import { serviceOfTask } from './arns.ts';
import type { Effects, TaskArgs } from './task-events.ts';
import { shortName, withTask } from './task-events.ts';
import { registeredTarget } from './task-target.ts';

const containersOf = ({ context }: TaskArgs) => Object.entries(context.containers);
const nameOf = ({ context }: TaskArgs): string => shortName(context.id);

/** Tells the instance that the task is on, so that it counts it; a Fargate task has none. */
const toHost = (args: TaskArgs, type: 'task.assigned' | 'task.started' | 'task.gone', text: string): Effects =>
  withTask(args, ({ taskArn, containerInstanceArn: host }) => (host === undefined ? [] : send(host, { type, task: taskArn }, text)));

const toService = (args: TaskArgs, type: 'task.changed' | 'task.stopped', text: string): Effects =>
  withTask(args, (task) => {
    const service: Id | undefined = serviceOfTask(task);
    return service === undefined ? [] : send(service, { type, task: task.taskArn }, text);
  });

/** Whom a task sets in motion: its containers, its host, its service, its target. */
export const taskMessages = {
  beginContainers: (args: TaskArgs): Effects => containersOf(args).map(([id, input]) => begin(id, 'ecs-container', input)),
  signalContainers: (args: TaskArgs): Effects =>
    containersOf(args).map(([id, { name }]) => send(id, { type: 'signal.term' }, `container ${name} gets SIGTERM`)),
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
