import type { ApiCall } from '../../model/api-call.ts';
import type { Id, Json } from '../../model/json.ts';
import type { Answer } from '../engine/domain.ts';
import { patch } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { logGroupOf } from './objects.ts';

/** The retention times that CloudWatch Logs knows, in days. */
const RETENTIONS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

type Exception = 'ResourceNotFoundException' | 'InvalidParameterException' | 'UnsupportedOperation';

const refused = (about: Id, exception: Exception, message: string): Answer => ({
  reply: { ok: false, body: { __type: exception, message } },
  effects: [],
  about,
  text: `a call that was refused: ${message}`,
});

function findGroup(world: World, name: Json | undefined): Id | undefined {
  for (const { id } of world.objects.values()) if (logGroupOf(world, id)?.logGroupName === name) return id;
  return undefined;
}

/** The simulated CloudWatch Logs API: how long a group keeps its events. */
export function logsApi(call: ApiCall, world: World): Answer {
  if (call.api === 'kubernetes' || call.operation !== 'PutRetentionPolicy') {
    return refused('logs', 'UnsupportedOperation', 'This simulation knows no operation of CloudWatch Logs but PutRetentionPolicy.');
  }
  const { logGroupName, retentionInDays } = call.input;
  const group = findGroup(world, logGroupName);
  if (group === undefined) return refused('logs', 'ResourceNotFoundException', 'The specified log group does not exist.');
  if (typeof retentionInDays !== 'number' || !RETENTIONS.includes(retentionInDays)) {
    return refused(group, 'InvalidParameterException', `The retention must be one of ${RETENTIONS.join(', ')} days.`);
  }
  return {
    reply: { ok: true, body: {} },
    effects: [patch(group, { retentionInDays })],
    about: group,
    text: `keep log events for ${retentionInDays} days`,
  };
}
