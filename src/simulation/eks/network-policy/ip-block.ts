/** An address as a number and its width in bits; undefined for what is no address. */
function parseAddress(text: string): { readonly value: bigint; readonly bits: 32 | 128 } | undefined {
  if (text.includes(':')) return parseIpv6(text);
  const parts = text.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) return undefined;
  return { value: parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n), bits: 32 };
}

function parseIpv6(text: string): { readonly value: bigint; readonly bits: 128 } | undefined {
  const [head = '', tail] = text.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...before, ...Array<string>(tail === undefined ? 0 : missing).fill('0'), ...after];
  if (all.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return { value: all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n), bits: 128 };
}

/** Whether an address lies in a CIDR block such as `10.0.0.0/16`; never across address families. */
export function inCidr(cidr: string, address: string): boolean {
  const [base = '', length = ''] = cidr.split('/');
  const network = parseAddress(base);
  const host = parseAddress(address);
  if (network === undefined || host === undefined || network.bits !== host.bits) return false;
  const shift = BigInt(network.bits - Number(length));
  return network.value >> shift === host.value >> shift;
}
