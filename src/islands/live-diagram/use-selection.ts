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
