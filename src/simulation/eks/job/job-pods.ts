import type { Effect } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { hexId } from '../../engine/world.ts';
import { safeEncode } from '../deployment/template.ts';
import { idIn } from '../identity.ts';
import type { Pod } from '../objects.ts';
import { ask, event } from '../requests.ts';
import type { Stored } from '../store.ts';
import { COMPLETION_INDEX } from './completion-index.ts';

/** The finalizer that keeps a pod until its Job has counted it. */
export const TRACKING = 'batch.kubernetes.io/job-tracking';

/** Whether no pass has counted a pod yet. */
export const isUncounted = ({ metadata }: Pod): boolean => metadata.finalizers?.includes(TRACKING) ?? false;

/** The pod of a Job, with its completion index where the Job gives any. */
function podOf(world: World, { id, body }: Stored<'Job'>, nth: number, index: number | undefined): Pod {
  const { name, namespace = 'default', uid = '' } = body.metadata;
  const { metadata, spec } = body.spec.template;
  const prefix = index === undefined ? `${name}-` : `${name}-${index}-`;
  const suffix = safeEncode(hexId(world, `${id} ${world.seq} ${nth}`, 5));
  const position = index === undefined ? {} : { [COMPLETION_INDEX]: String(index) };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${prefix}${suffix}`,
      generateName: prefix,
      namespace,
      labels: {
        ...metadata?.labels,
        'batch.kubernetes.io/controller-uid': uid,
        'batch.kubernetes.io/job-name': name,
        ...position,
      },
      ...(index === undefined ? {} : { annotations: position }),
      ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name, uid, controller: true, blockOwnerDeletion: true }],
      finalizers: [TRACKING],
    },
    spec,
  };
}

/** Makes pods of a Job, one for each index or, without indexes, so many. */
export const makePods = (world: World, job: Stored<'Job'>, count: number, indexes?: readonly number[]): readonly Effect[] =>
  Array.from({ length: count }, (_, nth) => {
    const body = podOf(world, job, nth, indexes?.[nth]);
    const { name } = body.metadata;
    const object = { id: idIn(world, 'Pod', body.metadata), kind: 'k8s-pod', body } as const;
    return [ask(world, { type: 'object.create', object }, `create pod ${name}`), event(job.id, 'SuccessfulCreate', `Created pod: ${name}`)];
  }).flat();

/** Lets a pod go that has been counted, or that shall not count. */
export const releasePod = (world: World, { metadata }: Pod): Effect => {
  const rest = (metadata.finalizers ?? []).filter((one) => one !== TRACKING);
  const finalizers = rest.length === 0 ? undefined : rest;
  return ask(
    world,
    { type: 'object.patch', id: idIn(world, 'Pod', metadata), change: { metadata: { finalizers } } },
    `${metadata.name} is counted`,
  );
};

/** Deletes a pod that a Job wants no more. */
export const deletePod = (world: World, job: Stored<'Job'>, { metadata }: Pod): readonly Effect[] => [
  ask(world, { type: 'object.delete', id: idIn(world, 'Pod', metadata) }, `delete pod ${metadata.name}`),
  event(job.id, 'SuccessfulDelete', `Deleted pod: ${metadata.name}`),
];
