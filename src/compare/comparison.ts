import { piecesOf } from './fact-book.ts';
import type { FactBook, Piece } from './fact-book.ts';
import type { ComparisonRow } from './comparison-file.ts';

/** A row with its facts put in. */
export interface Line extends Omit<ComparisonRow, 'today' | 'add'> {
  readonly today: readonly Piece[];
  readonly add: readonly Piece[];
}

/** One table: what is said of both services, the rows of each together and in the order of the file. */
export interface Table {
  readonly id: ComparisonRow['list'];
  readonly caption: string;
  readonly groups: readonly { readonly platform: ComparisonRow['platform']; readonly label: string; readonly lines: readonly Line[] }[];
}

/** How each verdict is told: a word, and a shape for those who scan. */
export const verdicts = {
  holds: { word: 'Holds', shape: '●' },
  qualified: { word: 'Holds in part', shape: '◐' },
  outdated: { word: 'Outdated', shape: '✕' },
} as const satisfies Record<ComparisonRow['verdict'], { readonly word: string; readonly shape: string }>;

/** The heads of the columns. */
export const columns = ['What is said', 'As it stands', 'See and check'] as const;

const labels = { ecs: 'Amazon ECS', eks: 'Amazon EKS' } as const;
const captions = { claims: 'Claims about ECS and EKS', practices: 'Best practices for ECS and EKS' } as const;

/** The tables of the comparison, ready to be drawn by a page or by the widget. */
export function comparisonTables(rows: readonly ComparisonRow[], book: FactBook): readonly Table[] {
  const line = (row: ComparisonRow): Line => {
    const where = `Row "${row.id}" of content/facts/comparison.yaml`;
    return { ...row, today: piecesOf(row.today, book, where), add: piecesOf(row.add, book, where) };
  };
  return (['claims', 'practices'] as const).map((id) => ({
    id,
    caption: captions[id],
    groups: (['ecs', 'eks'] as const).map((platform) => ({
      platform,
      label: labels[platform],
      lines: rows.filter((row) => row.list === id && row.platform === platform).map(line),
    })),
  }));
}

/** The ids of the facts that the tables show. */
export const factsOf = (tables: readonly Table[]): readonly string[] =>
  tables
    .flatMap(({ groups }) => groups.flatMap(({ lines }) => lines.flatMap(({ today, add }) => [...today, ...add])))
    .flatMap((piece) => (typeof piece === 'string' ? [] : [piece.id]));
