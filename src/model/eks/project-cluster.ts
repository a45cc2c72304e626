import type { ApiObject } from '../api-object.ts';
import type { Kind } from '../kind.ts';
import type { Projected } from '../project.ts';
import type { Scope } from '../resource.ts';
import { scopeOf, siblingId } from './kubernetes-scope.ts';
import { at, conditionIn, listAt, numberAt, present, textAt } from './read.ts';

/** The parts of a control plane. EKS shows none of them: each is as its cluster is. */
const parts: readonly { readonly part: string; readonly kind: Kind; readonly name: string; readonly clause: string }[] = [
  { part: 'kube-apiserver', kind: 'k8s-api-server', name: 'API server', clause: 'the only way to the objects' },
  { part: 'etcd', kind: 'k8s-etcd', name: 'etcd', clause: 'keeps every object' },
  { part: 'deployment-controller', kind: 'k8s-deployment-controller', name: 'Deployment controller', clause: 'rolls out' },
  { part: 'replicaset-controller', kind: 'k8s-replica-set-controller', name: 'ReplicaSet controller', clause: 'makes pods' },
  {
    part: 'endpointslice-controller',
    kind: 'k8s-endpoint-slice-controller',
    name: 'EndpointSlice controller',
    clause: 'lists addresses',
  },
  { part: 'job-controller', kind: 'k8s-job-controller', name: 'Job controller', clause: 'runs work to its end' },
  { part: 'kube-scheduler', kind: 'k8s-scheduler', name: 'Scheduler', clause: 'chooses nodes' },
  { part: 'node-lifecycle-controller', kind: 'k8s-node-lifecycle-controller', name: 'Node lifecycle controller', clause: 'watches nodes' },
];

function scopeOfArn(arn: string): Scope {
  const [, , , region, account, rest = ''] = arn.split(':');
  const [, cluster] = rest.split('/');
  return present({ region, account, cluster });
}

/** From where the endpoint can be reached. */
function endpointClause(body: ApiObject['body']): string {
  const isPublic = at(body, 'resourcesVpcConfig', 'endpointPublicAccess') !== false;
  const isPrivate = at(body, 'resourcesVpcConfig', 'endpointPrivateAccess') === true;
  const cidrs = listAt(body, 'resourcesVpcConfig', 'publicAccessCidrs').filter(
    (one): one is string => typeof one === 'string' && one !== '0.0.0.0/0',
  );
  const open = cidrs.length === 0 ? 'public' : `public for ${cidrs.join(', ')}`;
  return [...(isPublic ? [open] : []), ...(isPrivate ? ['private'] : [])].join(' and ');
}

/** An EKS cluster as `aws eks describe-cluster` prints it, and the parts of its control plane. */
export function projectCluster({ id, body }: ApiObject): readonly Projected[] {
  const [issue] = listAt(body, 'health', 'issues');
  const version = textAt(body, 'version');
  const shared = {
    scope: scopeOfArn(id),
    status: textAt(body, 'status') ?? 'UNKNOWN',
    ...present({ createdAt: textAt(body, 'createdAt') }),
  };
  const cluster = {
    ...shared,
    id,
    kind: 'eks-cluster' as const,
    name: textAt(body, 'name') ?? id,
    ...present({ reason: textAt(issue, 'code'), text: textAt(issue, 'message') }),
    details: { ...present({ version, endpoint: textAt(body, 'endpoint') }), clause: version === undefined ? '' : `Kubernetes ${version}` },
  };
  const implied = parts.map(({ part, kind, name, clause }) => ({
    resource: { ...shared, id: `${id}#${part}`, kind, name, details: { clause } },
    relations: [{ to: id, kind: 'part-of' as const }],
  }));
  const endpoint = {
    ...shared,
    id: `${id}#endpoint`,
    kind: 'eks-endpoint' as const,
    name: 'Cluster endpoint',
    details: { clause: endpointClause(body), ...present({ endpoint: textAt(body, 'endpoint') }) },
  };
  return [{ resource: cluster, relations: [] }, { resource: endpoint, relations: [{ to: id, kind: 'part-of' }] }, ...implied];
}

/** A managed node group as `aws eks describe-nodegroup` prints it. */
export function projectNodegroup(object: ApiObject): readonly Projected[] {
  const { id, body } = object;
  const arn = textAt(body, 'nodegroupArn') ?? '';
  const [issue] = listAt(body, 'health', 'issues');
  const desired = numberAt(body, 'scalingConfig', 'desiredSize') ?? 0;
  const [instanceType = 'instances'] = listAt(body, 'instanceTypes').filter((one) => typeof one === 'string');
  const resource = {
    id,
    kind: 'eks-nodegroup' as const,
    name: textAt(body, 'nodegroupName') ?? id,
    scope: scopeOfArn(arn),
    status: textAt(body, 'status') ?? 'UNKNOWN',
    ...present({ reason: textAt(issue, 'code'), text: textAt(issue, 'message'), createdAt: textAt(body, 'createdAt') }),
    details: {
      clause: `${instanceType}, ${desired} wanted`,
      desired,
      ...present({
        arn: textAt(body, 'nodegroupArn'),
        version: textAt(body, 'version'),
        min: numberAt(body, 'scalingConfig', 'minSize'),
        max: numberAt(body, 'scalingConfig', 'maxSize'),
        capacityType: textAt(body, 'capacityType'),
      }),
    },
  };
  const cluster = arn.split('/').slice(0, 2).join('/').replace(':nodegroup/', ':cluster/');
  return [{ resource, relations: cluster === '' ? [] : [{ to: cluster, kind: 'part-of' }] }];
}

const words: Readonly<Record<string, string>> = { True: 'Ready', False: 'NotReady', Unknown: 'Unknown' };

/** A Node: the status of its Ready condition. */
export function projectNode(object: ApiObject): readonly Projected[] {
  const { id, body } = object;
  const ready = conditionIn(body, 'Ready');
  const status = words[textAt(ready, 'status') ?? ''] ?? 'Unknown';
  const name = textAt(body, 'metadata', 'name') ?? id.slice(id.lastIndexOf('/') + 1);
  const label = (key: string): string | undefined => textAt(body, 'metadata', 'labels', key);
  const zone = label('topology.kubernetes.io/zone');
  const cpu = textAt(body, 'status', 'allocatable', 'cpu');
  const kubelet = textAt(body, 'status', 'nodeInfo', 'kubeletVersion')?.replace(/-.*$/, '');
  const isCordoned = at(body, 'spec', 'unschedulable') === true;
  const resource = {
    id,
    kind: 'k8s-node' as const,
    name: name.split('.')[0] ?? name,
    scope: { ...scopeOf(object), ...present({ zone, region: label('topology.kubernetes.io/region') }) },
    status,
    ...present({
      reason: status !== 'Ready' ? textAt(ready, 'reason') : isCordoned ? 'SchedulingDisabled' : undefined,
      text: status === 'Ready' ? undefined : textAt(ready, 'message'),
      since: textAt(ready, 'lastTransitionTime'),
      createdAt: textAt(body, 'metadata', 'creationTimestamp'),
    }),
    details: {
      fullName: name,
      clause: [zone, kubelet, isCordoned ? 'cordoned' : cpu && `${cpu} CPU`].filter((part) => part !== undefined).join(', '),
      taints: listAt(body, 'spec', 'taints').map((taint) => `${textAt(taint, 'key') ?? ''}:${textAt(taint, 'effect') ?? ''}`),
      ...present({
        cpu,
        memory: textAt(body, 'status', 'allocatable', 'memory'),
        pods: textAt(body, 'status', 'allocatable', 'pods'),
        instance: textAt(body, 'spec', 'providerID')?.replace(/^.*\//, ''),
        instanceType: label('node.kubernetes.io/instance-type'),
        kubelet: textAt(body, 'status', 'nodeInfo', 'kubeletVersion'),
      }),
    },
  };
  const nodegroup = label('eks.amazonaws.com/nodegroup');
  const relations = [
    ...(nodegroup === undefined ? [] : [{ to: siblingId(object, 'Nodegroup', '', nodegroup), kind: 'part-of' as const }]),
    ...(zone === undefined ? [] : [{ to: zone, kind: 'runs-on' as const }]),
  ];
  return [{ resource, relations }];
}
