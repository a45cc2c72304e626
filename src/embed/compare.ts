import { comparison } from '../compare/content.ts';
import { comparisonTable } from './comparison-table.ts';
import { element } from './element.ts';
import style from './style.css?inline';

/** Where this script came from is where the lessons are. */
const site = new URL(/* @vite-ignore */ '../', import.meta.url).href;

/**
 * `<ecs-eks-compare view="table" theme="auto|light|dark">`: the comparison of ECS and EKS on any page.
 * It asks the network for nothing and works where a host allows no styles.
 */
class EcsEksCompare extends HTMLElement {
  static readonly observedAttributes = ['view'];
  readonly #root = this.attachShadow({ mode: 'open' });

  connectedCallback(): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.#root.adoptedStyleSheets = [sheet];
    this.#draw();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#draw();
  }

  #draw(): void {
    const view = this.getAttribute('view') ?? 'table';
    const content =
      view === 'table'
        ? comparison.map((table) => comparisonTable(table, site))
        : [element('p', { role: 'alert' }, `This comparison has no view "${view}": write view="table".`)];
    const home = element(
      'p',
      { class: 'home' },
      'From ',
      element('a', { href: site, target: '_blank', rel: 'noopener' }, 'Drydock'),
      ', where each claim runs.',
    );
    this.#root.replaceChildren(element('div', { class: 'frame' }, ...content, home));
  }
}

// A page may load the script twice.
if (customElements.get('ecs-eks-compare') === undefined) customElements.define('ecs-eks-compare', EcsEksCompare);
