import { isObject } from '../model/ecs/read.ts';
import type { Resource } from '../model/resource.ts';

/** Fields of the provider's own JSON that decide what a resource does; nothing for what has none to tell. */
export function Fields({ resource: { details } }: { readonly resource: Resource }) {
  const { fields } = details;
  const rows = isObject(fields) ? Object.entries(fields) : [];
  if (rows.length === 0) return null;
  return (
    <>
      <h4>Its fields</h4>
      <dl className="fields">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'object' ? JSON.stringify(value) : value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
