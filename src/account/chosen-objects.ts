import type { AccountView } from '../model/account-view.ts';
import { accountViews } from '../model/account-view.ts';
import type { ApiObject } from '../model/api-object.ts';
import { objects, text, texts } from '../model/ecs/read.ts';
import { listAt, textAt } from '../model/eks/read.ts';
import type { Id, JsonObject } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';
import type { Choice } from './choose.ts';
import { belongs, isOfView } from './choose.ts';
import type { Estate } from './gather.ts';
import { none, placeOf } from './levels.ts';
import { clusterOf, loadBalancersOf, logGroupsOf, targetGroupsOf, taskDefinitionsOf } from './links.ts';

/** What an object names and is drawn with it, by the field that names it. */
const names: readonly ((object: ApiObject, estate: Estate) => readonly Id[])[] = [
  taskDefinitionsOf,
  targetGroupsOf,
  loadBalancersOf,
  logGroupsOf,
  ({ body }) => objects(body, 'serviceRegistries').flatMap((one) => text(one, 'registryArn') ?? []),
  (object, estate) => (object.kind === 'ecs-cluster' ? providersOf(object, estate) : []),
  ({ body }) =>
    [
      text(body, 'principalArn'),
      text(body, 'roleArn'),
      textAt(body, 'metadata', 'annotations', 'eks.amazonaws.com/role-arn'),
      textAt(body, 'metadata', 'labels', 'topology.kubernetes.io/zone'),
    ].filter((id) => id !== undefined),
  ({ kind, body }, estate) => (kind === 'eks-nodegroup' ? groupsOf(body, estate) : []),
  ({ kind, body }, estate) => (kind === 'servicediscovery-service' ? namespacesOf(text(body, 'NamespaceId'), estate) : []),
];

/** What is drawn with an object because it names that object. */
const namedBy: Partial<Readonly<Record<Kind, (object: ApiObject) => readonly (Id | undefined)[]>>> = {
  'elbv2-target': targetGroupsOf,
  'logs-log-stream': ({ id }) => [id.split(':log-stream:')[0]],
  'servicediscovery-instance': ({ body }) => [text(body, 'ServiceArn')],
  'ecs-service-deployment': ({ body }) => [text(body, 'serviceArn')],
  'dns-answer': ({ body }) => [text(body, 'registryArn')],
  'docker-log-driver': ({ body }) => [text(body, 'TaskArn')],
};

/**
 * What a diagram draws of a choice: of ECS a service with its tasks, what these name (task definitions, target groups, load
 * balancers, log groups, registries) and what names them, and its cluster with all container instances; of EKS what is in
 * the chosen cluster, namespace or workload, with the cluster's nodes.
 */
export function objectsOf(estate: Estate, view: AccountView, choice: Choice): readonly ApiObject[] {
  const here = [...estate.values()].filter((object) => isOfView(object, view) && belongs(object, 'region', choice.region, estate));
  if (view.startsWith('ecs') && (choice['ecs-cluster'] ?? none) === none) return here.filter((object) => clusterOf(object) === undefined);
  const levels = accountViews[view].filter((level) => level !== 'region');
  const core = here.filter((object) => isCore(object, view) && levels.every((level) => belongs(object, level, choice[level], estate)));
  const drawn = new Set(core.map(({ id }) => id));
  for (const id of drawn) {
    const object = estate.get(id);
    if (object !== undefined) for (const find of names) for (const next of find(object, estate)) if (estate.has(next)) drawn.add(next);
  }
  const naming = here.filter((object) => namedBy[object.kind]?.(object).some((id) => id !== undefined && drawn.has(id)) === true);
  const all = [...core, ...[...drawn].flatMap((id) => estate.get(id) ?? []), ...naming];
  return [...new Map(all.map((object) => [object.id, object])).values()];
}

/** Chosen by itself, not because something names it. */
const isCore = ({ kind }: ApiObject, view: AccountView): boolean =>
  view.startsWith('eks') || /^ecs-(?:cluster|service|task|container-instance)$/.test(kind);

/** Capacity providers are named by name, in the cluster's own account and Region. */
function providersOf(cluster: ApiObject, estate: Estate): readonly Id[] {
  const wanted = new Set(texts(cluster.body, 'capacityProviders'));
  const place = placeOf(cluster, estate);
  return wanted.size === 0
    ? []
    : all(
        estate,
        'ecs-capacity-provider',
        (one) => wanted.has(text(one.body, 'name') ?? '') && [place, undefined].includes(placeOf(one, estate)),
      );
}

function groupsOf(nodegroup: JsonObject, estate: Estate): readonly Id[] {
  const wanted = new Set(listAt(nodegroup, 'resources', 'autoScalingGroups').map((one) => textAt(one, 'name')));
  return all(estate, 'autoscaling-group', ({ body }) => wanted.has(text(body, 'AutoScalingGroupName')));
}

const namespacesOf = (id: string | undefined, estate: Estate): readonly Id[] =>
  all(estate, 'servicediscovery-namespace', ({ body }) => id !== undefined && text(body, 'Id') === id);

const all = (estate: Estate, kind: Kind, fits: (object: ApiObject) => boolean): readonly Id[] =>
  [...estate.values()].filter((object) => object.kind === kind && fits(object)).map(({ id }) => id);
