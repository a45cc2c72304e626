import { parseArgs } from 'node:util';

/** What `npm start` was asked for. */
export interface Options {
  readonly port: number;
  readonly open: boolean;
}

/** Reads the options of `npm start`; throws one sentence when they cannot be meant. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string', default: '4321' }, open: { type: 'boolean', default: true } },
    allowNegative: true,
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`"${values.port}" is not a port. Give --port a number from 0 to 65535.`);
  }
  return { port, open: values.open };
}
