import type { Json } from '../../../model/json.ts';
import type { Resource } from '../../../model/resource.ts';

/** Details that are shown elsewhere: the clause of a card, the fields of a document, and how often a thing was met. */
const elsewhere: ReadonlySet<string> = new Set(['clause', 'fields', 'placeholder', 'lines']);

/** What the provider states of a resource beside its status. */
export function Stated({ resource: { details, health } }: { readonly resource: Resource }) {
  const rows = Object.entries({ ...(health === undefined ? {} : { health }), ...details }).flatMap(([name, value]) => {
    const text = elsewhere.has(name) ? undefined : textOf(value);
    return text === undefined ? [] : [{ name, text }];
  });
  if (rows.length === 0) return null;
  return (
    <>
      <h4>What is known of it</h4>
      <dl className="fields">
        {rows.map(({ name, text }) => (
          <div key={name}>
            <dt>{name.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A value in words; nothing for what has parts of its own. */
function textOf(value: Json): string | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const texts = value.filter((one) => typeof one === 'string' || typeof one === 'number');
  return texts.length === value.length ? texts.join(', ') : undefined;
}
