import type { Millis } from '../../model/json.ts';
import { FIRST_RESTART_WAIT } from './timings.ts';

/** The longest wait between two attempts to start a task: 27 minutes. */
const LONGEST_WAIT: Millis = 27 * 60_000;

/** How long the scheduler waits after so many tasks in a row that stopped before they were RUNNING; 0 after none. */
export const restartDelay = (failures: number): Millis =>
  failures === 0 ? 0 : Math.min(FIRST_RESTART_WAIT * 2 ** (failures - 1), LONGEST_WAIT);
