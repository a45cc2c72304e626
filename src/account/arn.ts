import type { Id } from '../model/json.ts';

/** The parts of an Amazon Resource Name. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** `cluster`, `service`, `targetgroup`. */
  readonly type: string;
  /** What follows the type, such as `demo` and `web` of `service/demo/web`. */
  readonly path: readonly string[];
}

const shape = /^arn:([^:/]+):([^:/]+):([^:/]*):([^:/]*):([^:/]+)[/:](.+)$/;

/** Reads an ARN; undefined when a text is none. */
export function arnOf(text: string | undefined): Arn | undefined {
  const [, partition, service, region, account, type, path] = shape.exec(text ?? '') ?? [];
  if (partition === undefined || service === undefined || region === undefined || account === undefined) return undefined;
  if (type === undefined || path === undefined) return undefined;
  return { partition, service, region, account, type, path: path.split('/') };
}

/** The account and Region that a resource lives in, as the start of its ARN. */
export const placeOf = ({ partition, service, region, account }: Arn): string => `arn:${partition}:${service}:${region}:${account}`;

/** The ARN of a cluster's child; old ARNs lacked the name of the cluster. */
export function longArn(clusterArn: Id | undefined, type: string, name: string): Id | undefined {
  const cluster = arnOf(clusterArn);
  return cluster && `${placeOf(cluster)}:${type}/${cluster.path.join('/')}/${name}`;
}

/** The ARN of a log group in the Region and account of another ARN. */
export function logGroupArn(near: Id, name: string): readonly Id[] {
  const arn = arnOf(near);
  return arn === undefined ? [] : [`${placeOf({ ...arn, service: 'logs' })}:log-group:${name}`];
}

/** The cluster that the ARN of a task, service or container instance names; undefined for the old, short form. */
export function clusterArnIn(arn: Id | undefined): Id | undefined {
  const parsed = arnOf(arn);
  const [cluster, child] = parsed?.path ?? [];
  return parsed === undefined || cluster === undefined || child === undefined ? undefined : `${placeOf(parsed)}:cluster/${cluster}`;
}
