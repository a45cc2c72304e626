/** The keys with the smallest value, in their order: where a spread starts its next task. */
export const emptiest = (counts: ReadonlyMap<string, number>): readonly string[] => withValue(counts, Math.min(...counts.values()));

/** The keys with the greatest value, in their order: where a spread stops its next task. */
export const fullest = (counts: ReadonlyMap<string, number>): readonly string[] => withValue(counts, Math.max(...counts.values()));

const withValue = (counts: ReadonlyMap<string, number>, wanted: number): readonly string[] =>
  [...counts].filter(([, value]) => value === wanted).map(([key]) => key);

/** Where binpack starts a task: on the instance with the least left of the resource on which it still fits. */
export const binpackStart = (left: ReadonlyMap<string, number>, need: number): string | undefined =>
  emptiest(new Map([...left].filter(([, amount]) => amount >= need)))[0];

/** Where binpack stops a task: on the instance that then has the most left of the resource. */
export const binpackStop = (leftAfterStop: ReadonlyMap<string, number>): string | undefined => fullest(leftAfterStop)[0];

/** Whose tasks a spread counts. */
export const spreadCounts = (launchedBy: string): string =>
  launchedBy === 'service' ? 'tasks of that service' : 'tasks of the same group';
