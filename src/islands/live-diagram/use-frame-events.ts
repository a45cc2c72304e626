import { useEffect, useEffectEvent, useLayoutEffect, type RefObject } from 'react';
import type { Frame } from '../../model/frame.ts';
import type { Millis } from '../../model/json.ts';
import type { Run } from '../../simulation/engine/run.ts';

/** Tells the page each frame in the moment in which it is drawn; the page may ask for a time with `drydock:seek`, and for a new beginning. */
export function useFrameEvents(
  root: RefObject<HTMLElement | null>,
  frame: Frame,
  run: Run | undefined,
  seek: (time: Millis) => void,
  reset: () => void,
): void {
  const tell = useEffectEvent(() => {
    root.current?.dispatchEvent(new CustomEvent('drydock:frame', { bubbles: true, detail: { frame, run } }));
  });
  const inputs = run?.inputs;
  useLayoutEffect(() => {
    tell();
  }, [frame, inputs]);
  const onSeek = useEffectEvent(({ detail }: HTMLElementEventMap['drydock:seek']) => {
    seek(detail.time);
  });
  const onReset = useEffectEvent(reset);
  useEffect(() => {
    const element = root.current;
    const listen = (event: HTMLElementEventMap['drydock:seek']): void => {
      onSeek(event);
    };
    const begin = (): void => {
      onReset();
    };
    element?.addEventListener('drydock:seek', listen);
    element?.addEventListener('drydock:reset', begin);
    return () => {
      element?.removeEventListener('drydock:seek', listen);
      element?.removeEventListener('drydock:reset', begin);
    };
  }, [root]);
}
