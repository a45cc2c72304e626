import type { LogSettings } from './log-settings.ts';
import { LINE_BYTES } from './timings.ts';

/** Lines that wait in a driver, and how many it had to give up since the last batch. */
export interface Buffer {
  readonly lines: number;
  readonly lost: number;
}

/** How many lines a buffer takes. */
export const capacityOf = ({ bufferBytes }: LogSettings): number => Math.floor(bufferBytes / LINE_BYTES);

/** A buffer after more lines were written: what does not fit is lost in non-blocking mode, and not written at all in blocking mode. */
export function written(settings: LogSettings, before: number, lines: number): Buffer {
  const excess = Math.max(0, before + lines - capacityOf(settings));
  return { lines: before + lines - excess, lost: settings.mode === 'blocking' ? 0 : excess };
}
