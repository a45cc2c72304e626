import type { Fact } from './fact.ts';

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6, trailingZeroDisplay: 'stripIfInteger' });
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The value with its unit, as it reads in a sentence: `30 seconds`, `100%`, `$0.10 per cluster-hour`. */
export function factText({ value, unit }: Pick<Fact, 'value' | 'unit'>): string {
  if (unit?.startsWith('USD') === true) return `$${typeof value === 'number' ? money.format(value) : value}${unit.slice('USD'.length)}`;
  const shown = typeof value === 'number' ? plain.format(value) : value;
  if (unit === undefined) return shown;
  return unit === '%' ? `${shown}%` : `${shown} ${unit}`;
}

/** A checked date as a reader sees it: `23 November 2026`. */
export function dateText(checked: string): string {
  const [year = '', month, day] = checked.split('-');
  return `${String(Number(day))} ${months[Number(month) - 1] ?? ''} ${year}`;
}

/** Tells whether a value is to be shown as illustrative: nobody published it, or no source could be opened. */
export const isIllustrative = ({ confidence }: Pick<Fact, 'confidence'>): boolean => confidence === 'memory' || confidence === 'model';

/** How sure a fact is: a word for it, and what the word means. */
export const confidences: Readonly<Record<Fact['confidence'], { readonly word: string; readonly meaning: string }>> = {
  verified: { word: 'Verified', meaning: 'read in this source' },
  secondary: { word: 'Second hand', meaning: 'from a third party or an older copy' },
  memory: { word: 'From memory', meaning: 'illustrative: no source could be opened' },
  model: { word: 'Inferred', meaning: 'illustrative: follows from this source, but nobody promises it' },
};

const topicNames: Readonly<Record<string, string>> = { ecs: 'ECS', eks: 'EKS', elb: 'Elastic Load Balancing', k8s: 'Kubernetes' };

/** A topic as a reader sees it: a name of its own, or the words of its file with capital letters. */
export const topicName = (topic: string): string =>
  topicNames[topic] ?? topic.replace(/(?:^|-)./g, (start) => start.replace('-', ' ').toUpperCase());
