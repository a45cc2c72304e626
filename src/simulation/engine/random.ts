/** Mixes a text into a 32-bit number (FNV-1a with a final avalanche). */
function mix(seed: number, text: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A number from 0 up to 1 that depends on the seed and the key alone: who asks first makes no difference,
 * so one more actor never changes the luck of the others.
 */
export const randomOf = (seed: number, key: string): number => mix(seed, key) / 0x1_0000_0000;

/** `length` hexadecimal digits for an id, from the seed and the key alone. */
export function hexOf(seed: number, key: string, length: number): string {
  let hex = '';
  for (let part = 0; hex.length < length; part += 1) hex += mix(seed, `${key}#${part}`).toString(16).padStart(8, '0');
  return hex.slice(0, length);
}
