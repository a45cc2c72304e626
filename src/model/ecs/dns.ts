import type { JsonObject } from '../json.ts';
import type { Projected, Projector } from '../project.ts';
import { count, date, defined, objects, text } from './read.ts';

/** A DNS answer in the cache of a client, and its addresses. */
export const projectAnswer: Projector = ({ id, kind, body }) => {
  const records = objects(body, 'records');
  const registry = text(body, 'registryArn');
  const failing = records.filter((record) => text(record, 'outcome') !== '200').length;
  const answer: Projected = {
    resource: {
      id,
      kind,
      name: text(body, 'name') ?? id,
      scope: {},
      status: text(body, 'status') ?? '',
      ...defined({ since: date(body, 'answeredAt') }),
      details: defined({
        type: text(body, 'type'),
        ttl: count(body, 'ttl'),
        addresses: records.length,
        failing,
        clause: failing === 0 ? `TTL ${count(body, 'ttl') ?? 0} s` : `${failing} of ${records.length} without service`,
      }),
    },
    relations: registry === undefined ? [] : [{ to: registry, kind: 'uses' }],
  };
  return [answer, ...records.map((record) => projectRecord(record, id))];
};

/** An address of an answer; its status is what calls to it get. */
function projectRecord(record: JsonObject, answer: string): Projected {
  const address = text(record, 'address') ?? '';
  const task = text(record, 'taskArn');
  return {
    resource: {
      id: `${answer}/${address}`,
      kind: 'dns-record',
      name: address,
      scope: {},
      status: text(record, 'outcome') ?? '',
      details: {},
    },
    relations: [{ to: answer, kind: 'part-of' }, ...(task === undefined ? [] : [{ to: task, kind: 'routes-to' as const }])],
  };
}
