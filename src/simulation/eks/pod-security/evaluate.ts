import { baselineChecks } from './baseline.ts';
import type { Check, Forbidden } from './check.ts';
import { restrictedChecks } from './restricted.ts';
import type { SecuredPod } from './secured-pod.ts';

/** A level of the Pod Security Standards. */
export type Level = 'privileged' | 'baseline' | 'restricted';

/** Whether a level admits a pod, and in the API server's words why not. */
export interface Evaluation {
  readonly allowed: boolean;
  readonly forbidden: readonly Forbidden[];
  readonly reason: string;
  readonly detail: string;
  /** What follows `pods "NAME" is forbidden: ` when the level is enforced. */
  readonly message: string;
}

const checks: Readonly<Record<Level, Readonly<Record<string, Check>>>> = {
  privileged: {},
  baseline: baselineChecks,
  restricted: restrictedChecks,
};

/** Evaluates a pod at a level. */
export function evaluatePodSecurity(pod: SecuredPod, level: Level): Evaluation {
  const forbidden = Object.values(checks[level]).flatMap((check) => check(pod) ?? []);
  const detail = forbidden.map((one) => `${one.reason} (${one.detail})`).join(', ');
  return {
    allowed: forbidden.length === 0,
    forbidden,
    reason: forbidden.map(({ reason }) => reason).join(', '),
    detail,
    message: `violates PodSecurity "${level}:latest": ${detail}`,
  };
}

/** The strictest level that admits a pod; privileged admits every pod. */
export const strictestLevel = (pod: SecuredPod): Level =>
  (['restricted', 'baseline'] as const).find((level) => evaluatePodSecurity(pod, level).allowed) ?? 'privileged';
