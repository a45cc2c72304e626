import type { Service } from '@aws-sdk/client-ecs';

/** Whether a service is being changed or fails to be: more is asked about it than about one at rest. */
export const isMoving = ({ deployments = [] }: Service): boolean =>
  deployments.length > 1 ||
  deployments.some(({ rolloutState, failedTasks = 0 }) => (rolloutState !== undefined && rolloutState !== 'COMPLETED') || failedTasks > 0);

/** Of so many services at most, since it costs two calls each. */
export const mostMoving = 50;
