import type { Kind } from '../model/kind.ts';
import type { Resource, Wait } from '../model/resource.ts';
import type { StateText, StateTexts } from '../model/state-text.ts';

type Loader = () => Promise<{ readonly default: StateTexts }>;

const loaders = import.meta.glob<{ readonly default: StateTexts }>('/content/states/*.yaml');
const loaded = new Map<Kind, Promise<StateTexts | undefined>>();

/** The explanations of a kind, fetched when they are first asked for; undefined when nobody has written any. */
export function textsOf(kind: Kind): Promise<StateTexts | undefined> {
  let texts = loaded.get(kind);
  if (texts === undefined) {
    const load: Loader | undefined = loaders[`/content/states/${kind}.yaml`];
    texts = load === undefined ? Promise.resolve(undefined) : load().then((file) => file.default);
    loaded.set(kind, texts);
  }
  return texts;
}

/** What there is to say about the present state of a resource, the most telling first. */
export function explain(texts: StateTexts, resource: Resource): readonly StateText[] {
  const { status, reason, health } = resource;
  const found = [
    reason === undefined ? undefined : texts.reason[reason],
    texts.status[status],
    health === undefined ? undefined : texts.health[health],
  ];
  return found.filter((text) => text !== undefined);
}

/** A sentence with each `{name}` replaced by its value; a name without a value is left out with its braces. */
export const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '…';
  });

/** One wait in words: its own text, or its code when nobody has explained it. */
export const waitText = (texts: StateTexts | undefined, wait: Wait): StateText | undefined => texts?.wait[wait.code];
