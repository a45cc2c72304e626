import type { Resource } from '../../../model/resource.ts';
import type { ActionOffer } from '../../../simulation/engine/scenario.ts';

/** The choice that an action's field shows before the reader has touched it; empty for an action without one. */
export function presentValue({ choice }: ActionOffer, resource: Resource): string {
  if (choice === undefined) return '';
  return choice.type === 'number' ? String(choice.now(resource)) : (choice.options[0]?.value ?? '');
}
