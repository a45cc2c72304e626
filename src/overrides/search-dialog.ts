/** The part of Pagefind's own interface that the dialog uses. */
interface Pagefind {
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<Found> }[] }>;
}

interface Found {
  readonly url: string;
  readonly plain_excerpt: string;
  readonly meta: { readonly title?: string };
}

const shown = 8;

/** The index is written after the pages are built, so no bundler may follow this import. */
const loadIndex = (): Promise<Pagefind> => import(/* @vite-ignore */ new URL('/pagefind/pagefind.js', location.href).href);

/** Makes an element of a name with a text. */
function element<N extends keyof HTMLElementTagNameMap>(name: N, text: string): HTMLElementTagNameMap[N] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function resultItem({ url, meta, plain_excerpt }: Found): HTMLLIElement {
  const link = element('a', meta.title ?? url);
  link.href = url;
  const item = document.createElement('li');
  item.append(link, element('p', plain_excerpt));
  return item;
}

/** The search box of the header. Nothing of the search index is loaded before it is first opened. */
class SearchDialog extends HTMLElement {
  #index: Promise<Pagefind | undefined> | undefined;
  #asked = 0;

  connectedCallback(): void {
    this.querySelector('[data-open]')?.addEventListener('click', () => this.#open());
    this.querySelector('input')?.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement) void this.#search(target.value.trim());
    });
    this.querySelector('[data-close]')?.addEventListener('click', () => this.querySelector('dialog')?.close());
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.#open();
    });
  }

  #open(): void {
    this.#index ??= loadIndex().catch(() => {
      this.#say(this.dataset['failed'] ?? '');
      return undefined;
    });
    const dialog = this.querySelector('dialog');
    if (dialog?.open === false) dialog.showModal();
  }

  /** Shows what is found; an answer that a later question has overtaken is dropped. */
  async #search(query: string): Promise<void> {
    const turn = (this.#asked += 1);
    const index = await this.#index;
    if (index === undefined) return;
    const { results } = query === '' ? { results: [] } : await index.search(query);
    const found = await Promise.all(results.slice(0, shown).map((result) => result.data()));
    if (turn !== this.#asked) return;
    this.querySelector('ol')?.replaceChildren(...found.map(resultItem));
    this.#say(query === '' || found.length > 0 ? '' : (this.dataset['none'] ?? '').replace('{{query}}', query));
  }

  #say(sentence: string): void {
    this.querySelector('[role=status]')?.replaceChildren(sentence);
  }
}

customElements.define('drydock-search', SearchDialog);
