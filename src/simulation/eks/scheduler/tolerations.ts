import type { Taint, Toleration } from '../objects.ts';

const INTEGER = /^(0|-?[1-9][0-9]*)$/;

const isEmpty = (text: string | undefined): boolean => text === undefined || text === '';

/** Gt and Lt compare the taint with the toleration; what is not a whole number compares with nothing. */
function comparesAs(operator: 'Gt' | 'Lt', taint: string, toleration: string): boolean {
  if (!INTEGER.test(taint) || !INTEGER.test(toleration)) return false;
  return operator === 'Gt' ? BigInt(taint) > BigInt(toleration) : BigInt(taint) < BigInt(toleration);
}

/**
 * Whether a toleration accepts a taint. No effect means every effect, no key every key, no operator Equal. The numeric
 * operators are behind a feature gate that is off unless a cluster turns it on.
 */
export function tolerates(toleration: Toleration, taint: Taint, numericOperators = false): boolean {
  const { key, operator, value = '', effect } = toleration;
  if (!isEmpty(effect) && effect !== taint.effect) return false;
  if (!isEmpty(key) && key !== taint.key) return false;
  switch (operator) {
    case undefined:
    case '':
    case 'Equal':
      return value === (taint.value ?? '');
    case 'Exists':
      return true;
    case 'Gt':
    case 'Lt':
      return numericOperators && comparesAs(operator, taint.value ?? '', value);
    default:
      return false;
  }
}

/** Whether one of the tolerations accepts a taint. */
export const isTolerated = (taint: Taint, tolerations: readonly Toleration[]): boolean =>
  tolerations.some((toleration) => tolerates(toleration, taint));

/** The first taint, in the node's own order, that keeps a pod off; PreferNoSchedule never does. */
export const untoleratedTaint = (taints: readonly Taint[] = [], tolerations: readonly Toleration[] = []): Taint | undefined =>
  taints.find(({ effect, ...rest }) => effect !== 'PreferNoSchedule' && !isTolerated({ effect, ...rest }, tolerations));

/** How many taints a pod would rather avoid. Tolerations of another effect do not count here. */
export function intolerablePreferNoSchedule(taints: readonly Taint[] = [], tolerations: readonly Toleration[] = []): number {
  const soft = tolerations.filter(({ effect }) => isEmpty(effect) || effect === 'PreferNoSchedule');
  return taints.filter((taint) => taint.effect === 'PreferNoSchedule' && !isTolerated(taint, soft)).length;
}
