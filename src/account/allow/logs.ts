import { allow, list, number, text } from './fields.ts';

/** What is kept of an element of `aws logs describe-log-groups`. */
export const logGroup = allow({
  logGroupName: text,
  logGroupArn: text,
  creationTime: number,
  storedBytes: number,
  retentionInDays: number,
});

/** What is kept of an element of `aws logs describe-log-streams`. Only Drydock's own files hold events: those of a simulation. */
export const logStream = allow({
  logStreamName: text,
  arn: text,
  creationTime: number,
  lastIngestionTime: number,
  events: list(allow({ timestamp: number, message: text })),
});

/** The log driver of a simulated container. */
export const logDriver = allow({
  ContainerArn: text,
  TaskArn: text,
  LogConfig: allow({ Type: text, Config: allow({ 'awslogs-group': text, mode: text, 'max-buffer-size': text }) }),
  State: text,
  LogStreamArn: text,
  Buffer: allow({ Used: number, Size: number }),
  LostInAll: number,
});
