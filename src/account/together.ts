import type { ApiObject } from '../model/api-object.ts';
import type { Kind } from '../model/kind.ts';
import type { About } from './about.ts';
import { unsaid } from './about.ts';
import { arnOf } from './arn.ts';
import type { Reading } from './reading.ts';

/**
 * What is known of how several files were read. A kind of AWS is whole only where every account file says so, and where no other
 * file shows resources of an account or Region that those did not look at; a kind of a cluster, where any file shows it whole.
 */
export function together(readings: readonly Reading[]): About {
  const abouts = readings.map(({ about }) => about).filter((about) => about !== unsaid);
  const [first] = abouts;
  if (first === undefined) return unsaid;
  if (readings.length === 1) return first;
  const readers = abouts.filter(({ regions, caller }) => regions.length > 0 || caller !== undefined);
  const strangers = readings.some(
    ({ about, objects }) => !readers.includes(about) && objects.some((object) => isStranger(object, readers)),
  );
  const all = new Set(abouts.flatMap(({ complete }) => [...complete]));
  const isWhole = (kind: Kind): boolean => inCluster.test(kind) || (!strangers && readers.every(({ complete }) => complete.has(kind)));
  return {
    readAt: abouts.flatMap(({ readAt }) => readAt ?? []).sort()[0],
    caller: readers.every(({ caller }) => caller?.account === readers[0]?.caller?.account) ? readers[0]?.caller : undefined,
    regions: [...new Set(abouts.flatMap(({ regions }) => regions))].sort(),
    limits: abouts.flatMap(({ limits }) => limits),
    denied: [...new Set(abouts.flatMap(({ denied }) => denied))].sort(),
    complete: new Set([...all].filter(isWhole)),
  };
}

const inCluster = /^(?:k8s|istio)-/;

/** Whether an object is of an account or Region that no reader looked at. */
function isStranger({ id }: ApiObject, readers: readonly About[]): boolean {
  const arn = arnOf(id);
  return (
    arn !== undefined &&
    !readers.some(({ caller, regions }) => regions.includes(arn.region) && (caller?.account ?? arn.account) === arn.account)
  );
}
