import type { Container } from '../../objects.ts';
import { isSidecar } from '../conditions.ts';

/** What a container is in its pod: an init container, a sidecar, or one of those that the pod is for. */
export type Role = 'init' | 'sidecar' | 'main';

/** The role of a container in the list of init containers. */
export const initRole = (container: Container): Role => (isSidecar(container) ? 'sidecar' : 'init');

/** Whether a container that has exited is started again. A sidecar always is; an init container only until it succeeds. */
export function shouldRestart(role: Role, restartPolicy: string, exitCode: number): boolean {
  if (role === 'sidecar') return true;
  if (restartPolicy === 'Never') return false;
  return exitCode !== 0 || (restartPolicy === 'Always' && role === 'main');
}
