import type { Json, JsonObject } from '../../model/json.ts';
import type { StrategyItem } from './capacity-strategy.ts';
import { launchTypeOf } from './capacity-strategy.ts';
import { textOf } from './find.ts';
import type { ClusterBody } from './objects.ts';

const HIGHEST_WEIGHT = 1000;
const HIGHEST_BASE = 100_000;
const ITEMS_AT_MOST = 20;

/** A capacity provider strategy of a call; undefined without one. What ECS does not take is the error. */
export function strategyInput(value: Json | undefined, cluster: ClusterBody): readonly StrategyItem[] | string | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return 'capacityProviderStrategy must be a list.';
  const items = (value as readonly JsonObject[]).map((item) => ({
    capacityProvider: textOf(item['capacityProvider']) ?? '',
    weight: Number(item['weight'] ?? 0),
    base: Number(item['base'] ?? 0),
  }));
  const unknown = items.find(({ capacityProvider }) => !cluster.capacityProviders.includes(capacityProvider));
  if (unknown !== undefined) return `The specified capacity provider ${unknown.capacityProvider} was not found.`;
  if (items.length > ITEMS_AT_MOST) return `A capacity provider strategy has at most ${ITEMS_AT_MOST} providers.`;
  if (new Set(items.map(({ capacityProvider }) => launchTypeOf(capacityProvider))).size > 1) {
    return 'A capacity provider strategy cannot mix Fargate and Auto Scaling group providers.';
  }
  if (!items.every(({ weight, base }) => isWithin(weight, HIGHEST_WEIGHT) && isWithin(base, HIGHEST_BASE))) {
    return `weight must be a whole number from 0 to ${HIGHEST_WEIGHT}, and base one from 0 to ${HIGHEST_BASE}.`;
  }
  if (items.filter(({ base }) => base > 0).length > 1) return 'Only one capacity provider of a strategy can have a base.';
  return items.some(({ weight }) => weight > 0) ? items : 'At least one capacity provider must have a weight above 0.';
}

const isWithin = (value: number, highest: number): boolean => Number.isInteger(value) && value >= 0 && value <= highest;
