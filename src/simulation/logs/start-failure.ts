/** Why a driver cannot make its stream, as CloudWatch Logs or the network says it. */
export const causes = {
  missing: 'ResourceNotFoundException: The specified log group does not exist.',
  unreachable: 'RequestCanceled: request context canceled caused by: context deadline exceeded',
} as const;

/** The reason of a container that did not start because its log driver could not. */
export function startFailure(launchType: 'EC2' | 'FARGATE', cause: keyof typeof causes): string {
  const prefix = launchType === 'FARGATE' ? 'ResourceInitializationError' : 'CannotStartContainerError: Error response from daemon';
  return `${prefix}: failed to initialize logging driver: failed to create Cloudwatch log stream: ${causes[cause]}`;
}
