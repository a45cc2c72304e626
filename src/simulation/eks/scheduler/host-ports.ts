import type { ContainerPort, PodSpec } from '../objects.ts';

const WILDCARD = '0.0.0.0';

const addressOf = ({ hostIP = '' }: ContainerPort): string => (hostIP === '' ? WILDCARD : hostIP);

/** The ports of the node itself that a pod takes; a plain init container takes none, a sidecar does. */
export const hostPorts = ({ containers, initContainers = [] }: PodSpec): readonly ContainerPort[] =>
  [...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always'), ...containers]
    .flatMap(({ ports = [] }) => ports)
    .filter(({ hostPort = 0 }) => hostPort > 0);

const clashes = (a: ContainerPort, b: ContainerPort): boolean =>
  a.hostPort === b.hostPort &&
  (a.protocol ?? 'TCP') === (b.protocol ?? 'TCP') &&
  (addressOf(a) === addressOf(b) || addressOf(a) === WILDCARD || addressOf(b) === WILDCARD);

/** Whether one of the wanted ports is taken already. */
export const portsClash = (wanted: readonly ContainerPort[], taken: readonly ContainerPort[]): boolean =>
  wanted.some((port) => taken.some((other) => clashes(port, other)));
