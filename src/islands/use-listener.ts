import { useEffectEvent, useLayoutEffect, type RefObject } from 'react';

/** Listens to what happens in an element: to keys that a group of controls takes as one, and to what the page asks for. */
export function useListener<Name extends 'keydown' | 'focusin' | 'drydock:seek' | 'drydock:reset' | 'drydock:run'>(
  element: RefObject<HTMLElement | null>,
  name: Name,
  handle: (event: HTMLElementEventMap[Name]) => void,
): void {
  const onEvent = useEffectEvent(handle);
  useLayoutEffect(() => {
    const target = element.current;
    const listen = (event: HTMLElementEventMap[Name]): void => {
      onEvent(event);
    };
    target?.addEventListener(name, listen);
    return () => {
      target?.removeEventListener(name, listen);
    };
  }, [element, name]);
}
