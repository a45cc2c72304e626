import { matchesSelector } from '../label-selector.ts';
import type { Condition, Metadata, Pod } from '../objects.ts';
import { isReady } from '../objects.ts';
import type { BudgetSpec, BudgetStatus } from './budget.ts';

/** A PodDisruptionBudget, as far as an eviction reads it. */
export interface PodDisruptionBudget {
  readonly metadata: Pick<Metadata, 'name' | 'namespace' | 'generation'>;
  readonly spec: BudgetSpec;
  readonly status: BudgetStatus & { readonly observedGeneration?: number };
}

/** A PodDisruptionBudget as it is stored; the controller that counts may not have seen it yet. */
export type StoredBudget = {
  readonly metadata: Metadata;
  readonly spec: BudgetSpec;
  readonly status?: PodDisruptionBudget['status'] & { readonly conditions?: readonly Condition[] };
};

/** The answer to an eviction request: granted, with the budget that it uses up, or refused as the API server refuses it. */
export type EvictionReply =
  | { readonly allowed: true; readonly uses?: PodDisruptionBudget; readonly unlessChanged: boolean }
  | { readonly allowed: false; readonly code: number; readonly reason: string; readonly message: string; readonly cause?: string };

const WOULD_VIOLATE = "Cannot evict pod as it would violate the pod's disruption budget.";
const SEVERAL = 'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.';

const refused = (code: number, reason: string, message: string): EvictionReply => ({ allowed: false, code, reason, message });

const tooMany = (cause: string): EvictionReply => ({ allowed: false, code: 429, reason: 'TooManyRequests', message: WOULD_VIOLATE, cause });

const stillProcessing = ({ metadata }: PodDisruptionBudget): EvictionReply =>
  tooMany(`The disruption budget ${metadata.name} is still being processed by the server.`);

/** The request names another pod than its address. */
export const wrongName: EvictionReply = refused(400, 'BadRequest', 'name in URL does not match name in Eviction object');

/** Pods whose going disrupts nothing: they do not run yet, have ended, or are going already. */
const isBeyondBudgets = ({ metadata, status }: Pod): boolean =>
  metadata.deletionTimestamp !== undefined || ['Pending', 'Succeeded', 'Failed'].includes(status?.phase ?? 'Pending');

/** The budgets that select a pod; one without selector selects none, one with an empty selector all. */
const budgetsOf = ({ metadata }: Pod, budgets: readonly PodDisruptionBudget[]): readonly PodDisruptionBudget[] =>
  budgets.filter(
    ({ metadata: { namespace = 'default' }, spec: { selector } }) =>
      namespace === (metadata.namespace ?? 'default') && selector !== undefined && matchesSelector(selector, metadata.labels ?? {}),
  );

/** Whether a pod that is not ready may go without using up the budget. */
function mayGoUnhealthy({ spec, status }: PodDisruptionBudget): boolean {
  if (spec.unhealthyPodEvictionPolicy === 'AlwaysAllow') return true;
  return status.desiredHealthy > 0 && status.currentHealthy >= status.desiredHealthy;
}

/** Decides on the eviction of a pod. */
export function evict(pod: Pod, budgets: readonly PodDisruptionBudget[]): EvictionReply {
  if (isBeyondBudgets(pod)) return { allowed: true, unlessChanged: false };
  const [budget, ...others] = budgetsOf(pod, budgets);
  if (budget === undefined) return { allowed: true, unlessChanged: false };
  if (others.length > 0) return refused(500, 'InternalError', SEVERAL);
  const { metadata, status } = budget;
  if (!isReady(pod) && mayGoUnhealthy(budget)) return { allowed: true, unlessChanged: true };
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) return stillProcessing(budget);
  if (status.disruptionsAllowed < 0) return refused(403, 'Forbidden', 'pdb disruptions allowed is negative');
  if (status.disruptionsAllowed === 0) {
    const { desiredHealthy, currentHealthy } = status;
    return tooMany(`The disruption budget ${metadata.name} needs ${desiredHealthy} healthy pods and has ${currentHealthy} currently`);
  }
  return { allowed: true, uses: budget, unlessChanged: false };
}

/** The answer when the pod changed between decision and deletion: one that had to be unhealthy may be healthy by now. */
export function onConflict(reply: EvictionReply, [budget]: readonly PodDisruptionBudget[]): EvictionReply {
  if (!reply.allowed || !reply.unlessChanged || budget === undefined) return reply;
  return stillProcessing(budget);
}

/** The status of a budget after an eviction that uses it. */
export const afterEviction = (status: BudgetStatus): BudgetStatus => ({ ...status, disruptionsAllowed: status.disruptionsAllowed - 1 });
