import type { Frame } from '../../model/frame.ts';
import type { PlayerState } from '../../simulation/engine/transport.ts';
import { clockTime } from '../clock.ts';
import { spoken } from '../card-text.ts';

/** More resources than these are counted in a summary, not named. */
const NAMED = 3;

/** What there is to say of the present moment to those who do not see it; undefined for nothing new. */
export function newsOf({ status, index, frame, time }: Pick<PlayerState, 'status' | 'index' | 'frame' | 'time'>): string | undefined {
  const isStill = status === 'playing' && frame.changed.length === 0;
  if (index === 0 || isStill) return undefined;
  const summary = summaryOf(frame);
  if (status === 'at end') return `The diagram ends here, at ${clockTime(time)}. ${summary}`;
  return status === 'paused' && frame.time !== time ? `Paused at ${clockTime(time)}. ${summary}` : summary;
}

/** One sentence about what changed at a moment. */
function summaryOf({ time, changed, resources }: Frame): string {
  const named = changed.flatMap((id) => {
    const resource = resources.get(id);
    return resource === undefined ? [] : [spoken(resource)];
  });
  const gone = changed.length - named.length;
  const more = named.length - NAMED;
  const parts = [...named.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : []), ...(gone > 0 ? [`${gone} gone`] : [])];
  return `${clockTime(time)}: ${parts.length === 0 ? 'nothing changed' : parts.join('; ')}.`;
}
