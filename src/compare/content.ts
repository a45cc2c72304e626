import rows from '../../content/facts/comparison.yaml';
import type { FactFile } from '../model/fact.ts';
import { comparisonTables } from './comparison.ts';
import { factBook } from './fact-book.ts';

/** The facts of `content/facts/`; the YAML plugin has checked each file against its schema. */
export const facts = factBook(
  import.meta.glob<FactFile>(['/content/facts/*.yaml', '!/content/facts/comparison.yaml'], { eager: true, import: 'default' }),
);

/** The comparison of ECS and EKS, with its facts. */
export const comparison = comparisonTables(rows, facts);
