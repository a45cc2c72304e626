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
    for (const missing of named(object)) if (!found.has(missing.id)) found.set(missing.id, missing); // a placeholder names others in turn
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

const placeholder = (kind: Kind, id: Id, body: JsonObject): ApiObject => ({ id, kind, body: { status, ...body, placeholder: true } });

const lastOf = (id: Id): string => arnOf(id)?.path.at(-1) ?? id;

/** A placeholder for each object that another one names. */
function* named(object: ApiObject): Generator<ApiObject> {
  const clusterArn = clusterOf(object);
  if (clusterArn !== undefined) yield placeholder('ecs-cluster', clusterArn, { clusterArn, clusterName: lastOf(clusterArn) });
  if (object.kind === 'ecs-task') {
    const serviceArn = serviceOf(object);
    if (serviceArn !== undefined && clusterArn !== undefined) {
      yield placeholder('ecs-service', serviceArn, { serviceArn, serviceName: lastOf(serviceArn), clusterArn });
    }
    const containerInstanceArn = text(object.body, 'containerInstanceArn');
    if (containerInstanceArn !== undefined && clusterArn !== undefined) {
      yield placeholder('ecs-container-instance', containerInstanceArn, { containerInstanceArn, clusterArn });
    }
  }
  for (const taskDefinitionArn of taskDefinitionsOf(object)) {
    const [family, revision] = lastOf(taskDefinitionArn).split(':');
    yield placeholder('ecs-task-definition', taskDefinitionArn, { taskDefinitionArn, family, revision: Number(revision ?? 0) });
  }
  for (const logGroupArn of logGroupsOf(object)) {
    yield placeholder('logs-log-group', logGroupArn, { logGroupArn, logGroupName: logGroupArn.split(':log-group:')[1] });
  }
  for (const TargetGroupArn of targetGroupsOf(object)) {
    const TargetGroupName = arnOf(TargetGroupArn)?.path.at(0);
    yield placeholder('elbv2-target-group', TargetGroupArn, { TargetGroupArn, TargetGroupName });
  }
  for (const LoadBalancerArn of object.kind === 'elbv2-target-group' ? loadBalancersOf(object) : []) {
    const LoadBalancerName = arnOf(LoadBalancerArn)?.path.at(1);
    yield placeholder('elbv2-load-balancer', LoadBalancerArn, { LoadBalancerArn, LoadBalancerName, State: { Code: status } });
  }
}
