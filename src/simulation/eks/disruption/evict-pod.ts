import type { Id } from '../../../model/json.ts';
import type { Effect } from '../../engine/effect.ts';
import { send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { isoTime } from '../../engine/world.ts';
import { idIn, nameIn } from '../identity.ts';
import { every, find } from '../store.ts';
import { timings } from '../timings.ts';
import type { EvictionReply, PodDisruptionBudget } from './eviction.ts';
import { afterEviction, evict } from './eviction.ts';

/** What the API server tells who asked for an eviction that a budget does not allow. */
export type EvictionRefused = { readonly type: 'eviction.refused'; readonly pod: Id; readonly message: string };

type Refused = Extract<EvictionReply, { readonly allowed: false }>;

/** An eviction that is granted, with the budget that it uses up and what is left of that, or the refusal. */
type Eviction = Refused | { readonly allowed: true; readonly uses?: { readonly id: Id; readonly status: PodDisruptionBudget['status'] } };

/** The status of a budget that no controller has looked at yet. */
const unseen = { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 };

/** Decides on the eviction of a pod of the world; undefined when there is no such pod. */
export function evictionOf(world: World, id: Id): Eviction | undefined {
  const pod = find(world, 'Pod', id)?.body;
  if (pod === undefined) return undefined;
  const budgets = Array.from(every(world, 'PodDisruptionBudget'), ({ body }) => ({ ...body, status: body.status ?? unseen }));
  const reply = evict(pod, budgets);
  if (!reply.allowed || reply.uses === undefined) return reply.allowed ? { allowed: true } : reply;
  const { metadata, status } = reply.uses;
  const disruptedPods = { ...status.disruptedPods, [pod.metadata.name]: isoTime(world) };
  return {
    allowed: true,
    uses: { id: idIn(world, 'PodDisruptionBudget', metadata), status: { ...status, ...afterEviction(status), disruptedPods } },
  };
}

/** Tells who asked that the pod stays. */
export const refusalTo = (by: Id, pod: Id, { message }: Refused): Effect =>
  send(by, { type: 'eviction.refused', pod, message } satisfies EvictionRefused, `429 for pod ${nameIn(pod)}`, timings.request);
