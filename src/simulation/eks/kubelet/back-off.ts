const FIRST = 10_000;
const MOST = 300_000;
/** After so long without a crash the pauses begin anew. */
export const CLEAN_RUN = 600_000;

/** The pause before the try that follows `failures` failed ones: 10 s, 20 s, 40 s … 300 s. */
export const backOff = (failures: number): number => Math.min(FIRST * 2 ** Math.max(0, failures - 1), MOST);
