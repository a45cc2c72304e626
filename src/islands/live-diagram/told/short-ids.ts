import { lastPart, shortId } from '../../../model/ecs/read.ts';

const ARN = /\barn:[\w-]+:[\w-]+:[\w-]*:\d*:[\w./:-]*[\w-]/g;
/** Task ids, and those of container instances and of EC2 instances. */
const LONG_ID = /\b(?:i-[0-9a-f]{17}|[0-9a-f]{32})\b/g;

/** A load balancer's part that ends in a number of AWS's own making is known by the name before it. */
const nameOf = (arn: string): string => /:(?:targetgroup|loadbalancer\/(?:app|net|gwy))\/([^/]+)\//.exec(arn)?.[1] ?? lastPart(arn);

/** The provider's words with ids as short as on the cards: a task by three characters, what has a name by its name. */
export const withShortIds = (text: string): string =>
  text.replace(ARN, nameOf).replace(LONG_ID, (id) => (id.startsWith('i-') ? id.slice(0, 5) : shortId(id)));
