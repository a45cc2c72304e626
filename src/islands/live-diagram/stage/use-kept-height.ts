import { useLayoutEffect, type RefObject } from 'react';

/** Keeps an element as tall as it has been, so that what stands below it stays when it has less to show; another width or another picture begins anew. */
export function useKeptHeight(element: RefObject<HTMLElement | null>, picture: string): void {
  useLayoutEffect(() => {
    const kept = element.current;
    if (kept === null) return;
    let width = 0;
    const observer = new ResizeObserver(() => {
      if (kept.offsetWidth !== width) kept.style.minHeight = '';
      width = kept.offsetWidth;
      kept.style.minHeight = `${Math.ceil(kept.getBoundingClientRect().height)}px`;
    });
    observer.observe(kept);
    return () => {
      observer.disconnect();
    };
  }, [element, picture]);
}
