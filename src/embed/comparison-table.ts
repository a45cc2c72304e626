import { columns, verdicts } from '../compare/comparison.ts';
import type { Line, Table } from '../compare/comparison.ts';
import type { Piece } from '../compare/fact-book.ts';
import { dateText, factText, isIllustrative } from '../model/fact-text.ts';
import { element } from './element.ts';
import type { Child } from './element.ts';

/** Opens beside the host's page, never in it. */
const link = (href: string, text: string): Child => element('a', { href, target: '_blank', rel: 'noopener' }, text);

const words = (pieces: readonly Piece[]): readonly Child[] =>
  pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    const { fact, id } = piece;
    const text = isIllustrative(fact) ? `${factText(fact)} (illustrative)` : factText(fact);
    return element('span', { class: 'fact', 'data-fact': id }, text);
  });

/** A row. The roles repeat what the elements mean, because a narrow column draws them as blocks. */
const row = (line: Line, site: string): Child =>
  element(
    'tr',
    { role: 'row', 'data-row': line.id },
    element('th', { role: 'rowheader', scope: 'row' }, line.name, element('span', { class: 'claim' }, line.claim)),
    element(
      'td',
      { role: 'cell' },
      element(
        'p',
        { class: `verdict ${line.verdict}` },
        element('span', { 'aria-hidden': 'true' }, verdicts[line.verdict].shape),
        ` ${verdicts[line.verdict].word}`,
      ),
      element('p', {}, ...words(line.today)),
      element('p', {}, ...words(line.add)),
    ),
    element(
      'td',
      { role: 'cell' },
      ...(line.run === undefined ? [] : [element('p', {}, link(new URL(line.run.page, site).href, line.run.text))]),
      element('ul', {}, ...line.sources.map(({ title, url }) => element('li', {}, link(url, title)))),
      element('p', { class: 'checked' }, 'Checked ', element('time', { datetime: line.checked }, dateText(line.checked))),
    ),
  );

/** A table of the comparison. `site` is where Drydock stands. */
export const comparisonTable = ({ id, caption, groups }: Table, site: string): HTMLTableElement =>
  element(
    'table',
    { role: 'table', 'data-list': id },
    element('caption', {}, caption),
    element(
      'thead',
      { role: 'rowgroup' },
      element('tr', { role: 'row' }, ...columns.map((column) => element('th', { role: 'columnheader', scope: 'col' }, column))),
    ),
    ...groups.map(({ platform, label, lines }) =>
      element(
        'tbody',
        { role: 'rowgroup', class: platform },
        element(
          'tr',
          { role: 'row' },
          element('th', { role: 'rowheader', scope: 'rowgroup', class: 'platform', colspan: String(columns.length) }, label),
        ),
        ...lines.map((line) => row(line, site)),
      ),
    ),
  );
