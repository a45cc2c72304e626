import type { Effect } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import type { ContainerState } from '../objects.ts';
import { find } from '../store.ts';
import { backOff } from './back-off.ts';
import type { PodContext } from './pod-context.ts';
import { spanOf } from './pod-context.ts';
import { notFound } from './registry.ts';
import { podEvent } from './report.ts';

/** An occasion on which the kubelet writes Events about a pod. */
export type Saying =
  'pulling' | 'pulled' | 'started' | 'pullFailed' | 'pullBackOff' | 'configError' | 'crashBackOff' | 'unhealthy' | 'killing';

/** A duration as Go prints it: 10s, 1m20s, 5m0s. */
export const goDuration = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
};

/** `web-7c5d-x2kqp_default(uid)`, as the kubelet names a pod in its messages. */
function fullName(world: World, { id }: PodContext): string {
  const { name = '', namespace = 'default', uid = '' } = find(world, 'Pod', id)?.body.metadata ?? {};
  return `${name}_${namespace}(${uid})`;
}

/** What is said of a container whose ConfigMap does not exist. */
function noConfig(world: World, { id, container }: PodContext): string {
  const spec = find(world, 'Pod', id)?.body.spec.containers.find(({ name }) => name === container.name);
  return `configmap "${spec?.envFrom?.[0]?.configMapRef.name ?? ''}" not found`;
}

/** The waiting state of the container for a reason, with the message that the kubelet gives. */
export function waitingState(world: World, context: PodContext, reason: string): ContainerState {
  const { name, image = '' } = context.container;
  switch (reason) {
    case 'ErrImagePull':
      return { waiting: { reason, message: notFound(image) } };
    case 'ImagePullBackOff':
      return { waiting: { reason, message: `Back-off pulling image "${image}": ErrImagePull: ${notFound(image)}` } };
    case 'CrashLoopBackOff': {
      const pause = goDuration(backOff(context.exits - 1));
      return { waiting: { reason, message: `back-off ${pause} restarting failed container=${name} pod=${fullName(world, context)}` } };
    }
    case 'CreateContainerConfigError':
      return { waiting: { reason, message: noConfig(world, context) } };
    default:
      return { waiting: { reason } };
  }
}

/** The Events of an occasion: reason and message. */
function lines(world: World, context: PodContext, what: Saying): readonly (readonly [string, string])[] {
  const { name, image = '' } = context.container;
  switch (what) {
    case 'pulling':
      return [['Pulling', `Pulling image "${image}"`]];
    case 'pulled': {
      const took = (spanOf('pull', context, world) / 1000).toFixed(3).replace(/\.?0+$/, '');
      return [['Pulled', `Successfully pulled image "${image}" in ${took}s (${took}s including waiting).`]];
    }
    case 'started':
      return [
        ['Created', `Created container: ${name}`],
        ['Started', `Started container ${name}`],
      ];
    case 'pullFailed':
      return [
        ['Failed', `Failed to pull image "${image}": ${notFound(image)}`],
        ['Failed', 'Error: ErrImagePull'],
      ];
    case 'pullBackOff':
      return [
        ['BackOff', `Back-off pulling image "${image}"`],
        ['Failed', 'Error: ImagePullBackOff'],
      ];
    case 'configError':
      return [['Failed', `Error: ${noConfig(world, context)}`]];
    case 'crashBackOff':
      return [['BackOff', `Back-off restarting failed container ${name} in pod ${fullName(world, context)}`]];
    case 'unhealthy':
      return [['Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 503']];
    case 'killing':
      return context.container.state?.running === undefined ? [] : [['Killing', `Stopping container ${name}`]];
  }
}

/** Writes the Events of an occasion. */
export const say = (world: World, context: PodContext, what: Saying): readonly Effect[] =>
  lines(world, context, what).flatMap(([reason, message]) => podEvent(world, context.id, reason, message));
