import type { StatechartFile } from './statechart-files.ts';
import type { StatechartLayout } from './statechart-layout.ts';

/** Writes a laid-out statechart as an SVG without scripts and styles: its looks are the page's. */
export function statechartSvg({ text, paths, hash }: StatechartFile, { width, height, states, dots, arrows }: StatechartLayout): string {
  const ends = Array.from(text.matchAll(/^\s*(\S+) --> (\S+)/gm), ([, from = '', to = '']) => ({ from, to }));
  const pathOf = (id: string): string => escaped(paths.get(id) ?? '');
  const nameOf = (id: string): string => escaped(paths.get(id)?.split('.').at(-1) ?? 'any state');
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="statechart" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" data-text="${hash}">`,
    '<marker id="statechart-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M1 .5 7 4 1 7.5Z"/></marker>',
    ...states.map(({ id, box, x, y, width: w, height: h }) => {
      const state = paths.has(id) ? ` data-state="${pathOf(id)}"` : '';
      const label = `<text x="${x + w / 2}" y="${box ? y + 13 : y + h / 2}">${nameOf(id)}</text>`;
      return `<g${state}${box ? ' class="box"' : ''}><rect x="${x}" y="${y}" width="${w}" height="${h}" rx="8"/>${label}</g>`;
    }),
    ...dots.map(({ x, y, width: w, height: h }) => `<circle cx="${x + w / 2}" cy="${y + h / 2}" r="6"/>`),
    ...arrows.map(({ line, label, rows }, i) => {
      const { from = '', to = '' } = ends[i] ?? {};
      const middle = label.x + label.width / 2;
      const words = rows.map((row, at) => `<text x="${middle}" y="${label.y + 9 + 16 * at}">${escaped(row.trim())}</text>`);
      const joins = paths.has(to) && from !== '[*]' ? ` data-from="${pathOf(from)}" data-to="${pathOf(to)}"` : '';
      return `<g class="arrow"${joins}><path d="${line}" marker-end="url(#statechart-arrow)"/>${words.join('')}</g>`;
    }),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
