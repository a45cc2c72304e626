import type { Limit } from '../../account/about.ts';
import type { Snapshot } from '../../account/snapshot.ts';
import { snapshotName, snapshotVersion } from '../../account/snapshot-frame.ts';
import type { Caps } from './allowance.ts';
import { allowanceOf, usualCaps } from './allowance.ts';
import { askerOf } from './asker.ts';
import type { Caller } from './caller.ts';
import { askCaller } from './caller.ts';
import type { Clients } from './clients.ts';
import { keeperOf } from './keeper.ts';
import type { Pace } from './pacing.ts';
import { readAroundEcs } from './read-around-ecs.ts';
import { readEcs } from './read-ecs.ts';
import { readEks } from './read-eks.ts';
import { readMonitoring } from './read-monitoring.ts';
import type { Ground } from './reading.ts';
import { refusalsOf } from './refusals.ts';
import type { Progress } from './tally.ts';
import { tallyOf } from './tally.ts';

/** What shall be read, and by whom. */
export interface ReadingOptions {
  readonly regions: readonly string[];
  readonly include: readonly ('ecs' | 'eks')[];
  readonly caps?: Partial<Caps>;
  readonly clientsOf: (region: string) => Clients;
  /** The same for all readings of an account, which share AWS's rates. */
  readonly pace: Pace;
  /** Whose account it is, if that is known; else it is asked. */
  readonly caller?: Caller | undefined;
}

/** How a reading tells of itself, and how it is ended. */
export interface ReadingHooks {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads an account, one Region after the other. What is denied is named in the result and the rest is read; an error that leaves
 * nothing to read with, such as an expired login or a lost connection, is thrown.
 */
export async function readAccount(options: ReadingOptions, { onProgress, signal }: ReadingHooks): Promise<Snapshot> {
  const { include, clientsOf, pace } = options;
  const regions = [...new Set(options.regions)];
  const [first] = regions;
  if (first === undefined) throw new Error('Region is missing');
  const caps = { ...usualCaps, ...options.caps };
  const limits: Limit[] = [];
  const refusals = refusalsOf();
  const ownAllowance = (cap: number) => allowanceOf(cap, limits);
  const allowances: Ground['allowances'] = {
    clusters: ownAllowance(caps.clusters),
    eksClusters: ownAllowance(caps.clusters),
    services: ownAllowance(caps.services),
    tasks: ownAllowance(caps.tasks),
    taskDefinitions: ownAllowance(caps.taskDefinitions),
  };
  const tally = tallyOf(onProgress);
  const failed = new AbortController(); // one part that cannot go on ends the others
  const keeper = keeperOf(refusals.complain);
  const groundOf = (region: string): Ground => ({
    asker: askerOf(region, { clientsOf, pace, tally, refusals, signal: AbortSignal.any([signal, failed.signal]) }),
    keeper,
    caps,
    allowances,
    ownAllowance,
  });
  try {
    const caller = options.caller ?? (await askCaller(groundOf(first).asker));
    for (const region of regions) await readRegion(groundOf(region), include);
    return {
      schema: snapshotName,
      version: snapshotVersion,
      readAt: new Date().toISOString(),
      caller,
      regions,
      ...keeper.sections(),
      limits,
      denied: refusals.denied(),
      errors: refusals.errors(),
    };
  } finally {
    failed.abort();
    tally.end();
  }
}

const readRegion = (ground: Ground, include: ReadingOptions['include']): Promise<unknown> =>
  Promise.all([
    include.includes('ecs') ? readEcs(ground).then((found) => readAroundEcs(ground, found)) : undefined,
    include.includes('eks') ? readEks(ground).then((clusters) => (clusters.length > 0 ? readMonitoring(ground) : undefined)) : undefined,
  ]);
