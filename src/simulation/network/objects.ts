import type { ApiObject } from '../../model/api-object.ts';
import type { Id, JsonObject } from '../../model/json.ts';
import type { World } from '../engine/world.ts';
import { ownedBy } from '../engine/world.ts';

/** A target group as `aws elbv2 describe-target-groups` prints it. */
export type TargetGroupBody = {
  readonly TargetGroupArn: Id;
  readonly TargetGroupName: string;
  readonly Protocol: string;
  readonly Port: number;
  readonly VpcId: string;
  readonly HealthCheckProtocol: string;
  readonly HealthCheckPort: string;
  readonly HealthCheckEnabled: boolean;
  readonly HealthCheckIntervalSeconds: number;
  readonly HealthCheckTimeoutSeconds: number;
  readonly HealthyThresholdCount: number;
  readonly UnhealthyThresholdCount: number;
  readonly HealthCheckPath: string;
  readonly Matcher: { readonly HttpCode: string };
  readonly LoadBalancerArns: readonly Id[];
  readonly TargetType: 'ip' | 'instance';
};

/** The health of a target as `aws elbv2 describe-target-health` prints it. */
export type TargetHealth = {
  readonly State: 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'unused';
  readonly Reason?: string;
  readonly Description?: string;
};

/** A registered target, with the target group that the call names. */
export type TargetBody = {
  readonly TargetGroupArn: Id;
  readonly Target: { readonly Id: string; readonly Port: number; readonly AvailabilityZone?: string };
  readonly HealthCheckPort: string;
  readonly TargetHealth: TargetHealth;
};

/** The id of a target: AWS gives it none of its own. */
export const targetId = (group: Id, address: string, port: number): Id => `${group}/${address}:${port}`;

/** The target group of an ARN. Only this code writes objects of the kind, in this shape. */
export const targetGroupOf = (world: World, id: Id): TargetGroupBody | undefined =>
  shaped<TargetGroupBody>(world.objects.get(id), 'elbv2-target-group');

/** The target of an id. */
export const targetOf = (world: World, id: Id): TargetBody | undefined => shaped<TargetBody>(world.objects.get(id), 'elbv2-target');

/** The targets of a group. */
export function* targetsIn(world: World, group: Id): Generator<TargetBody> {
  for (const object of ownedBy(world, group)) {
    const target = shaped<TargetBody>(object, 'elbv2-target');
    if (target !== undefined) yield target;
  }
}

/** The kind decides the shape, as only this code writes objects of these kinds. */
const shaped = <B extends JsonObject>(object: ApiObject | undefined, kind: ApiObject['kind']): B | undefined =>
  object?.kind === kind ? (object.body as B) : undefined;
