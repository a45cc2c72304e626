import { createContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useListener } from '../use-listener.ts';
import { useOwnId } from '../own-id.ts';

/** Closes the menu around a choice that has been taken. */
export const CloseMenu = createContext<() => void>(() => undefined);

interface Props {
  readonly label: string;
  readonly className?: string;
  /** The choices; rendered only while the menu is open. */
  readonly children: ReactNode;
}

/** A button that opens a small panel of choices; Escape and a press elsewhere close it, and focus returns to the button. */
export function Menu({ label, className = '', children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useOwnId();
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  useListener(root, 'keydown', ({ key }) => {
    if (key === 'Escape' && open) close();
  });
  useEffect(() => {
    if (!open) return;
    const onPress = ({ target }: PointerEvent): void => {
      if (target instanceof Node && root.current?.contains(target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('pointerdown', onPress);
    };
  }, [open]);
  return (
    <div className="menu" ref={root}>
      <button
        type="button"
        ref={button}
        className={`button ${className}`}
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        onClick={() => {
          flushSync(() => {
            setOpen(!open);
          });
        }}
      >
        {label}
      </button>
      {open ? (
        <div className="menu-panel" id={panelId} role="group" aria-label={label}>
          <CloseMenu value={close}>{children}</CloseMenu>
        </div>
      ) : null}
    </div>
  );
}
