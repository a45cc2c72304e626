/** A sandbox of a pod, as the container runtime reports it. */
export interface Sandbox {
  readonly ready: boolean;
  readonly ip?: string;
  /** The network namespace: its own, or that of the node. */
  readonly network?: 'pod' | 'node';
}

/** Whether containers can be started: the newest sandbox, and no other, is ready, in the right network, with an address. */
export function isReadyToStartContainers([newest, ...older]: readonly Sandbox[], hostNetwork: boolean): boolean {
  if (newest === undefined || !newest.ready || older.some(({ ready }) => ready)) return false;
  if ((newest.network ?? 'pod') !== (hostNetwork ? 'node' : 'pod')) return false;
  return hostNetwork || (newest.ip !== undefined && newest.ip !== '');
}
