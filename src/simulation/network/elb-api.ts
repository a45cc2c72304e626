import type { ApiCall } from '../../model/api-call.ts';
import type { Id, Json, JsonObject } from '../../model/json.ts';
import type { Answer } from '../engine/domain.ts';
import { patch, remind } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { targetGroupOf } from './objects.ts';
import { targetGroupRanges } from './target-group-defaults.ts';

type Exception = 'TargetGroupNotFound' | 'InvalidConfigurationRequest' | 'UnsupportedOperation';

const refused = (about: Id, exception: Exception, message: string): Answer => ({
  reply: { ok: false, body: { __type: exception, message } },
  effects: [],
  about,
  text: `a call that was refused: ${message}`,
});

const isWithin = (value: Json | undefined, least: number, most: number): value is number | undefined =>
  value === undefined || (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most);

const { intervalMin, intervalMax, thresholdMin, thresholdMax, delayMax } = targetGroupRanges;

/** elbv2 ModifyTargetGroup: another health check, from the next check on. */
function modifyTargetGroup(about: Id, { HealthCheckIntervalSeconds: interval, UnhealthyThresholdCount: threshold }: JsonObject): Answer {
  if (!isWithin(interval, intervalMin, intervalMax)) {
    return refused(about, 'InvalidConfigurationRequest', `The interval must be from ${intervalMin} to ${intervalMax} seconds.`);
  }
  if (!isWithin(threshold, thresholdMin, thresholdMax)) {
    return refused(about, 'InvalidConfigurationRequest', `The unhealthy threshold must be from ${thresholdMin} to ${thresholdMax}.`);
  }
  const said = [
    ...(interval === undefined ? [] : [`every ${interval} s`]),
    ...(threshold === undefined ? [] : [`unhealthy after ${threshold} failures`]),
  ];
  const change = {
    ...(interval === undefined ? {} : { HealthCheckIntervalSeconds: interval }),
    ...(threshold === undefined ? {} : { UnhealthyThresholdCount: threshold }),
  };
  return { reply: { ok: true, body: {} }, effects: [patch(about, change)], about, text: `check targets ${said.join(', ')}` };
}

/** elbv2 ModifyTargetGroupAttributes, for the deregistration delay. */
function modifyAttributes(about: Id, { Attributes }: JsonObject): Answer {
  const list = Array.isArray(Attributes) ? (Attributes as readonly JsonObject[]) : [];
  const seconds = Number(list.find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')?.['Value']);
  if (!isWithin(seconds, 0, delayMax)) {
    return refused(about, 'InvalidConfigurationRequest', `The deregistration delay must be from 0 to ${delayMax} seconds.`);
  }
  return {
    reply: { ok: true, body: { Attributes: list } },
    effects: [remind({ type: 'delay.changed', delay: seconds * 1000 }, 0)],
    about,
    text: `let targets drain for ${seconds} s`,
  };
}

const operations: Readonly<Record<string, (about: Id, input: JsonObject) => Answer>> = {
  ModifyTargetGroup: modifyTargetGroup,
  ModifyTargetGroupAttributes: modifyAttributes,
};

/** The simulated Elastic Load Balancing API. */
export function elbApi(call: ApiCall, world: World): Answer {
  const operation = call.api === 'kubernetes' ? call.verb : call.operation;
  const run = operations[operation];
  const known = Object.keys(operations).join(', ');
  if (run === undefined || call.api === 'kubernetes') {
    return refused('elbv2', 'UnsupportedOperation', `This simulation does not know ${operation}; it knows ${known}.`);
  }
  const group = call.input['TargetGroupArn'];
  if (typeof group !== 'string' || targetGroupOf(world, group) === undefined) {
    return refused('elbv2', 'TargetGroupNotFound', 'One or more target groups not found.');
  }
  return run(group, call.input);
}
