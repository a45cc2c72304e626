import type { Progress } from './reading/tally.ts';

/** Where progress is written. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

const pause = 2_000;

/**
 * Shows how far a reading is: on a terminal in one line that is written again, elsewhere a line every two seconds. Not
 * the spinner of @clack/prompts, which takes Ctrl-C for itself and ends the process as if all were well.
 */
export function progressLine(screen: Screen, now: () => number = Date.now) {
  let last = -Infinity;
  return {
    show: ({ what, region, done, found, calls }: Progress): void => {
      if (screen.isTTY !== true && now() - last < pause) return;
      last = now();
      const line = `${region} ${what}: ${done} of ${found} read, ${calls} calls`.trim();
      screen.write(screen.isTTY === true ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end: (): void => {
      if (screen.isTTY === true) screen.write('\r\u001b[K');
    },
  };
}
