import type Mermaid from 'mermaid';
import type { Page } from 'playwright-core';

/** Where Mermaid has put the parts of a statechart, in pixels. */
export interface StatechartLayout {
  readonly width: number;
  readonly height: number;
  readonly states: readonly Place[];
  /** The dots from which a machine, or a state with others in it, begins. */
  readonly dots: readonly Place[];
  /** In the order of the arrows in the text. */
  readonly arrows: readonly { readonly line: string; readonly label: Place; readonly rows: readonly string[] }[];
}

interface Place {
  /** The Mermaid id; empty for what has none. */
  readonly id: string;
  readonly box: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lays a state diagram out in a page that has loaded Mermaid. */
export const layOut = (page: Page, text: string): Promise<StatechartLayout> => page.evaluate(layOutHere, text);

/** Runs in the browser, so it must hold everything that it needs. */
async function layOutHere(text: string): Promise<StatechartLayout> {
  const { mermaid } = globalThis as unknown as { readonly mermaid: typeof Mermaid }; // its script sets this global
  mermaid.initialize({ startOnLoad: false, htmlLabels: false });
  const { svg } = await mermaid.render('chart', text);
  document.body.replaceChildren(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
  const root = document.querySelector('svg');
  if (root === null) throw new Error('Mermaid drew nothing.');
  const { width, height, x: left, y: top } = root.viewBox.baseVal;
  root.style.cssText = `position: absolute; left: 0; top: 0; max-width: none; width: ${width}px; height: ${height}px`;

  const placeOf = (element: Element, id: string, box: boolean): Place => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { id, box, x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
  };
  const shifted = (path: SVGPathElement): string => {
    const { e, f } = path.getCTM() ?? new DOMMatrix();
    const numbers = /(-?[\d.]+),(-?[\d.]+)/g;
    return (path.getAttribute('d') ?? '').replace(
      numbers,
      (_, x: string, y: string) => `${Math.round(Number(x) + e)},${Math.round(Number(y) + f)}`,
    );
  };
  const idIn = (element: Element): string => /-state-(\w+?)-\d+$/.exec(element.id)?.[1] ?? '';

  const nodes = [...root.querySelectorAll('g.node')];
  const states = nodes.flatMap((node) => {
    const shape = node.querySelector('rect.label-container');
    return shape === null ? [] : [placeOf(shape, idIn(node), false)];
  });
  const boxes = [...root.querySelectorAll('g.statediagram-cluster')].flatMap((cluster) => {
    const shape = cluster.querySelector('rect.outer');
    return shape === null ? [] : [placeOf(shape, idIn(cluster), true)];
  });
  const dots = nodes.flatMap((node) => (node.querySelector('rect.label-container') === null ? [placeOf(node, '', false)] : []));
  const arrows = [...root.querySelectorAll<SVGPathElement>('path.transition')]
    .map((path) => {
      const id = path.dataset['id'] ?? '';
      const label = root.querySelector(`g.label[data-id="${id}"]`) ?? path;
      const rows = Array.from(label.querySelectorAll('.row'), ({ textContent }) => textContent);
      return { number: Number(id.replace('edge', '')), line: shifted(path), label: placeOf(label, '', false), rows };
    })
    .sort((a, b) => a.number - b.number);
  return { width: Math.ceil(width + left), height: Math.ceil(height + top), states: [...boxes, ...states], dots, arrows };
}
