import type { Resource } from '../../src/model/resource.ts';
import type { FaultOffer } from '../../src/simulation/engine/scenario.ts';

const isThere = ({ status }: Resource): string | undefined => (status === 'STOPPED' ? 'The container has already ended.' : undefined);
const runs = ({ status }: Resource): string | undefined =>
  status === 'RUNNING' ? undefined : `Only a RUNNING container can; this one is ${status}.`;
const isPending = ({ status }: Resource): string | undefined =>
  status === 'PENDING' ? undefined : 'The image was pulled before the container started.';
const isOnSpot = ({ details: { capacityProvider, desiredStatus } }: Resource): string | undefined => {
  if (capacityProvider !== 'FARGATE_SPOT') return 'Only a task on FARGATE_SPOT can be interrupted.';
  return desiredStatus === 'RUNNING' ? undefined : 'The task is already on its way out.';
};
const hasNotPulled = ({ status }: Resource): string | undefined =>
  ['PROVISIONING', 'PENDING'].includes(status) ? undefined : 'Secrets are read before the images are pulled.';

/** What a reader may break, and repair. */
export const faults: readonly FaultOffer[] = [
  { id: 'container-exits', label: 'Exits with 1', repair: 'Forget it', on: 'ecs-container', unavailable: isThere },
  { id: 'container-completes', label: 'Exits with 0', repair: 'Forget it', on: 'ecs-container', unavailable: runs },
  { id: 'out-of-memory', label: 'Out of memory', repair: 'Forget it', on: 'ecs-container', unavailable: runs },
  { id: 'health-check-fails', label: 'Health check fails', repair: 'Let it pass again', on: 'ecs-container', unavailable: isThere },
  { id: 'ignores-sigterm', label: 'Ignores SIGTERM', repair: 'Heed SIGTERM', on: 'ecs-container', unavailable: isThere },
  { id: 'image-pull-fails', label: 'Image cannot be pulled', repair: 'Let the pull work', on: 'ecs-container', unavailable: isPending },
  { id: 'spot-warning', label: 'Spot interruption', repair: 'Forget it', on: 'ecs-task', unavailable: isOnSpot },
  { id: 'secret-missing', label: 'Secret is missing', repair: 'Put it back', on: 'ecs-task', unavailable: hasNotPulled },
];
