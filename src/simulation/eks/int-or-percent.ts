/** The value of a field such as maxSurge: a count, or a percentage of a total. */
export type IntOrPercent = number | string;

const refusal = 'invalid value for IntOrString:';

/**
 * The count of pods that such a value means for a total; a number is taken as it is. A Deployment rounds maxSurge up and
 * maxUnavailable down, a PodDisruptionBudget rounds both of its fields up. Throws in the words of apimachinery.
 */
export function scaledValue(value: IntOrPercent, total: number, round: 'up' | 'down'): number {
  if (typeof value === 'number') return value;
  if (!value.endsWith('%')) throw new Error(`${refusal} invalid type: string is not a percentage`);
  const digits = value.slice(0, -1);
  if (!/^[+-]?\d+$/.test(digits)) throw new Error(`${refusal} invalid value "${value}": strconv.Atoi: parsing "${digits}": invalid syntax`);
  const hundredths = Number(digits) * total;
  const count = round === 'up' ? Math.ceil(hundredths / 100) : Math.floor(hundredths / 100);
  return count === 0 ? 0 : count; // no negative zero
}
