import type { Frame } from '../../model/frame.ts';
import { clockTime } from './clock.ts';
import { spoken } from './stage/card-text.ts';

/** More resources than these are counted in a summary, not named. */
const NAMED = 3;

/** One sentence about what changed at a moment, for those who do not see it. */
export function summaryOf({ time, changed, resources }: Frame): string {
  const named = changed.flatMap((id) => {
    const resource = resources.get(id);
    return resource === undefined ? [] : [spoken(resource)];
  });
  const gone = changed.length - named.length;
  const more = named.length - NAMED;
  const parts = [...named.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : []), ...(gone > 0 ? [`${gone} gone`] : [])];
  return `${clockTime(time)}: ${parts.length === 0 ? 'nothing changed' : parts.join('; ')}.`;
}
