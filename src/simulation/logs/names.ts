import type { Id } from '../../model/json.ts';

/** The ARN of a log group in the Region and account of another ARN. */
export function logGroupArn(near: Id, name: string): Id {
  const [arn, partition, , region, account] = near.split(':');
  return [arn, partition, 'logs', region, account, 'log-group', name].join(':');
}

/** The name that ECS gives the stream of a container, where the options hold a prefix. */
export const streamName = (prefix: string, container: string, taskId: string): string => `${prefix}/${container}/${taskId}`;

/** The ARN of a stream of a log group. */
export const logStreamArn = (group: Id, stream: string): Id => `${group}:log-stream:${stream}`;
