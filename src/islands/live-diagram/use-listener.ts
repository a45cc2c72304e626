import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Listens to what happens in an element: for keys that a group of controls takes as one, which no single control owns. */
export function useListener<Name extends 'keydown' | 'focusin'>(
  element: RefObject<HTMLElement | null>,
  name: Name,
  handle: (event: HTMLElementEventMap[Name]) => void,
): void {
  const onEvent = useEffectEvent(handle);
  useEffect(() => {
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
