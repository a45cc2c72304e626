import type { Behaviour } from '../../engine/behaviour.ts';
import type { Effect } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { hexId } from '../../engine/world.ts';
import { controllerMachine } from '../controller.ts';
import { safeEncode } from '../deployment/template.ts';
import { allOf, idIn, nameIn } from '../identity.ts';
import { matchesSelector } from '../label-selector.ts';
import type { Pod } from '../objects.ts';
import { ask } from '../requests.ts';
import type { Stored } from '../store.ts';
import { every, find, nodeIdOf, typed } from '../store.ts';
import { endpointOf, shouldPodBeInEndpoints } from './endpoint.ts';
import type { EndpointSlice, PodEndpoint } from './service.ts';
import { sliceOf } from './slice-of.ts';

const ZONE = 'topology.kubernetes.io/zone';

/** The pods of its namespace that a Service selects, by name; one without a selector selects none. */
function podsOf(world: World, { body: { metadata, spec } }: Stored<'Service'>): readonly Pod[] {
  const { selector } = spec;
  if (selector === undefined) return [];
  const pods = [...world.objects.values()].flatMap((object) => {
    const pod = typed('Pod', object)?.body;
    const isMeant =
      pod?.metadata.namespace === metadata.namespace && matchesSelector({ matchLabels: selector }, pod?.metadata.labels ?? {});
    return pod !== undefined && isMeant ? [pod] : [];
  });
  return pods.sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
}

function podEndpoint(world: World, pod: Pod, { body }: Stored<'Service'>): PodEndpoint {
  const { name, namespace = 'default', uid = '' } = pod.metadata;
  const node = nodeIdOf(world, pod);
  const zone = node === undefined ? undefined : find(world, 'Node', node)?.body.metadata.labels?.[ZONE];
  return { ...endpointOf(pod, body, zone), targetRef: { kind: 'Pod', namespace, name, uid } };
}

/** The endpoints that the EndpointSlice of a Service should list. Pods that are going stay listed until they are gone. */
export const endpointsOf = (world: World, service: Stored<'Service'>): readonly PodEndpoint[] =>
  podsOf(world, service)
    .filter((pod) => shouldPodBeInEndpoints(pod, true))
    .map((pod) => podEndpoint(world, pod, service));

function newSlice(world: World, { id, body }: Stored<'Service'>, endpoints: readonly PodEndpoint[]): EndpointSlice {
  const { name, namespace = 'default', uid = '' } = body.metadata;
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: `${name}-${safeEncode(hexId(world, `slice of ${id} ${uid}`, 5))}`,
      generateName: `${name}-`,
      namespace,
      labels: {
        'kubernetes.io/service-name': name,
        'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
      },
      ownerReferences: [{ apiVersion: 'v1', kind: 'Service', name, uid, controller: true, blockOwnerDeletion: true }],
    },
    addressType: 'IPv4',
    endpoints,
    ports: (body.spec.ports ?? []).map((port) => ({
      name: port.name ?? '',
      port: port.targetPort ?? port.port,
      protocol: port.protocol ?? 'TCP',
    })),
  };
}

const count = (endpoints: readonly PodEndpoint[]): string => {
  const ready = endpoints.filter(({ conditions }) => conditions.ready).length;
  return `${ready} of ${endpoints.length} ${endpoints.length === 1 ? 'address' : 'addresses'} ready`;
};

function look(world: World, service: Stored<'Service'>): readonly Effect[] {
  const endpoints = endpointsOf(world, service);
  const slice = sliceOf(world, service.id);
  if (slice === undefined) {
    const body = newSlice(world, service, endpoints);
    const object = { id: idIn(world, 'EndpointSlice', body.metadata), kind: 'k8s-endpoint-slice', body } as const;
    return [ask(world, { type: 'object.create', object }, `create endpoint slice ${body.metadata.name}: ${count(endpoints)}`)];
  }
  if (JSON.stringify(slice.body.endpoints) === JSON.stringify(endpoints)) return [];
  return [ask(world, { type: 'object.patch', id: slice.id, change: { endpoints } }, `${nameIn(slice.id)}: ${count(endpoints)}`)];
}

const KEY = allOf('Service');

/** The EndpointSlice controller: lists for each Service the addresses of the pods that it selects, each with its conditions. */
export const endpointSliceController: Behaviour = {
  machine: controllerMachine({
    id: 'k8s-endpoint-slice-controller',
    keyOf: () => KEY, // a pod may be behind several Services: one look goes through them all
    look: (world) => [...every(world, 'Service')].flatMap((service) => look(world, service)),
  }),
  waits: (snapshot) => (snapshot.matches('Idle') ? [{ code: 'change' }] : []),
};
