import type { Id, Json, JsonObject, Millis } from './json.ts';

/** A call of a provider's API, as its client would send it. */
export type ApiCall = AwsCall | KubernetesCall;

/** `aws <api> <operation>` with its input, such as ecs, UpdateService, `{ cluster, service, desiredCount }`. */
export interface AwsCall {
  /** An AWS API, or `clients` for what those outside AWS do, such as sending more requests. */
  readonly api: 'ecs' | 'eks' | 'elbv2' | 'servicediscovery' | 'autoscaling' | 'ec2' | 'logs' | 'clients';
  /** In the API's own spelling: `UpdateService`. */
  readonly operation: string;
  readonly input: JsonObject;
}

/** A request to a Kubernetes API server. */
export interface KubernetesCall {
  readonly api: 'kubernetes';
  readonly verb: 'get' | 'list' | 'create' | 'update' | 'patch' | 'delete';
  /** Such as `/apis/apps/v1/namespaces/default/deployments/web` or `…/web/scale`. */
  readonly path: string;
  readonly body?: JsonObject;
  /** Who sends it: the id of an IAM role or of a service account; you may do everything where it is absent. */
  readonly by?: Id;
  /** The address from which it is sent, where that matters. */
  readonly from?: string;
}

/** What the API answers; a failure has the provider's own error shape and words. */
export interface Reply {
  readonly ok: boolean;
  readonly body: Json;
}

/** Everything that can be done to a world: a call of an API, or a fault switched on or off. */
export type Input = { readonly at: Millis } & Act;

/** An input without its time. */
export type Act = { readonly call: ApiCall } | { readonly fault: string; readonly target: Id; readonly on: boolean };
