import type { Frame } from '../../../model/frame.ts';
import type { Id } from '../../../model/json.ts';
import type { Resource } from '../../../model/resource.ts';
import { toneOf } from '../../../model/status.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { momentAt } from '../../../simulation/engine/run.ts';
import type { FaultOffer } from '../../../simulation/engine/scenario.ts';
import { faultOfKey, hasFault } from '../../../simulation/engine/world.ts';

/** One fault with the resource that it would befall, or befalls already. */
export interface FaultRow {
  readonly offer: FaultOffer;
  readonly target: Id;
  readonly targetName: string;
  readonly on: boolean;
  /** Why it is not to be had now, in one sentence. */
  readonly unavailable?: string;
}

const canSuffer = (offer: FaultOffer, resource: Resource, frame: Frame): boolean =>
  resource.kind === offer.on && toneOf(resource) !== 'gone' && offer.unavailable?.(resource, frame) === undefined;

/** The faults of one resource: each is on or off. What is gone can only be repaired. */
export function faultsOf(run: Run, frame: Frame, resource: Resource): readonly FaultRow[] {
  const { world } = momentAt(run, frame.index);
  return run.scenario.faults
    .filter(({ on }) => on === resource.kind)
    .flatMap((offer) => {
      const on = hasFault(world, offer.id, resource.id);
      if (!on && toneOf(resource) === 'gone') return [];
      const unavailable = on ? undefined : offer.unavailable?.(resource, frame);
      return { offer, target: resource.id, targetName: resource.name, on, ...(unavailable === undefined ? {} : { unavailable }) };
    });
}

/** What may be broken now: each fault once, on the selected resource if it can suffer it, else on the first that can; then what is broken. */
export function breakable(run: Run, frame: Frame, selected: Id | undefined): readonly FaultRow[] {
  const { world } = momentAt(run, frame.index);
  const { faults } = run.scenario;
  const resources = [...frame.resources.values()].toSorted((a, b) => Number(b.id === selected) - Number(a.id === selected));
  const broken = [...world.faults.keys()].map(faultOfKey).flatMap(({ fault, target }) => {
    const offer = faults.find(({ id }) => id === fault);
    return offer === undefined ? [] : [{ offer, target, targetName: frame.resources.get(target)?.name ?? 'it', on: true }];
  });
  const offered = faults.flatMap((offer) => {
    const target = resources.find((resource) => canSuffer(offer, resource, frame) && !hasFault(world, offer.id, resource.id));
    return target === undefined ? [] : [{ offer, target: target.id, targetName: target.name, on: false }];
  });
  return [...offered, ...broken];
}
