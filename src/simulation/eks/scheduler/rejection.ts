/** Why a node cannot take a pod: the reasons of the first filter that rejects it, and whether freeing room might help. */
export interface Rejection {
  readonly reasons: readonly string[];
  readonly resolvable: boolean;
}

/** A rejection that preempting pods might lift. */
export const unschedulable = (...reasons: readonly string[]): Rejection => ({ reasons, resolvable: true });

/** A rejection that stays whichever pods go. */
export const unresolvable = (...reasons: readonly string[]): Rejection => ({ reasons, resolvable: false });
