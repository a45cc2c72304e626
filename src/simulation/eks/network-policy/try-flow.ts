import type { ApiCall, Reply } from '../../../model/api-call.ts';
import type { ApiObject } from '../../../model/api-object.ts';
import { numberAt, textAt } from '../../../model/eks/read.ts';
import type { Answer } from '../../engine/domain.ts';
import { put } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { hasFault, isoTime } from '../../engine/world.ts';
import { clusterArn, idIn } from '../identity.ts';
import { isReady } from '../objects.ts';
import type { Stored } from '../store.ts';
import { every, typed } from '../store.ts';
import type { FlowEnd, FlowVerdict, PolicyObjects } from './allows-flow.ts';
import { allowsFlow } from './allows-flow.ts';
import { decidedBy, NOT_ENFORCED, verdictText } from './verdict-text.ts';

/** The fault of a cluster whose network plugin stores policies and does not enforce them. */
export const NOT_ENFORCING = 'policies-not-enforced';

interface End {
  readonly end: FlowEnd;
  /** What is drawn for it. */
  readonly id?: string;
}

const allPods = (world: World): readonly Stored<'Pod'>[] => [...world.objects.values()].flatMap((object) => typed('Pod', object) ?? []);

/** The first ready pod of `namespace/workload`, or the pod of that very name; an address stands for itself. */
function endOf(world: World, word: string): End | undefined {
  const [namespace = '', name] = word.split('/');
  if (name === undefined) return { end: { ip: word } };
  const pod = allPods(world).find(
    ({ body }) =>
      body.metadata.namespace === namespace && (body.metadata.name === name || body.metadata.name.startsWith(`${name}-`)) && isReady(body),
  );
  return pod && { end: { pod: `${namespace}/${pod.body.metadata.name}` }, id: pod.id };
}

/** What decides about connections in a world. */
const policyObjects = (world: World): PolicyObjects => ({
  namespaces: [...every(world, 'Namespace')].map(({ body }) => body),
  pods: allPods(world).map(({ body }) => ({ ...body, metadata: { ...body.metadata, namespace: body.metadata.namespace ?? 'default' } })),
  networkPolicies: [...every(world, 'NetworkPolicy')].map(({ body }) => body),
});

/** Without the agent both ends are as if nothing isolated them. */
function explained(world: World, verdict: FlowVerdict) {
  if (hasFault(world, NOT_ENFORCING, clusterArn(world))) return { allowed: true, because: NOT_ENFORCED, decidedBy: [] };
  const policies = decidedBy(verdict).map((word) => {
    const [namespace = '', name = ''] = word.split('/');
    return idIn(world, 'NetworkPolicy', { namespace, name });
  });
  return { allowed: verdict.allowed, because: verdictText(verdict), decidedBy: policies };
}

const refused = (message: string): Reply => ({ ok: false, body: { message } });

/** Tries to connect: input `from` and `to` as `namespace/workload` or an address, with `port` and `protocol`. The last try of each is kept. */
export function tryFlow(call: ApiCall, world: World): Answer {
  if (call.api !== 'clients') throw new Error(`A connection was asked for by api ${call.api}; send a call of api clients.`);
  const [from = '', to = '', protocol = 'TCP'] = ['from', 'to', 'protocol'].map((field) => textAt(call.input, field));
  const port = numberAt(call.input, 'port') ?? 0;
  const text = `connect from ${from} to ${to}, ${protocol} ${port}`;
  const [source, target] = [endOf(world, from), endOf(world, to)];
  const about = clusterArn(world);
  if (source === undefined || target === undefined) {
    return { reply: refused(`No pod of ${source === undefined ? from : to} is ready; wait for one.`), effects: [], about, text };
  }
  const verdict = allowsFlow(policyObjects(world), { from: source.end, to: target.end, port, protocol });
  const ends = [source.id, target.id].filter((id) => id !== undefined);
  const body = { from, to, port, protocol, triedAt: isoTime(world), ...explained(world, verdict), ends };
  const flow: ApiObject = { id: flowId(from, to, port), kind: 'network-flow', body };
  return { reply: { ok: true, body }, effects: [put(flow)], about: source.id ?? about, text };
}

/** The id under which a tried connection is kept. */
export const flowId = (from: string, to: string, port: number): string => `flow:${from}:${to}:${port}`;
