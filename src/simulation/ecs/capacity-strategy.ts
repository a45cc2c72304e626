/** One capacity provider of a strategy. */
export interface StrategyItem {
  readonly capacityProvider: string | undefined;
  readonly base?: number | undefined;
  readonly weight?: number | undefined;
}

/**
 * The provider for one more task: first the base of each, then the one that is furthest behind its share by weight.
 * How AWS rounds is not published; this keeps every provider within one task of its share.
 */
export function chooseProvider(strategy: readonly StrategyItem[], tasks: ReadonlyMap<string, number>): string | undefined {
  const on = ({ capacityProvider = '' }: StrategyItem) => tasks.get(capacityProvider) ?? 0;
  const based = strategy.find((item) => on(item) < (item.base ?? 0));
  if (based !== undefined) return based.capacityProvider;
  let best: { readonly provider: string | undefined; readonly filled: number } | undefined;
  for (const item of strategy) {
    const { base = 0, weight = 0 } = item;
    if (weight === 0) continue;
    const filled = (on(item) - base + 1) / weight;
    if (best === undefined || filled < best.filled) best = { provider: item.capacityProvider, filled };
  }
  return best?.provider;
}

/** How so many tasks fall on the providers of a strategy; one that can take no more keeps its share waiting, as no other steps in. */
export function splitTasks(strategy: readonly StrategyItem[], count: number): ReadonlyMap<string, number> {
  const tasks = new Map(strategy.map(({ capacityProvider = '' }) => [capacityProvider, 0]));
  for (let placed = 0; placed < count; placed += 1) {
    const provider = chooseProvider(strategy, tasks);
    if (provider !== undefined) tasks.set(provider, (tasks.get(provider) ?? 0) + 1);
  }
  return tasks;
}

/** The launch type of the tasks of a capacity provider: two names are Fargate's, all others stand for EC2 instances. */
export const launchTypeOf = (provider: string): 'EC2' | 'FARGATE' =>
  provider === 'FARGATE' || provider === 'FARGATE_SPOT' ? 'FARGATE' : 'EC2';
