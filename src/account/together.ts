import type { ApiObject } from '../model/api-object.ts';
import type { Kind } from '../model/kind.ts';
import type { About } from './about.ts';
import { arnOf } from './arn.ts';
import type { Reading } from './reading.ts';

/**
 * What is known of how several files were read. A kind is whole only where every file that says how it was read says so, and where
 * no other file shows resources of an account or Region that those did not look at.
 */
export function together(readings: readonly Reading[]): About {
  const abouts = readings.map(({ about }) => about);
  const readers = abouts.filter(({ complete, readAt }) => complete.size > 0 || readAt !== undefined);
  const [first] = readers;
  const strangers = readings.some(
    ({ about, objects }) => !readers.includes(about) && objects.some((object) => isStranger(object, readers)),
  );
  const whole = strangers ? [] : [...(first?.complete ?? [])].filter((kind) => readers.every(({ complete }) => complete.has(kind)));
  return {
    readAt: abouts.flatMap(({ readAt }) => readAt ?? []).sort()[0],
    caller: readers.every(({ caller }) => caller?.arn === first?.caller?.arn) ? first?.caller : undefined,
    regions: [...new Set(abouts.flatMap(({ regions }) => regions))].sort(),
    limits: abouts.flatMap(({ limits }) => limits),
    denied: [...new Set(abouts.flatMap(({ denied }) => denied))].sort(),
    complete: new Set<Kind>(whole),
  };
}

/** Whether an object is of an account or Region that no reader looked at. */
function isStranger({ id }: ApiObject, readers: readonly About[]): boolean {
  const arn = arnOf(id);
  return (
    arn !== undefined &&
    !readers.some(({ caller, regions }) => regions.includes(arn.region) && (caller?.account ?? arn.account) === arn.account)
  );
}
