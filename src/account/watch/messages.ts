import type { Frame, Message } from '../../model/frame.ts';
import type { Mask } from '../mask.ts';
import type { Moment } from './hour.ts';

/**
 * A frame of an account with what changed up to its reading among its messages, in the order of time. The provider's own events
 * are there already, and what is not drawn is left out.
 */
export function withChanges(frame: Frame, hour: readonly Moment[], until: Moment, show: Mask): Frame {
  const told = hour
    .filter(({ at }) => at <= until.at)
    .flatMap(({ at, changes }) =>
      changes
        .filter((change) => change.at === undefined)
        .map((change) => ({ at, from: show(change.id), to: show(change.id), type: 'account.changed', text: show(change.text), log: true })),
    )
    .filter(({ from }) => frame.resources.has(from));
  if (told.length === 0) return frame;
  const messages = [...frame.messages, ...told].toSorted((one, other) => one.at - other.at);
  return { ...frame, messages: messages.map((message, seq): Message => ({ ...message, seq })) };
}
