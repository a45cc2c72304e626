import type { Effect } from '../engine/effect.ts';
import { end, patch, put, remove, send } from '../engine/effect.ts';
import { worldOf } from '../engine/behaviour.ts';
import { appFailure } from '../ecs/app-failure.ts';
import { taskOf } from '../ecs/objects.ts';
import { registeredTarget } from '../ecs/task-target.ts';
import { targetOf } from '../network/objects.ts';
import { timesOut } from '../network/target-health.ts';
import type { LogDriverArgs } from './log-driver-context.ts';
import { groupOf, isReachable, streamNameOf, streamOf } from './log-driver-context.ts';
import { newLogGroup } from './log-group-machine.ts';
import type { LogDriverBody } from './objects.ts';
import { logGroupOf } from './objects.ts';
import { startFailure } from './start-failure.ts';
import { LINE_BYTES } from './timings.ts';

type Effects = Effect | readonly Effect[];

/** Tells the application, and the target that it answers for, that it hangs or goes on. */
function toApplication({ context: { container, task }, event }: LogDriverArgs, hangs: boolean): readonly Effect[] {
  const world = worldOf(event);
  const body = taskOf(world, task);
  const target = body && registeredTarget(world, body);
  const group = target === undefined ? undefined : targetOf(world, target)?.TargetGroupArn;
  const tell = (to: string, failure = hangs ? timesOut : appFailure(world, task, to === target ? group : undefined)) =>
    send(
      to,
      failure === undefined ? { type: 'app.recovered' } : { type: 'app.broke', failure },
      hangs ? 'a write to stdout waits' : 'stdout takes lines again',
    );
  return [tell(container), ...(target === undefined ? [] : [tell(target)])];
}

/** What a log driver writes down, and whom it sets in motion. */
export const logDriverActions = {
  appear: ({ context }: LogDriverArgs): Effects => {
    const body: LogDriverBody = {
      ContainerArn: context.container,
      TaskArn: context.task,
      LogConfig: { Type: 'awslogs', Config: context.options },
      State: 'opening',
      LogGroupArn: groupOf(context),
      LogStreamArn: streamOf(context),
      Buffer: { Used: 0, Size: context.settings.bufferBytes },
      Delivered: 0,
      Lost: 0,
      LostInAll: 0,
    };
    return put({ id: context.id, kind: 'docker-log-driver', body });
  },
  show: ({ context: { id, settings, lines, delivered, lost, lostInAll } }: LogDriverArgs, State: string): Effects =>
    patch(id, {
      State,
      Buffer: { Used: lines * LINE_BYTES, Size: settings.bufferBytes },
      Delivered: delivered,
      Lost: lost,
      LostInAll: lostInAll,
    }),
  createStream: ({ context, event }: LogDriverArgs): Effects => {
    const group = groupOf(context);
    const world = worldOf(event);
    return [
      ...(logGroupOf(world, group) === undefined ? newLogGroup(world, group) : []),
      send(group, { type: 'logs.createStream', stream: streamOf(context), name: streamNameOf(context) }, 'CreateLogStream'),
    ];
  },
  refuseStart: (args: LogDriverArgs): Effects => {
    const { container, launchType } = args.context;
    const reason = startFailure(launchType, isReachable(args) ? 'missing' : 'unreachable');
    return send(container, { type: 'log.refused', reason }, 'the log driver has no stream');
  },
  put: ({ context }: LogDriverArgs): Effects => {
    const { lines, events } = context;
    if (lines === 0) return [];
    const stream = streamOf(context);
    return send(groupOf(context), { type: 'logs.put', stream, bytes: lines * LINE_BYTES, events }, `PutLogEvents with ${lines} lines`);
  },
  blockApplication: (args: LogDriverArgs): Effects => (args.context.settings.mode === 'blocking' ? toApplication(args, true) : []),
  unblockApplication: (args: LogDriverArgs): Effects => (args.context.settings.mode === 'blocking' ? toApplication(args, false) : []),
  leave: ({ context: { id } }: LogDriverArgs): Effects => [remove(id), end(id)],
} as const;
