import type { Cluster, Service } from '@aws-sdk/client-ecs';
import { described } from './batches.ts';
import { namesOf } from './names.ts';
import { listed } from './pages.ts';
import type { Ground } from './reading.ts';

/** Reads the Cloud Map services that ECS services register with, their instances, and the namespaces of a Region where one is used. */
export async function readDiscovery({ asker, keeper }: Ground, clusters: readonly Cluster[], services: readonly Service[]): Promise<void> {
  const named = services.flatMap(({ serviceRegistries = [] }) => namesOf(serviceRegistries, ({ registryArn }) => registryArn));
  const registries = await described(
    asker,
    namesOf(named, (arn) => arn.split('/').at(-1)),
    {
      action: 'servicediscovery:GetService',
      what: 'Cloud Map services',
      size: 1,
      send:
        ([Id]) =>
        ({ servicediscovery }, how) =>
          servicediscovery.getService({ Id }, how),
      elements: ({ Service: service }) => service && [service],
    },
  );
  keeper.keep('around.discoveryServices', 'servicediscovery:GetService', registries);
  const instances = await Promise.all(
    registries.map(async ({ Id, Arn: ServiceArn }) => {
      const { elements } = await listed(asker, {
        action: 'servicediscovery:ListInstances',
        send:
          (NextToken) =>
          ({ servicediscovery }, how) =>
            servicediscovery.listInstances({ ServiceId: Id, MaxResults: 100, NextToken }, how),
        elements: ({ Instances }) => Instances,
      });
      return elements.map(({ Id: InstanceId, Attributes }) => ({ ServiceArn, InstanceId, Attributes }));
    }),
  );
  keeper.keep('around.discoveryInstances', 'servicediscovery:ListInstances', instances.flat());
  if (named.length === 0 && !usesServiceConnect(clusters, services)) return;
  const { elements: namespaces } = await listed(asker, {
    action: 'servicediscovery:ListNamespaces',
    send:
      (NextToken) =>
      ({ servicediscovery }, how) =>
        servicediscovery.listNamespaces({ MaxResults: 100, NextToken }, how),
    elements: ({ Namespaces }) => Namespaces,
  });
  keeper.keep('around.namespaces', 'servicediscovery:ListNamespaces', namespaces);
}

const usesServiceConnect = (clusters: readonly Cluster[], services: readonly Service[]): boolean =>
  clusters.some(({ serviceConnectDefaults }) => serviceConnectDefaults?.namespace !== undefined) ||
  services.some(({ deployments = [] }) => deployments.some(({ serviceConnectConfiguration }) => serviceConnectConfiguration?.enabled));
