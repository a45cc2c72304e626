import { useEffectEvent, useLayoutEffect, type RefObject } from 'react';
import type { Frame } from '../../model/frame.ts';
import type { Millis } from '../../model/json.ts';
import type { Run } from '../../simulation/engine/run.ts';
import { useListener } from '../use-listener.ts';

/** What is drawn: a frame at the reader's time, and the run that it is of; the frame of an account has no run. */
interface Drawn {
  readonly frame: Frame;
  readonly time: Millis;
  readonly run: Run | undefined;
}

/** What the page may ask of a live diagram. */
interface Wishes {
  readonly seek: (time: Millis) => void;
  readonly reset: () => void;
  readonly run: (wanted: HTMLElementEventMap['drydock:run']['detail']) => void;
}

/** Tells the page what is drawn in the moment in which it is drawn, and hears what the page asks for. */
export function useFrameEvents(root: RefObject<HTMLElement | null>, { frame, time, run }: Drawn, wishes: Wishes): void {
  // Before anything is told, so that who is told may ask.
  useListener(root, 'drydock:seek', ({ detail }) => {
    wishes.seek(detail.time);
  });
  useListener(root, 'drydock:reset', wishes.reset);
  useListener(root, 'drydock:run', (event) => {
    event.preventDefault();
    wishes.run(event.detail);
  });
  const tell = useEffectEvent(() => {
    root.current?.dispatchEvent(new CustomEvent('drydock:frame', { bubbles: true, detail: { frame, time, run } }));
  });
  const inputs = run?.inputs;
  useLayoutEffect(() => {
    tell();
  }, [frame, time, inputs]);
}
