import { useCallback, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Id } from '../../model/json.ts';

/** Which resource the panel shows. Opened by keyboard, the focus goes to the panel; closed, it returns to the picture. */
export function useSelection(root: RefObject<HTMLElement | null>) {
  const [selected, setSelected] = useState<Id>();
  const select = useCallback(
    (id: Id, byKeyboard = false) => {
      flushSync(() => {
        setSelected(id);
      });
      keepInSight(root.current);
      if (byKeyboard) root.current?.querySelector<HTMLElement>('[data-panel-title]')?.focus();
    },
    [root],
  );
  const close = useCallback(() => {
    flushSync(() => {
      setSelected(undefined);
    });
    const reachable = root.current?.querySelector<HTMLElement>('[data-resource][tabindex="0"]');
    reachable?.focus();
  }, [root]);
  return { selected, select, close } as const;
}

/** Where the panel is a sheet over the picture, what was selected moves out from under it. */
function keepInSight(diagram: HTMLElement | null): void {
  const panel = diagram?.querySelector('.panel');
  if (diagram === null || !(panel instanceof HTMLElement) || getComputedStyle(panel).position !== 'sticky') return;
  diagram.querySelector('.stage [aria-expanded="true"]')?.scrollIntoView({ block: 'nearest' });
}
