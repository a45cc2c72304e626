import type { Frame } from '../../model/frame.ts';

/** Eight hexadecimal digits that are the same for the same picture, in Node and in every browser, however the frame was made. */
export function frameHash({ time, resources, relations, messages, measures }: Frame): string {
  const text = stable([time, sorted(resources), sorted(relations), messages, measures]);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const sorted = (map: ReadonlyMap<string, unknown>): unknown => [...map].sort(byKey);

/** JSON with the members of objects in the order of their names. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(byKey)) : part,
  );
}
