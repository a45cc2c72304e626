import type { Resource } from '../../../model/resource.ts';

/** The newest lines of a log stream, oldest first; nothing for what holds no lines. */
export function NewestLines({ resource: { details } }: { readonly resource: Resource }) {
  const { lines } = details;
  if (!Array.isArray(lines) || lines.length === 0) return null;
  return (
    <>
      <h4>Its newest lines</h4>
      <ol className="log" tabIndex={0} aria-label="Newest lines of the stream">
        {lines.map((line, i) => (
          <li key={i}>
            <span>{String(line)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
