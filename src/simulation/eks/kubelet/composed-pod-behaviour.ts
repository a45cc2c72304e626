import type { Wait } from '../../../model/resource.ts';
import type { Behaviour } from '../../engine/behaviour.ts';
import type { World } from '../../engine/world.ts';
import { partOf } from '../identity.ts';
import { find, nodeIdOf } from '../store.ts';
import type { ComposedPodContext } from './composed-pod-context.ts';
import { containerId } from './composed-pod-context.ts';
import { composedPodMachine } from './composed-pod.ts';
import type { ContainerContext } from './containers/container-context.ts';
import { containerMachine } from './containers/container-machine.ts';

function podWaits(state: unknown, context: ComposedPodContext, world: World): readonly Wait[] {
  const pod = find(world, 'Pod', context.id)?.body;
  const node = pod && nodeIdOf(world, pod);
  if (pod === undefined) return [];
  if (node === undefined) return [{ code: 'scheduler', on: partOf(world, 'kube-scheduler') }];
  switch (state) {
    case 'Unassigned':
      return [{ code: 'kubelet', on: node }];
    case 'Sandbox':
      return [{ code: 'sandbox', on: node, until: context.until }];
    case 'Terminating':
      return [{ code: 'exit', on: node, until: context.graceEnds }];
    case 'Removed':
      return [{ code: 'removal', on: node }];
    default: {
      const unready = context.begun.find((name) => !context.runtime.some((one) => one.name === name && one.ready === true));
      return unready === undefined || state !== 'Started' ? [] : [{ code: 'container', on: containerId(context.id, unready) }];
    }
  }
}

/** Which wait each state of a container is. */
const codes: Readonly<Record<string, string>> = {
  Pulling: 'image',
  ErrImagePull: 'next-pull',
  ImagePullBackOff: 'next-pull',
  CreateContainerConfigError: 'config',
  Starting: 'start',
  'Running.StartingUp': 'startup-probe',
  'Running.Unready': 'readiness-probe',
  Stopping: 'exit',
  Exited: 'restart',
  CrashLoopBackOff: 'next-restart',
};

function containerWaits(value: unknown, { id, until, spec, pulls, starts }: ContainerContext, world: World): readonly Wait[] {
  const state =
    typeof value === 'string'
      ? value
      : Object.entries(value ?? {})
          .flat()
          .join('.');
  const code = codes[state];
  const pod = find(world, 'Pod', id)?.body;
  const on = pod && nodeIdOf(world, pod);
  if (code === undefined || on === undefined) return [];
  const values = { image: spec.image, tries: pulls, restarts: Math.max(0, starts - 1) };
  return [{ code, on, ...(until > world.time ? { until } : {}), values }];
}

/** A pod that is taken apart: it waits for its place, then for whichever container is not ready. */
export const composedPod: Behaviour = {
  machine: composedPodMachine,
  waits: ({ value, context }: { readonly value: unknown; readonly context: ComposedPodContext }, world) => podWaits(value, context, world),
};

/** One container of such a pod. */
export const container: Behaviour = {
  machine: containerMachine,
  waits: ({ value, context }: { readonly value: unknown; readonly context: ContainerContext }, world) =>
    containerWaits(value, context, world),
};
