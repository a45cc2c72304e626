import type { ApiObject } from '../../model/api-object.ts';
import type { Millis } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import { begin, put, send } from '../engine/effect.ts';
import type { ControlPlanePart } from './identity.ts';
import { kubeId } from './identity.ts';
import type { Deployment, KubeNode } from './objects.ts';
import type { ApiRequest } from './requests.ts';

/** The cluster that a world starts with. */
export interface ClusterPlan {
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly version: string;
  readonly nodegroup: string;
  readonly instanceType: string;
  /** What each node has for pods, such as `{ cpu: '1930m', memory: '7017Mi', pods: '29' }`. */
  readonly allocatable: Readonly<Record<string, string>>;
  /** Address and zone letter of each node. */
  readonly nodes: readonly { readonly address: string; readonly zone: string }[];
  /** When it was made, as ISO string. */
  readonly createdAt: string;
}

const behaviours: Readonly<Partial<Record<ControlPlanePart, string>>> = {
  'kube-apiserver': 'k8s-api-server',
  'kube-scheduler': 'k8s-scheduler',
  'deployment-controller': 'k8s-deployment-controller',
  'replicaset-controller': 'k8s-replica-set-controller',
  'node-lifecycle-controller': 'k8s-node-lifecycle-controller',
};

/** The ARN of the cluster. */
export const arnOf = ({ region, account, name }: ClusterPlan): string => `arn:aws:eks:${region}:${account}:cluster/${name}`;

/** The id of a Kubernetes object in the cluster. */
export const idOf = (plan: ClusterPlan, kind: string, name: string, namespace = 'default'): string =>
  kubeId(plan.name, kind, kind === 'Node' ? '' : namespace, name);

/** The name under which a node of this address registers. */
export const nodeName = ({ region }: ClusterPlan, address: string): string =>
  `ip-${address.replaceAll('.', '-')}.${region}.compute.internal`;

/** A running cluster with its control plane, a managed node group and its nodes, all ready. */
export function startCluster(plan: ClusterPlan): readonly Effect[] {
  const parts = Object.entries(behaviours).map(([part, behaviour]) => begin(`${arnOf(plan)}#${part}`, behaviour));
  const nodes = plan.nodes.flatMap(({ address, zone }) => {
    const node = nodeOf(plan, address, zone);
    return [put(node), begin(node.id, 'k8s-node')];
  });
  return [put(clusterObject(plan)), put(nodegroupObject(plan)), ...parts, ...nodes];
}

/** A request that a client sends to the API server `after` so many ms. */
export const clientAsks = (plan: ClusterPlan, request: ApiRequest, text: string, after: Millis = 0): Effect =>
  send(`${arnOf(plan)}#kube-apiserver`, request, text, after);

/** The request that makes a Deployment. */
export const deploymentCreated = (plan: ClusterPlan, body: Deployment): ApiRequest => ({
  type: 'object.create',
  object: { id: idOf(plan, 'Deployment', body.metadata.name, body.metadata.namespace), kind: 'k8s-deployment', body },
});

function clusterObject(plan: ClusterPlan): ApiObject {
  const body = {
    name: plan.name,
    arn: arnOf(plan),
    createdAt: plan.createdAt,
    version: plan.version,
    endpoint: `https://4B1D0E6F2A.gr7.${plan.region}.eks.amazonaws.com`,
    status: 'ACTIVE',
    health: { issues: [] },
    upgradePolicy: { supportType: 'EXTENDED' },
  };
  return { id: arnOf(plan), kind: 'eks-cluster', body };
}

/** The managed node group of the plan, at rest. */
export function nodegroupObject(plan: ClusterPlan): ApiObject {
  const { region, account, name, nodegroup, nodes } = plan;
  const arn = `arn:aws:eks:${region}:${account}:nodegroup/${name}/${nodegroup}/3ac8f0d1-0b5e-4c7a-9d3e-7f2b1c0a9e88`;
  const body = {
    nodegroupName: nodegroup,
    nodegroupArn: arn,
    clusterName: name,
    version: plan.version,
    createdAt: plan.createdAt,
    status: 'ACTIVE',
    capacityType: 'ON_DEMAND',
    scalingConfig: { minSize: nodes.length, maxSize: nodes.length, desiredSize: nodes.length },
    instanceTypes: [plan.instanceType],
    amiType: 'AL2023_x86_64_STANDARD',
    health: { issues: [] },
    updateConfig: { maxUnavailable: 1 },
  };
  return { id: idOf(plan, 'Nodegroup', nodegroup, ''), kind: 'eks-nodegroup', body }; // nodes name their group by this, not by ARN
}

/** A node of the plan's group, ready. */
export function nodeOf(plan: ClusterPlan, address: string, zone: string) {
  const name = nodeName(plan, address);
  const ready = (type: string, status: string, reason: string, message: string) => ({
    type,
    status,
    reason,
    message,
    lastTransitionTime: plan.createdAt,
  });
  const body = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      resourceVersion: '1000',
      creationTimestamp: plan.createdAt,
      labels: {
        'eks.amazonaws.com/nodegroup': plan.nodegroup,
        'eks.amazonaws.com/capacityType': 'ON_DEMAND',
        'kubernetes.io/hostname': name,
        'node.kubernetes.io/instance-type': plan.instanceType,
        'topology.kubernetes.io/region': plan.region,
        'topology.kubernetes.io/zone': `${plan.region}${zone}`,
      },
    },
    spec: { providerID: `aws:///${plan.region}${zone}/i-${address.replaceAll('.', '').padStart(17, '0')}` },
    status: {
      allocatable: plan.allocatable,
      addresses: [{ type: 'InternalIP', address }],
      nodeInfo: {
        architecture: 'amd64',
        bootID: '',
        containerRuntimeVersion: 'containerd://2.1.4',
        kernelVersion: '6.12.40-63.114.amzn2023.x86_64',
        kubeProxyVersion: `v${plan.version}.4-eks-7a1b2c3`,
        kubeletVersion: `v${plan.version}.4-eks-7a1b2c3`,
        machineID: '',
        operatingSystem: 'linux',
        osImage: 'Amazon Linux 2023',
        systemUUID: '',
      },
      conditions: [
        ready('MemoryPressure', 'False', 'KubeletHasSufficientMemory', 'kubelet has sufficient memory available'),
        ready('DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'),
        ready('PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'),
        ready('Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'),
      ],
    },
  } satisfies KubeNode;
  return { id: idOf(plan, 'Node', name, ''), kind: 'k8s-node', body } as const satisfies ApiObject;
}
