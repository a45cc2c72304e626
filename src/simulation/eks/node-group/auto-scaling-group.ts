import type { Id } from '../../../model/json.ts';
import type { World } from '../../engine/world.ts';
import { hasFault } from '../../engine/world.ts';
import { ZONE_LOST } from '../kubelet/report.ts';

/** The states of an instance of a group that are met here. */
type LifecycleState = 'Pending' | 'InService' | 'Terminating:Wait' | 'Terminating';

/** An instance of a group. */
export type Instance = {
  readonly InstanceId: string;
  readonly AvailabilityZone: string;
  readonly LifecycleState: LifecycleState;
  readonly HealthStatus: 'Healthy' | 'Unhealthy';
  readonly LaunchTemplate: { readonly LaunchTemplateName: string; readonly Version: string };
};

/** A group as `aws autoscaling describe-auto-scaling-groups` prints it. */
export type AutoScalingGroup = {
  readonly AutoScalingGroupName: string;
  readonly AutoScalingGroupARN: string;
  readonly MinSize: number;
  readonly MaxSize: number;
  readonly DesiredCapacity: number;
  readonly AvailabilityZones: readonly string[];
  readonly LaunchTemplate: { readonly LaunchTemplateName: string; readonly Version: string };
  readonly Instances: readonly Instance[];
  readonly CreatedTime: string;
};

/** The group of that ARN. Only this part of the simulation writes such objects. */
export function groupOf(world: World, id: Id): AutoScalingGroup | undefined {
  const object = world.objects.get(id);
  return object?.kind === 'autoscaling-group' ? (object.body as unknown as AutoScalingGroup) : undefined;
}

/** Whether an instance counts: it is not on its way out. */
export const isStaying = ({ LifecycleState }: Instance): boolean => !LifecycleState.startsWith('Terminating');

/** The instances that count towards the desired capacity. */
export const staying = ({ Instances }: AutoScalingGroup): readonly Instance[] => Instances.filter(isStaying);

/** The zones in which something can be launched. */
const openZones = (world: World, { AvailabilityZones }: AutoScalingGroup): readonly string[] =>
  AvailabilityZones.filter((zone) => !hasFault(world, ZONE_LOST, zone));

/** The open zone with the fewest instances: a group keeps its zones even. */
export function zoneToLaunchIn(world: World, group: AutoScalingGroup, launching: readonly Instance[]): string | undefined {
  const all = [...staying(group), ...launching];
  const count = (zone: string): number => all.filter(({ AvailabilityZone }) => AvailabilityZone === zone).length;
  return openZones(world, group).toSorted((a, b) => count(a) - count(b) || (a < b ? -1 : 1))[0];
}

/** The instance that goes when there is one too many: of another launch template version first, then of the fullest zone, then the oldest. */
export function instanceToTerminate(group: AutoScalingGroup): Instance | undefined {
  const all = staying(group);
  const outdated = all.filter(({ LaunchTemplate }) => LaunchTemplate.Version !== group.LaunchTemplate.Version);
  const from = outdated.length > 0 ? outdated : all;
  const count = (zone: string): number => from.filter(({ AvailabilityZone }) => AvailabilityZone === zone).length;
  return from.toSorted((a, b) => count(b.AvailabilityZone) - count(a.AvailabilityZone))[0];
}
