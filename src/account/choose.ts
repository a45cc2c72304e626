import type { ApiObject } from '../model/api-object.ts';
import { text } from '../model/ecs/read.ts';
import type { Id } from '../model/json.ts';
import { arnOf } from './arn.ts';
import type { Estate } from './gather.ts';
import { clusterOf, serviceOf } from './links.ts';

/** The part of an estate that a diagram draws: an account's Region, a cluster in it, a service in that; or `none` of them. */
export interface Choice {
  readonly place?: string | undefined;
  readonly cluster?: Id | undefined;
  readonly service?: Id | undefined;
}

/** One thing to choose. */
export interface Option {
  readonly id: string;
  readonly name: string;
}

/** What there is to choose, and what is chosen. */
export interface Menu {
  readonly places: readonly Option[];
  readonly clusters: readonly Option[];
  readonly services: readonly Option[];
  readonly chosen: Choice;
}

/** Chosen in place of a cluster or a service, for what belongs to none. */
export const none = 'none';

/** The account and Region of an object, in one text. */
export function placeOf({ id }: ApiObject): string | undefined {
  const arn = arnOf(id);
  return arn && `${arn.account} ${arn.region}`;
}

/** The menu after a wish. What the wish leaves open, or names wrongly, is where most tasks are. */
export function menuOf(estate: Estate, wish: Choice = {}): Menu {
  const all = [...estate.values()];
  const places = placesOf(all);
  const place = pick(places, wish.place, all.filter(isTask).map(placeOf));
  const here = all.filter((object) => placeOf(object) === place);
  const clusters = clustersOf(here);
  const cluster = pick(clusters, wish.cluster, here.filter(isTask).map(clusterOf));
  const inside = here.filter((object) => clusterOf(object) === cluster);
  const services = servicesOf(inside);
  const service = pick(services, wish.service, inside.filter(isTask).map(serviceOf));
  return { places, clusters, services, chosen: { place, cluster, service } };
}

const isTask = ({ kind }: ApiObject): boolean => kind === 'ecs-task';

/** Names the account only where there are several. */
function placesOf(objects: readonly ApiObject[]): readonly Option[] {
  const ids = [...new Set(objects.flatMap((object) => placeOf(object) ?? []))].sort();
  const accounts = new Set(ids.map((id) => id.split(' ')[0]));
  return ids.map((id) => {
    const [account = '', region = ''] = id.split(' ');
    return { id, name: accounts.size === 1 ? region : `${region}, account ${account}` };
  });
}

function clustersOf(objects: readonly ApiObject[]): readonly Option[] {
  const clusters = objects.filter(({ kind }) => kind === 'ecs-cluster').map(optionBy('clusterName'));
  const outside = objects.some((object) => object.kind === 'ecs-container-instance' && clusterOf(object) === undefined);
  return outside || (clusters.length === 0 && objects.length > 0) ? [...clusters, { id: none, name: 'outside a known cluster' }] : clusters;
}

function servicesOf(objects: readonly ApiObject[]): readonly Option[] {
  const services = objects.filter(({ kind }) => kind === 'ecs-service').map(optionBy('serviceName'));
  const alone = objects.some((object) => isTask(object) && serviceOf(object) === undefined);
  return alone ? [...services, { id: none, name: 'tasks without a service' }] : services;
}

const optionBy =
  (field: string) =>
  ({ id, body }: ApiObject): Option => ({ id, name: text(body, field) ?? arnOf(id)?.path.at(-1) ?? id });

/** The wished option if there is such, else the one that most of `members` belong to, else the first. */
function pick(options: readonly Option[], wished: string | undefined, members: readonly (string | undefined)[]): string | undefined {
  if (options.some(({ id }) => id === wished)) return wished;
  const counts = new Map<string, number>();
  for (const member of members) counts.set(member ?? none, (counts.get(member ?? none) ?? 0) + 1);
  return options.toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))[0]?.id;
}
