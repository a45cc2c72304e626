import type { Wait } from '../../../model/resource.ts';
import type { Behaviour } from '../../engine/behaviour.ts';
import type { World } from '../../engine/world.ts';
import { partOf } from '../identity.ts';
import { find, nodeIdOf } from '../store.ts';
import type { PodContext } from './pod-context.ts';
import { podMachine } from './pod-worker.ts';

/** Which wait each state is. */
const codes: Readonly<Record<string, string>> = {
  ContainerCreating: 'sandbox',
  Pulling: 'image',
  ErrImagePull: 'next-pull',
  ImagePullBackOff: 'next-pull',
  Starting: 'start',
  Unready: 'readiness-probe',
  Failing: 'third-failed-probe',
  Exited: 'restart',
  CrashLoopBackOff: 'next-restart',
  Terminating: 'exit',
  Stopped: 'removal',
};

function waits(state: string, context: PodContext, world: World): readonly Wait[] {
  const pod = find(world, 'Pod', context.id)?.body;
  if (pod === undefined) return [];
  const node = nodeIdOf(world, pod);
  if (node === undefined) return [{ code: 'scheduler', on: partOf(world, 'kube-scheduler') }];
  const code = codes[state];
  if (code === undefined) return state === 'Unassigned' ? [{ code: 'kubelet', on: node }] : [];
  const values = { image: context.container.image ?? '', tries: context.pulls, restarts: Math.max(0, context.starts - 1) };
  return [{ code, on: node, until: context.until, values }];
}

/** A pod: waits for its place, then for whatever its kubelet is doing. */
export const pod: Behaviour = {
  machine: podMachine,
  waits: ({ value, context }: { readonly value: unknown; readonly context: PodContext }, world) => waits(leaf(value), context, world),
};

/** The innermost state of a value such as `{ Running: 'Ready' }`. */
const leaf = (value: unknown): string => (typeof value === 'object' && value !== null ? leaf(Object.values(value)[0]) : String(value));
