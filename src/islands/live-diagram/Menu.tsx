import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly className?: string;
  /** What is in the menu; it may close it. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel of choices; Escape and a press elsewhere close it, and focus returns to the button. */
export function Menu({ label, className = '', children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('pointerdown', onPress);
    };
  }, [open]);
  return (
    <div
      className="menu"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        ref={button}
        className={`button ${className}`}
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {label}
      </button>
      {open ? (
        <div className="menu-panel" id={panelId} role="group" aria-label={label}>
          {children(close)}
        </div>
      ) : null}
    </div>
  );
}
