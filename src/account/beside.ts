import type { ApiObject } from '../model/api-object.ts';
import { objects as listOf, text } from '../model/ecs/read.ts';
import type { Id } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';

/** What the files opened together have given so far. Some output does not say what it is part of; what stands beside it does. */
export type Beside = ReadonlyMap<Id, ApiObject>;

/** Nothing stands beside. */
export const alone: Beside = new Map();

/** The objects of a kind. */
export const ofKind = (beside: Beside, wanted: Kind): readonly ApiObject[] => [...beside.values()].filter(({ kind }) => kind === wanted);

const only = <Value>(values: Iterable<Value>): Value | undefined => {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
};

/** The one target group that objects name; undefined when they name none or several. */
export const onlyTargetGroup = (beside: Beside): Id | undefined =>
  only(
    [...beside.values()].flatMap(({ id, kind, body }) => {
      if (kind === 'elbv2-target-group') return [id];
      return listOf(body, 'loadBalancers').flatMap((balancer) => text(balancer, 'targetGroupArn') ?? []);
    }),
  );

/** The one EKS cluster that objects are of, by its name; undefined when they name none or several. */
export const onlyEksCluster = (beside: Beside): string | undefined =>
  only(
    [...beside.values()].flatMap(({ id, kind, body }) => {
      if (!/^(?:eks|k8s|istio)-/.test(kind)) return [];
      return (kind === 'eks-cluster' ? text(body, 'name') : (/^k8s:([^/]*)\//.exec(id)?.[1] ?? text(body, 'clusterName'))) ?? [];
    }),
  );

/** The Cloud Map service of that name, else the only one. */
export function registryNamed(beside: Beside, name: string | undefined): Id | undefined {
  const registries = ofKind(beside, 'servicediscovery-service');
  return only((name === undefined ? registries : registries.filter(({ body }) => text(body, 'Name') === name)).map(({ id }) => id));
}
