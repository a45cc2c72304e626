import { defaultPercents } from './service-defaults.ts';

/** The percentages of a deployment configuration. */
export interface RollingPercents {
  readonly minimumHealthyPercent?: number | undefined;
  readonly maximumPercent?: number | undefined;
}

const usual = defaultPercents.REPLICA;

/** How many tasks must stay healthy while the scheduler stops others: rounded up. */
export const healthyFloor = (desiredCount: number, { minimumHealthyPercent = usual.minimumHealthyPercent }: RollingPercents = {}): number =>
  Math.ceil((desiredCount * minimumHealthyPercent) / 100);

/** How many tasks there may be at once while the scheduler starts others: rounded down. */
export const taskCeiling = (desiredCount: number, { maximumPercent = usual.maximumPercent }: RollingPercents = {}): number =>
  Math.floor((desiredCount * maximumPercent) / 100);
