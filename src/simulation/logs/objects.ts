import type { Id, JsonObject } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import type { World } from '../engine/world.ts';

/** A log group as `aws logs describe-log-groups` prints it; without `retentionInDays` its events never expire. */
export interface LogGroupBody extends JsonObject {
  readonly logGroupName: string;
  readonly logGroupArn: Id;
  /** Milliseconds since 1970, as all times of CloudWatch Logs. */
  readonly creationTime: number;
  readonly storedBytes: number;
  readonly retentionInDays?: number | undefined;
}

/** An event as `aws logs get-log-events` prints it. */
export interface LogEvent extends JsonObject {
  readonly timestamp: number;
  readonly message: string;
}

/** A stream as `aws logs describe-log-streams` prints it, with the newest of its events. */
export interface LogStreamBody extends JsonObject {
  readonly logStreamName: string;
  readonly arn: Id;
  readonly creationTime: number;
  readonly lastIngestionTime?: number | undefined;
  readonly events: readonly LogEvent[];
}

/** The log driver of a container: its `LogConfig` as `docker inspect` prints it, and what no API shows: its buffer. */
export interface LogDriverBody extends JsonObject {
  readonly ContainerArn: Id;
  readonly TaskArn: Id;
  readonly LogConfig: { readonly Type: 'awslogs'; readonly Config: Readonly<Record<string, string>> };
  readonly State: string;
  readonly LogGroupArn: Id;
  readonly LogStreamArn: Id;
  readonly Buffer: { readonly Used: number; readonly Size: number };
  /** Lines in a second that reached CloudWatch Logs, and that were lost, with the last batch. */
  readonly Delivered: number;
  readonly Lost: number;
  readonly LostInAll: number;
}

const bodyOf = <B extends JsonObject>(world: World, id: Id, kind: Kind): B | undefined => {
  const object = world.objects.get(id);
  return object?.kind === kind ? (object.body as B) : undefined; // only this part writes objects of these kinds
};

/** The log group of an ARN. */
export const logGroupOf = (world: World, id: Id) => bodyOf<LogGroupBody>(world, id, 'logs-log-group');

/** The log stream of an ARN. */
export const logStreamOf = (world: World, id: Id) => bodyOf<LogStreamBody>(world, id, 'logs-log-stream');

/** The log driver of an id. */
export const logDriverOf = (world: World, id: Id) => bodyOf<LogDriverBody>(world, id, 'docker-log-driver');
