import type { Id } from '../../model/json.ts';

/** The last part of an ARN: the id of a task, the name of a service. */
export const lastPart = (arn: Id): string => arn.slice(arn.lastIndexOf('/') + 1);

/** The ARN of something in the cluster of the given ARN, such as a task or a container instance, in the long format. */
export const arnInCluster = (cluster: Id, type: 'service' | 'task' | 'container' | 'container-instance', rest: string): Id =>
  `${cluster.replace(':cluster/', `:${type}/`)}/${rest}`;

/** The cluster that a long ARN names. */
export const clusterOfArn = (arn: Id): Id => arn.replace(/:(?:service|task|container|container-instance)\/([^/]+)\/.*$/, ':cluster/$1');

/** The service that a task belongs to; undefined for a task that was run by itself. */
export const serviceOfTask = ({ clusterArn, group }: { readonly clusterArn: Id; readonly group: string }): Id | undefined =>
  group.startsWith('service:') ? arnInCluster(clusterArn, 'service', group.slice('service:'.length)) : undefined;
