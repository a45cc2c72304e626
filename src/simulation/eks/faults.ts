import type { Id } from '../../model/json.ts';
import type { FaultRule } from '../engine/domain.ts';
import type { Effect } from '../engine/effect.ts';
import { remind } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { nameIn } from './identity.ts';
import type { LinkEvent } from './kubelet/kubelet.ts';
import type { PodEvent } from './kubelet/pod-worker.ts';
import { CRASH_LOOP, NOT_READY } from './kubelet/pod-worker.ts';
import { IMAGE_MISSING } from './kubelet/registry.ts';
import { NODE_LOST } from './kubelet/report.ts';
import type { Container } from './objects.ts';
import { ask } from './requests.ts';
import { isPodActive } from './replica-set/status.ts';
import { controlledBy, find } from './store.ts';

/** The fault of a Deployment whose pods ask for more than any node has. */
export const NO_NODE_FITS = 'no-node-fits';
/** More CPU than any node of the scenarios has. */
const TOO_MUCH = '64';

const tell = (type: (PodEvent | LinkEvent)['type']): readonly Effect[] => [remind({ type }, 0)];

/** Deletes one pod of a Deployment, so that a new one has to pull the image. */
function replaceOnePod(world: World, deployment: Id): readonly Effect[] {
  for (const replicaSet of controlledBy(world, 'ReplicaSet', deployment)) {
    for (const { id, body } of controlledBy(world, 'Pod', replicaSet.id)) {
      if (isPodActive(body)) return [ask(world, { type: 'object.delete', id }, `delete pod ${nameIn(id)}`)];
    }
  }
  return [];
}

/** The CPU that the pods of a Deployment asked for before they asked for too much. */
function formerCpu(world: World, deployment: Id): string | undefined {
  return [...controlledBy(world, 'ReplicaSet', deployment)]
    .map(({ body }) => cpuOf(body.spec.template.spec.containers[0]))
    .find((cpu) => cpu !== TOO_MUCH);
}

const cpuOf = (container: Container | undefined): string | undefined => container?.resources?.requests?.['cpu'];

function askFor(world: World, id: Id, cpu: string | undefined): readonly Effect[] {
  const template = find(world, 'Deployment', id)?.body.spec.template;
  if (template === undefined || cpu === undefined) return [];
  const containers = template.spec.containers.map((one) => ({
    ...one,
    resources: { ...one.resources, requests: { ...one.resources?.requests, cpu } },
  }));
  const change = { spec: { template: { ...template, spec: { ...template.spec, containers } } } };
  return [ask(world, { type: 'object.patch', id, change }, `${nameIn(id)} asks for ${cpu} CPU a pod`)];
}

/** Everything that can break in a Kubernetes world, and what happens at once. */
export const kubernetesFaults: Readonly<Record<string, FaultRule>> = {
  [IMAGE_MISSING]: {
    text: (target, on) =>
      on ? `take the image of ${nameIn(target)} from the registry and delete a pod` : `push the image of ${nameIn(target)} again`,
    effects: (target, on, world) => (on ? replaceOnePod(world, target) : []),
  },
  [CRASH_LOOP]: {
    text: (target, on) => (on ? `make the container of ${nameIn(target)} crash` : `mend the container of ${nameIn(target)}`),
    effects: (_, on) => (on ? tell('container.exited') : []),
  },
  [NOT_READY]: {
    text: (target, on) =>
      on ? `make ${nameIn(target)} answer 503 to its readiness probe` : `let ${nameIn(target)} answer its readiness probe`,
    effects: (_, on) => tell(on ? 'probe.failed' : 'probe.recovered'),
  },
  [NODE_LOST]: {
    text: (target, on) => (on ? `cut ${nameIn(target)} off the network` : `connect ${nameIn(target)} again`),
    effects: (_, on) => tell(on ? 'connection.lost' : 'connection.restored'),
  },
  [NO_NODE_FITS]: {
    text: (target, on) =>
      on ? `let each pod of ${nameIn(target)} ask for ${TOO_MUCH} CPU` : `let ${nameIn(target)} ask for as much CPU as before`,
    effects: (target, on, world) => askFor(world, target, on ? TOO_MUCH : formerCpu(world, target)),
  },
};
