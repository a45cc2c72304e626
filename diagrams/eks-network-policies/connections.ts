import type { ApiCall } from '../../src/model/api-call.ts';

/** An address outside that one policy takes out of its block, and one that it does not. */
export const excepted = '198.51.100.7';
export const outside = '203.0.113.10';

/** A place to connect to. */
interface Target {
  readonly to: string;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
}

const targets: Readonly<Record<string, Target>> = {
  web: { to: 'shop/web', port: 8080, protocol: 'TCP' },
  api: { to: 'shop/api', port: 8080, protocol: 'TCP' },
  db: { to: 'shop/db', port: 5432, protocol: 'TCP' },
  dns: { to: 'kube-system/coredns', port: 53, protocol: 'UDP' },
  outside: { to: outside, port: 443, protocol: 'TCP' },
};

const fallback: Target = { to: 'shop/web', port: 8080, protocol: 'TCP' };

/** Where to, by the value of the choice. */
export const targetOf = (value: string): Target => targets[value] ?? fallback;

/** The targets as a choice. */
export const targetOptions = Object.entries(targets).map(([value, { to, port, protocol }]) => ({
  value,
  label: `${to}, ${protocol} ${port}`,
}));

/** A try to connect. */
export const connect = (from: string, value: string): ApiCall => ({
  api: 'clients',
  operation: 'Connect',
  input: { from, ...targetOf(value) },
});
