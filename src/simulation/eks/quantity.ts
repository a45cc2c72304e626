/** The family of suffixes that a quantity keeps: `m k M`, `Ki Mi`, or an exponent. */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

/** A resource quantity such as `500m` or `1.5Gi`, exact to a billionth. */
export interface Quantity {
  readonly nano: bigint;
  readonly format: QuantityFormat;
}

const NANO = 1_000_000_000n;
const decimalSuffixes: readonly (readonly [string, number])[] = [
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
];
const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const shape = /^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$/;
const number = /^([+-]?)(\d*)(?:\.(\d*))?$/;

const roundedUp = (value: bigint, unit: bigint): bigint => value / unit + (value > 0n && value % unit !== 0n ? 1n : 0n);

/** The scale of a suffix as a fraction of two whole numbers, and its family. */
function scaleOf(suffix: string): { readonly times: bigint; readonly over: bigint; readonly format: QuantityFormat } {
  const decimal = decimalSuffixes.find(([name]) => name === suffix);
  if (decimal !== undefined) return { ...powerOfTen(decimal[1]), format: 'DecimalSI' };
  const binary = binarySuffixes.indexOf(suffix);
  if (binary > 0) return { times: 1024n ** BigInt(binary), over: 1n, format: 'BinarySI' };
  const exponent = /^[eE]([+-]?\d+)$/.exec(suffix)?.[1];
  if (exponent === undefined) throw new Error("unable to parse quantity's suffix");
  return { ...powerOfTen(Number(exponent)), format: 'DecimalExponent' };
}

const powerOfTen = (power: number): { readonly times: bigint; readonly over: bigint } =>
  power < 0 ? { times: 1n, over: 10n ** BigInt(-power) } : { times: 10n ** BigInt(power), over: 1n };

/** Reads a quantity as the API server does; a suffix alone is zero. Throws in the API server's words. */
export function parseQuantity(text: string): Quantity {
  if (text === '') throw new Error("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
  const [, digits = '', suffix = ''] = shape.exec(/^[+-]?[0-9.]/.test(text) ? text : `0${text}`) ?? [];
  if (digits === '') throw new Error(refusalOf(text));
  const [, sign, whole = '', fraction = ''] = number.exec(digits) ?? [];
  if (sign === undefined) throw new Error(refusalOf(text));
  const { times, over, format } = scaleOf(suffix);
  const scaled = BigInt(`${whole}${fraction}` || '0') * times * NANO;
  const divisor = over * 10n ** BigInt(fraction.length);
  const nano = scaled / divisor + (scaled % divisor === 0n ? 0n : 1n);
  return { nano: sign === '-' ? -nano : nano, format };
}

const refusalOf = (text: string): string =>
  /^[+-]{2}/.test(text)
    ? "unable to parse quantity's suffix"
    : "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

/** The form in which the API returns a quantity: no fraction, and the largest suffix that keeps it whole. */
export function formatQuantity({ nano, format }: Quantity): string {
  if (nano === 0n) return '0';
  if (format === 'BinarySI' && nano % NANO === 0n && (nano <= -1024n * NANO || nano >= 1024n * NANO)) {
    let value = nano / NANO;
    let power = 0;
    for (; value % 1024n === 0n && power < binarySuffixes.length - 1; power += 1) value /= 1024n;
    return `${value}${binarySuffixes[power] ?? ''}`;
  }
  let value = nano;
  let power = -9;
  for (; value % 1000n === 0n && (format === 'DecimalExponent' || power < 18); power += 3) value /= 1000n;
  if (format === 'BinarySI' && power > 0) return `${nano / NANO}`;
  if (format === 'DecimalExponent') return power === 0 ? `${value}` : `${value}e${power}`;
  return `${value}${decimalSuffixes.find(([, p]) => p === power)?.[0] ?? ''}`;
}

/** The whole number, rounded up: bytes for memory, cores for CPU. */
export const wholeValue = ({ nano }: Quantity): bigint => roundedUp(nano, NANO);

/** The thousandths, rounded up: millicores for CPU. */
export const milliValue = ({ nano }: Quantity): bigint => roundedUp(nano, NANO / 1000n);

/** -1, 0 or 1 as the first is smaller, equal or larger. */
export const compareQuantities = (a: Quantity, b: Quantity): -1 | 0 | 1 => (a.nano < b.nano ? -1 : a.nano > b.nano ? 1 : 0);

const familyOf = (a: Quantity, b: Quantity): QuantityFormat => (a.nano === 0n ? b.format : a.format);

/** The sum, in the family of the first unless that is zero. */
export const addQuantities = (a: Quantity, b: Quantity): Quantity => ({ nano: a.nano + b.nano, format: familyOf(a, b) });

/** The difference, in the family of the first unless that is zero. */
export const subtractQuantities = (a: Quantity, b: Quantity): Quantity => ({ nano: a.nano - b.nano, format: familyOf(a, b) });
