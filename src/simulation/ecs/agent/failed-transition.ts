import type { ImagePullBehavior } from './image-pull-behavior.ts';
import { failedPullStopsTask } from './image-pull-behavior.ts';
import type { ContainerStatus, TaskStatus } from './status.ts';

/** A step of a container that ended in an error. */
export interface FailedTransition {
  readonly transitionTo: ContainerStatus;
  readonly known: ContainerStatus;
  readonly imagePullBehavior: ImagePullBehavior;
}

/** What an error leaves behind; what is absent stays as it was. `goesOn` says whether the change is handled as if it had worked. */
export interface AfterFailure {
  readonly goesOn: boolean;
  readonly containerKnown: ContainerStatus;
  readonly containerDesired?: ContainerStatus;
  readonly taskDesired?: TaskStatus;
}

/** What the agent does after a failed step: a failed stop counts as a stop, a failed pull may be run without, the rest stops the container. */
export function afterFailure({ transitionTo, known, imagePullBehavior }: FailedTransition): AfterFailure {
  switch (transitionTo) {
    case 'MANIFEST_PULLED':
    case 'PULLED':
      return failedPullStopsTask(imagePullBehavior)
        ? { goesOn: false, containerKnown: known, taskDesired: 'STOPPED' }
        : { goesOn: true, containerKnown: known };
    case 'STOPPED':
      return { goesOn: true, containerKnown: 'STOPPED', containerDesired: 'STOPPED' };
    default:
      return { goesOn: false, containerKnown: known, containerDesired: 'STOPPED' };
  }
}
