import { BLOCKING_LINES, LINE_BYTES } from './timings.ts';

/** The options of a container's log configuration. */
export type LogOptions = Readonly<Record<string, string>>;

/** What a driver makes of the options: what it does when its buffer is full, and how much the buffer takes, in bytes. */
export interface LogSettings {
  readonly mode: 'blocking' | 'non-blocking';
  readonly bufferBytes: number;
  readonly createsGroup: boolean;
}

const DEFAULT_BUFFER = '10m';
const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** A size as Docker writes it, `10m` or `512k`, in bytes; undefined for what is none. */
export function bytesOf(size: string): number | undefined {
  const [, number, unit = ''] = /^(\d+)([bkmg]?)b?$/i.exec(size) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}

/** Reads the options with their defaults; only non-blocking mode heeds `max-buffer-size`. */
export function logSettings(options: LogOptions): LogSettings {
  const mode = options['mode'] === 'blocking' ? 'blocking' : 'non-blocking';
  const wanted = bytesOf(options['max-buffer-size'] ?? DEFAULT_BUFFER) ?? bytesOf(DEFAULT_BUFFER) ?? 0;
  return {
    mode,
    bufferBytes: mode === 'blocking' ? BLOCKING_LINES * LINE_BYTES : wanted,
    createsGroup: options['awslogs-create-group'] === 'true',
  };
}
