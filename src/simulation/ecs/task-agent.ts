import { worldOf } from '../engine/behaviour.ts';
import type { News } from './agent/managed-task.ts';
import { acceptedTask, afterNews, askedToStop, manage } from './agent/managed-task.ts';
import type { ContainerInput } from './container-input.ts';
import type { TaskArgs, TaskContext } from './task-events.ts';

type Managing = Pick<TaskContext, 'agent' | 'calls'>;

/** The containers of a task in the order of its definition. */
export const containersOf = ({ containers }: Pick<TaskContext, 'containers'>): readonly ContainerInput[] => Object.values(containers);

/** Fargate has no image on the host to fall back on, so that a failed pull stops the task there. */
const pullBehaviour = ({ launchType }: TaskContext) => (launchType === 'FARGATE' ? 'always' : 'default');

function newsIn(event: TaskArgs['event']): News | undefined {
  const at = worldOf(event).time;
  switch (event.type) {
    case 'container.pulled':
      return { name: event.name, at, known: 'PULLED' };
    case 'container.running':
      return { name: event.name, at, known: 'RUNNING' };
    case 'container.health':
      return { name: event.name, at, health: event.status };
    case 'container.stopped': {
      const { name, exitCode, failedTo } = event;
      return {
        name,
        at,
        known: 'STOPPED',
        ...(exitCode === undefined ? {} : { exitCode }),
        ...(failedTo === undefined ? {} : { failedTo }),
      };
    }
    default:
      return undefined;
  }
}

function managed(args: TaskArgs, agent: TaskContext['agent']): Managing {
  const { task, calls } = manage(containersOf(args.context), agent, worldOf(args.event).time);
  return { agent: task, calls };
}

/** The agent accepts the task. */
export const accept = (args: TaskArgs): Managing => managed(args, acceptedTask(containersOf(args.context)));

/** The agent hears of a container, and does what is then to be done. */
export function heed(args: TaskArgs): Managing {
  const { context, event } = args;
  const news = newsIn(event);
  return managed(args, news === undefined ? context.agent : afterNews(containersOf(context), context.agent, news, pullBehaviour(context)));
}

/** ECS asks the agent to stop the task. */
export const stopAll = (args: TaskArgs): Managing => managed(args, askedToStop(containersOf(args.context), args.context.agent));
