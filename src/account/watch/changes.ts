import type { ApiObject } from '../../model/api-object.ts';
import { count, date, objects, text } from '../../model/ecs/read.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import { project } from '../../model/project.ts';
import { allProjectors } from '../../model/projectors.ts';
import type { Resource } from '../../model/resource.ts';
import { toneOf } from '../../model/status.ts';
import type { Estate } from '../gather.ts';
import { isPlaceholder } from '../gather.ts';
import type { Change } from './change.ts';

/**
 * What differs between two readings of one account, in the order of time; what the provider gives no time for comes last. Only
 * objects that differ by identity are looked at, so readings must share what stayed.
 */
export function changesBetween(before: Estate, after: Estate): readonly Change[] {
  const found: Change[] = [];
  for (const object of after.values()) {
    const old = before.get(object.id);
    if (old !== object && !isPlaceholder(object))
      found.push(...(old === undefined || isPlaceholder(old) ? appeared(object) : changed(old, object)));
  }
  for (const object of before.values()) if (!after.has(object.id) && !isPlaceholder(object)) found.push(...disappeared(object));
  const dated = found.filter(({ at }) => at !== undefined).toSorted((one, other) => timeOf(one) - timeOf(other));
  return [...dated, ...found.filter(({ at }) => at === undefined)];
}

const timeOf = ({ at = '' }: Change): number => Date.parse(at);

/** The resource that an object itself is. */
const resourceOf = (object: ApiObject): Resource | undefined => project(object, allProjectors).resources.find(({ id }) => id === object.id);

/** What resources of each kind are called before their name; a name that says it needs none. */
const nouns: Partial<Readonly<Record<Kind, string>>> = {
  'ecs-cluster': 'cluster ',
  'ecs-service': 'service ',
  'ecs-container-instance': 'container instance ',
  'elbv2-target': 'target ',
  'eks-cluster': 'cluster ',
  'eks-nodegroup': 'node group ',
  'eks-addon': 'add-on ',
  'k8s-node': 'node ',
  'k8s-pod': 'pod ',
  'k8s-deployment': 'Deployment ',
};

const called = ({ kind, name }: Resource): string => `${nouns[kind] ?? ''}${name}`;

function say(object: ApiObject, sentence: (name: string, resource: Resource) => string | undefined): readonly Change[] {
  const resource = resourceOf(object);
  const said = resource && sentence(called(resource), resource);
  return resource === undefined || said === undefined ? [] : [{ id: object.id, text: said, tone: toneOf(resource) }];
}

/** A new task definition, log group and the like is no news in itself. */
const appears: ReadonlySet<Kind> = new Set<Kind>([
  'ecs-cluster',
  'ecs-service',
  'ecs-task',
  'ecs-container-instance',
  'elbv2-target',
  'eks-cluster',
  'eks-nodegroup',
  'eks-addon',
  'eks-fargate-profile',
  'k8s-node',
  'k8s-pod',
  'k8s-deployment',
]);

const appeared = (object: ApiObject): readonly Change[] =>
  appears.has(object.kind) ? say(object, (name, { status }) => `${name} is new: ${status}.`) : [];

const disappeared = (object: ApiObject): readonly Change[] =>
  appears.has(object.kind) ? say(object, (name, { status }) => `${name} is gone; it was ${status}.`) : [];

function changed(old: ApiObject, object: ApiObject): readonly Change[] {
  const was = resourceOf(old);
  return [
    ...newEvents(old, object),
    ...say(object, (name, is) => statusSentence(name, was, is)),
    ...say(object, (name) => countSentence(name, old.body, object.body)),
  ];
}

const worded = ({ status, reason, health }: Resource): string =>
  [status, reason, health === 'UNKNOWN' ? undefined : health].filter((word) => word !== undefined).join(', ');

function statusSentence(name: string, was: Resource | undefined, is: Resource): string | undefined {
  if (was === undefined || worded(was) === worded(is)) return undefined;
  return `${name} is ${worded(is)}, after ${worded(was)}.`;
}

/** The fields that count something, with the word for it. */
const counts: readonly (readonly [word: string, of: (body: JsonObject) => number | undefined])[] = [
  ['desired', (body) => count(body, 'desiredCount')],
  ['running', (body) => count(body, 'runningCount')],
  ['pending', (body) => count(body, 'pendingCount')],
  ['wanted', (body) => scaled(body, 'desiredSize')],
  ['at least', (body) => scaled(body, 'minSize')],
  ['at most', (body) => scaled(body, 'maxSize')],
];

function scaled(body: JsonObject, field: string): number | undefined {
  const scaling = body['scalingConfig'];
  return typeof scaling === 'object' && scaling !== null && !isList(scaling) ? count(scaling, field) : undefined;
}

const isList = (value: object): value is readonly unknown[] => Array.isArray(value);

function countSentence(name: string, was: JsonObject, is: JsonObject): string | undefined {
  const told = counts.flatMap(([word, of]) => {
    const [before, after] = [of(was), of(is)];
    return before === after || after === undefined ? [] : `${after} ${word}${before === undefined ? '' : `, before ${before}`}`;
  });
  return told.length === 0 ? undefined : `${name}: ${told.join('; ')}.`;
}

/** The provider's own sentences, which it dates. */
function newEvents(old: ApiObject, object: ApiObject): readonly Change[] {
  const known = new Set(objects(old.body, 'events').map(({ id }) => id));
  const resource = resourceOf(object);
  return objects(object.body, 'events')
    .filter(({ id }) => !known.has(id))
    .map((event) => {
      const at = date(event, 'createdAt');
      return {
        id: object.id,
        text: text(event, 'message') ?? '',
        tone: resource === undefined ? 'unknown' : toneOf(resource),
        ...(at === undefined ? {} : { at }),
      } as const;
    });
}
