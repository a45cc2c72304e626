const gap = 6;

/**
 * Shows what a term means while the pointer or the focus is on it; Escape puts it away. The meaning stands in the top
 * layer, so nothing moves. Without the script the link still leads to the glossary.
 */
class Term extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('pointerenter', () => this.#show());
    this.addEventListener('focusin', () => this.#show());
    this.addEventListener('pointerleave', () => this.#hide());
    this.addEventListener('focusout', () => this.#hide());
  }

  get #meaning(): HTMLElement | null {
    return this.querySelector<HTMLElement>('[popover]');
  }

  readonly #putAway = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') this.#meaning?.hidePopover();
  };

  #show(): void {
    const meaning = this.#meaning;
    const [line] = this.getClientRects();
    if (meaning === null || line === undefined || meaning.matches(':popover-open')) return;
    meaning.showPopover();
    const { width, height } = meaning.getBoundingClientRect();
    const below = line.bottom + gap + height <= innerHeight;
    meaning.style.left = `${Math.max(gap, Math.min(line.left, document.documentElement.clientWidth - width - gap))}px`;
    meaning.style.top = `${below ? line.bottom : line.top - height}px`;
    document.addEventListener('keydown', this.#putAway);
  }

  /** The pointer may leave while the focus stays, and the other way round. */
  #hide(): void {
    if (this.matches(':hover') || this.matches(':focus-within')) return;
    this.#meaning?.hidePopover();
    document.removeEventListener('keydown', this.#putAway);
  }
}

customElements.define('drydock-term', Term);
