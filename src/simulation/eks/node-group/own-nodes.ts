import { textAt } from '../../../model/eks/read.ts';
import type { Id } from '../../../model/json.ts';
import type { Answer, Api } from '../../engine/domain.ts';
import { end, log, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { refusal } from '../eks-api.ts';
import { drainOf } from '../disruption/drain-machine.ts';
import { allOf } from '../identity.ts';
import { ask } from '../requests.ts';
import { find } from '../store.ts';
import { ownedBy } from '../../engine/world.ts';
import type { AutoScalingGroup } from './auto-scaling-group.ts';
import { groupOf } from './auto-scaling-group.ts';
import type { GroupEvent } from './events.ts';
import { beginDrain } from './update-phases.ts';

/** The Auto Scaling groups of the world. */
export const groupsOf = (world: World): readonly AutoScalingGroup[] =>
  [...ownedBy(world, allOf('AutoScalingGroup'))].flatMap(({ id }) => groupOf(world, id) ?? []);

const toGroup = (group: Id, event: GroupEvent, text: string): Answer => ({
  reply: { ok: true, body: {} },
  effects: [send(group, event, text)],
  about: group,
  text,
});

/** What the reader does with instances of a group of his own: the group puts new ones in their place. */
export const ec2Api: Api = (call, world) => {
  if (call.api !== 'ec2') throw new Error('The EC2 API was asked for something that it does not offer here.');
  const instance = textAt(call.input, 'InstanceId') ?? '';
  const group = groupsOf(world).find(({ Instances }) => Instances.some(({ InstanceId }) => InstanceId === instance));
  const text = `terminate ${instance}`;
  if (group !== undefined) return toGroup(group.AutoScalingGroupARN, { type: 'instance.released', instance }, text);
  const reply = refusal('InvalidInstanceID.NotFound', `The instance ID '${instance}' does not exist`);
  return { reply, effects: [], about: instance, text };
};

/** A new launch template version of a group of one's own: only instances launched from now on have it. */
export const autoScalingApi: Api = (call, world) => {
  if (call.api !== 'autoscaling') throw new Error('The Auto Scaling API was asked for something that it does not offer here.');
  const group = groupsOf(world).find(({ AutoScalingGroupName }) => AutoScalingGroupName === textAt(call.input, 'AutoScalingGroupName'));
  const version = textAt(call.input, 'KubernetesVersion') ?? '';
  const text = `use an AMI of ${version}`;
  if (group === undefined) return { reply: refusal('ValidationError', 'AutoScalingGroup name not found'), effects: [], about: '', text };
  const template = String(Number(group.LaunchTemplate.Version) + 1);
  return toGroup(group.AutoScalingGroupARN, { type: 'template.wanted', version, template }, text);
};

/** `kubectl drain`, `cordon` and `uncordon`, which are many requests each. */
export const kubectlApi: Api = (call, world) => {
  if (call.api !== 'clients') throw new Error('kubectl was asked for something that it does not do here.');
  const name = textAt(call.input, 'node') ?? '';
  const id = textAt(call.input, 'id') ?? '';
  const verb = call.operation;
  const text = `${verb} ${name}`;
  if (find(world, 'Node', id) === undefined) {
    return { reply: refusal('NotFound', `nodes "${name}" not found`), effects: [], about: id, text };
  }
  const cordoned = verb !== 'uncordon';
  const effects = [
    ask(world, { type: 'object.patch', id, change: { spec: { unschedulable: cordoned } } }, text),
    log(id, `node/${name} ${cordoned ? 'cordoned' : 'uncordoned'}`),
    ...(verb === 'drain' ? beginDrain({ node: id }) : [end(drainOf(id))]),
  ];
  return { reply: { ok: true, body: {} }, effects, about: id, text };
};
