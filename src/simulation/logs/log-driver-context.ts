import type { Id, Millis } from '../../model/json.ts';
import type { Arriving } from '../engine/behaviour.ts';
import { worldOf } from '../engine/behaviour.ts';
import type { World } from '../engine/world.ts';
import { hasFault } from '../engine/world.ts';
import type { LogInput, Logged } from '../ecs/log-driver.ts';
import { lastPart } from '../ecs/arns.ts';
import type { LogSettings } from './log-settings.ts';
import { logGroupArn, logStreamArn, streamName } from './names.ts';
import type { LogEvent } from './objects.ts';
import { LINES_PER_SECOND } from './timings.ts';

/** Whom a driver serves. */
export interface LogDriverInput extends Omit<Logged, 'id' | 'log'>, LogInput {
  readonly container: Id;
}

/** What a driver keeps in mind: lines that wait, and what became of those of the last batch. */
export interface LogDriverContext extends LogDriverInput {
  readonly id: Id;
  readonly settings: LogSettings;
  readonly lines: number;
  /** Of the lines that wait, those that are written out. */
  readonly events: readonly LogEvent[];
  readonly delivered: number;
  readonly lost: number;
  readonly lostInAll: number;
  /** Whether the process runs, and since when its lines have not been counted. */
  readonly writes: boolean;
  readonly since: Millis;
}

/** What a driver hears of its container. */
export type LogDriverEvent =
  | { readonly type: 'container.started' }
  | { readonly type: 'container.stopping' }
  | { readonly type: 'container.exited'; readonly exitCode: number }
  | { readonly type: 'container.lost' }
  | { readonly type: 'rate.changed' };

/** What an action of a driver is given. */
export interface LogDriverArgs {
  readonly context: LogDriverContext;
  readonly event: Arriving<LogDriverEvent>;
}

/** The log group that the options name. */
export const groupOf = ({ task, options }: LogDriverInput): Id => logGroupArn(task, options['awslogs-group'] ?? '');

/** The name of the container's stream: with a prefix as ECS makes it, else the id that Docker gave the container. */
export function streamNameOf({ task, name, container, options }: LogDriverInput): string {
  const prefix = options['awslogs-stream-prefix'];
  return prefix === undefined ? lastPart(container) : streamName(prefix, name, lastPart(task));
}

/** The container's stream. */
export const streamOf = (input: LogDriverInput): Id => logStreamArn(groupOf(input), streamNameOf(input));

/** Lines that the application writes in a second. */
export function rateOf({ task, level, writes }: LogDriverContext, world: World): number {
  if (!writes) return 0;
  return LINES_PER_SECOND[hasFault(world, 'noisy-application', task) ? 'debug' : level] ?? 0;
}

/** Whether a request of the driver gets to CloudWatch Logs. */
export const isReachable = ({ context, event }: LogDriverArgs): boolean => !hasFault(worldOf(event), 'logs-unreachable', groupOf(context));
