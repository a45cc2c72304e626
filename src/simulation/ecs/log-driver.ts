import type { Id } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import { begin, send } from '../engine/effect.ts';
import type { TaskDefinitionBody } from './objects.ts';

/** How a container's output is taken: the options of its awslogs configuration, and how much its application says. */
export interface LogInput {
  readonly options: Readonly<Record<string, string>>;
  readonly level: string;
}

/** A container as its log driver needs to know it. */
export interface Logged {
  readonly id: Id;
  readonly task: Id;
  readonly name: string;
  readonly launchType: 'EC2' | 'FARGATE';
  readonly log?: LogInput;
}

type ContainerDefinition = TaskDefinitionBody['containerDefinitions'][number];

/** What a definition says about logs; undefined where it does not use awslogs. */
export function logOf({ logConfiguration, environment = [] }: ContainerDefinition): LogInput | undefined {
  if (logConfiguration?.logDriver !== 'awslogs') return undefined;
  return { options: logConfiguration.options ?? {}, level: environment.find(({ name }) => name === 'LOG_LEVEL')?.value ?? 'warn' };
}

/** The id of a container's log driver. */
export const logDriverId = (container: Id): Id => `${container}/log-driver`;

/** Gives a container its log driver, whose behaviour the domain part for logs brings. */
export const beginLog = ({ id, task, name, launchType, log }: Logged): readonly Effect[] =>
  log === undefined ? [] : [begin(logDriverId(id), 'docker-log-driver', { container: id, task, name, launchType, ...log })];

/** Tells the log driver of a container what becomes of its process. */
export const tellLog = (
  { id, name, log }: Logged,
  event: { readonly type: 'container.started' | 'container.stopping' | 'container.lost' } | ContainerExited,
): readonly Effect[] =>
  log === undefined ? [] : [send(logDriverId(id), event, `container ${name} ${event.type.slice('container.'.length)}`)];

/** The process has ended. */
interface ContainerExited {
  readonly type: 'container.exited';
  readonly exitCode: number;
}
