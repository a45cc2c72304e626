import type { ApiObject } from '../model/api-object.ts';
import { text } from '../model/ecs/read.ts';
import type { Id, JsonObject } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';
import { arnOf } from './arn.ts';
import { clusterOf, loadBalancersOf, logGroupsOf, serviceOf, targetGroupsOf, taskDefinitionsOf } from './links.ts';

/** Objects by their id. */
export type Estate = ReadonlyMap<Id, ApiObject>;

/** An estate: the last of several objects with one id, and a placeholder for each that is named and absent. */
export function gather(objects: readonly ApiObject[]): Estate {
  const hosts = clustersOfHosts(objects);
  const found = new Map<Id, ApiObject>();
  for (const object of objects) found.set(object.id, inCluster(object, hosts));
  for (const object of found.values()) {
    for (const one of named(object)) if (!found.has(one[1])) found.set(one[1], placeholder(one, clusterOf(object))); // it names others in turn
  }
  return found;
}

/** Whether an object only stands for one that other objects name. */
export const isPlaceholder = ({ body }: ApiObject): boolean => body['placeholder'] === true;

/** The cluster of each container instance that a task runs on: what an old ARN does not say. */
const clustersOfHosts = (objects: readonly ApiObject[]): ReadonlyMap<Id | undefined, Id | undefined> =>
  new Map(objects.filter(({ kind }) => kind === 'ecs-task').map((task) => [text(task.body, 'containerInstanceArn'), clusterOf(task)]));

function inCluster(object: ApiObject, hosts: ReadonlyMap<Id | undefined, Id | undefined>): ApiObject {
  if (object.kind !== 'ecs-container-instance') return object;
  const clusterArn = clusterOf(object) ?? hosts.get(object.id);
  return clusterArn === undefined ? object : { ...object, body: { ...object.body, clusterArn } };
}

/** What is shown as the status of an object that is only named. */
const status = 'not described';

const lastOf = (id: Id): string => arnOf(id)?.path.at(-1) ?? id;

/** What an object of a kind is named as. */
type Named = readonly [kind: NamedKind, id: Id];

/** What the name of an absent object tells of it. */
const told = {
  'ecs-cluster': (clusterArn) => ({ clusterArn, clusterName: lastOf(clusterArn) }),
  'ecs-service': (serviceArn, clusterArn) => ({ serviceArn, serviceName: lastOf(serviceArn), clusterArn }),
  'ecs-container-instance': (containerInstanceArn, clusterArn) => ({ containerInstanceArn, clusterArn }),
  'ecs-task-definition': (taskDefinitionArn) => {
    const [family, revision] = lastOf(taskDefinitionArn).split(':');
    return { taskDefinitionArn, family, revision: Number(revision ?? 0) };
  },
  'logs-log-group': (logGroupArn) => ({ logGroupArn, logGroupName: logGroupArn.split(':log-group:')[1] }),
  'elbv2-target-group': (TargetGroupArn) => ({ TargetGroupArn, TargetGroupName: arnOf(TargetGroupArn)?.path.at(0) }),
  'elbv2-load-balancer': (LoadBalancerArn) => ({
    LoadBalancerArn,
    LoadBalancerName: arnOf(LoadBalancerArn)?.path.at(1),
    State: { Code: status },
  }),
} as const satisfies Partial<Readonly<Record<Kind, (id: Id, clusterArn: Id | undefined) => JsonObject>>>;

type NamedKind = keyof typeof told;

const placeholder = ([kind, id]: Named, clusterArn: Id | undefined): ApiObject => ({
  id,
  kind,
  body: { status, ...told[kind](id, clusterArn), placeholder: true },
});

/** Each object that another one names. */
function named(object: ApiObject): readonly Named[] {
  const found: Named[] = [];
  const clusterArn = clusterOf(object);
  const add = (kind: NamedKind, id: Id | undefined): void => {
    if (id !== undefined) found.push([kind, id]);
  };
  add('ecs-cluster', clusterArn);
  if (object.kind === 'ecs-task' && clusterArn !== undefined) {
    add('ecs-service', serviceOf(object));
    add('ecs-container-instance', text(object.body, 'containerInstanceArn'));
  }
  for (const id of taskDefinitionsOf(object)) add('ecs-task-definition', id);
  for (const id of logGroupsOf(object)) add('logs-log-group', id);
  for (const id of targetGroupsOf(object)) add('elbv2-target-group', id);
  if (object.kind === 'elbv2-target-group') for (const id of loadBalancersOf(object)) add('elbv2-load-balancer', id);
  return found;
}
