import { matches, queryOf } from './wanted.ts';
import type { Wanted } from './wanted.ts';

/**
 * Hides the rows (`[data-row]`) inside it that a reader does not look for, says how many are left, and keeps what was
 * asked in the address. Its fields are named `q` for words, and as a row's data attribute for a list.
 */
class RowFilter extends HTMLElement {
  connectedCallback(): void {
    const asked = new URLSearchParams(location.search);
    for (const field of this.#fields()) {
      field.value = asked.get(field.name) ?? '';
      // A list has its first, empty choice for what it does not hold.
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
    }
    this.#filter();
    this.addEventListener('input', () => {
      const wanted = this.#filter();
      history.replaceState(history.state, '', `${location.pathname}${queryOf(wanted)}${location.hash}`);
    });
    // A link to a row leads there even when the row was filtered out.
    addEventListener('hashchange', () => this.#unhideTarget());
    this.#unhideTarget();
  }

  #fields(): NodeListOf<HTMLInputElement | HTMLSelectElement> {
    return this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select');
  }

  /** Shows and hides rows by what the fields say, and returns that. */
  #filter(): Wanted {
    const wanted = Object.fromEntries([...this.#fields()].map(({ name, value }) => [name, value]));
    const rows = [...this.querySelectorAll<HTMLElement>('[data-row]')];
    for (const row of rows) row.hidden = !matches(wanted, { text: row.textContent, values: row.dataset });
    const shown = rows.filter(({ hidden }) => !hidden).length;
    this.querySelector('[role=status]')?.replaceChildren(`${shown} of ${rows.length} ${this.dataset['things'] ?? ''}`);
    return wanted;
  }

  #unhideTarget(): void {
    const row = document.getElementById(location.hash.slice(1));
    if (row?.hidden !== true) return;
    row.hidden = false;
    row.scrollIntoView();
  }
}

customElements.define('drydock-filter', RowFilter);
