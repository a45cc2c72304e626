import type { Effect } from '../../engine/effect.ts';
import { begin, put } from '../../engine/effect.ts';
import type { ClusterPlan } from '../start.ts';
import { arnOf } from '../start.ts';

/** The machines of a control plane: two API servers and three members of etcd, spread over three zones. */
export function startMachines(plan: ClusterPlan): readonly Effect[] {
  const arn = arnOf(plan);
  const zones = ['a', 'b', 'c'].map((letter) => `${plan.region}${letter}`);
  const zoneObjects = zones.map((ZoneName) =>
    put({ id: ZoneName, kind: 'ec2-availability-zone', body: { ZoneName, RegionName: plan.region, State: 'available' } }),
  );
  const instances = zones.slice(0, 2).flatMap((zone, index) => {
    const name = `kube-apiserver-${index + 1}`;
    const id = `${arn}/${name}`;
    const body = { name, zone, version: plan.version, state: 'Serving' };
    return [put({ id, kind: 'k8s-api-server-instance', body }), begin(id, 'k8s-api-server-instance')];
  });
  const members = zones.map((zone, index) => {
    const name = `etcd-${index + 1}`;
    return put({ id: `${arn}/${name}`, kind: 'k8s-etcd-member', body: { name, zone, state: index === 0 ? 'Leader' : 'Follower' } });
  });
  return [...zoneObjects, ...instances, ...members, begin(`${arn}#etcd`, 'k8s-etcd')];
}
