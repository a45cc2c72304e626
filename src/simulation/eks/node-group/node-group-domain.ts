import type { ApiObject } from '../../../model/api-object.ts';
import { textAt } from '../../../model/eks/read.ts';
import type { Measures } from '../../../model/frame.ts';
import type { Kind } from '../../../model/kind.ts';
import { nodeGroupProjectors } from '../../../model/project-node-group.ts';
import type { Domain } from '../../engine/domain.ts';
import { extended } from '../../engine/domain.ts';
import type { World } from '../../engine/world.ts';
import { eksApi } from '../eks-api.ts';
import { cluster } from '../control-plane/cluster.ts';
import { clusterOperations } from '../control-plane/cluster-api.ts';
import { instance } from '../control-plane/instance.ts';
import { minorOf } from '../control-plane/version.ts';
import { daemonSetController } from '../daemon-set/daemon-set-controller.ts';
import { disruptionController } from '../disruption/disruption-controller.ts';
import { drain } from '../disruption/drain-machine.ts';
import { eksDomain } from '../domain.ts';
import { allOf, clusterArn } from '../identity.ts';
import { conditionOf } from '../objects.ts';
import { every } from '../store.ts';
import { autoScalingGroup } from './auto-scaling-machine.ts';
import { nodegroupOperations } from './eks-operations.ts';
import { nodeGroupFaults } from './faults.ts';
import { nodeGroup } from './node-group-machine.ts';
import { autoScalingApi, ec2Api, kubectlApi } from './own-nodes.ts';

const owners: Readonly<Partial<Record<Kind, string>>> = {
  'autoscaling-group': allOf('AutoScalingGroup'),
  'k8s-api-server-instance': allOf('ApiServerInstance'),
  'k8s-daemon-set': allOf('DaemonSet'),
  'k8s-pod-disruption-budget': allOf('PodDisruptionBudget'),
};

/** How many Ready nodes there are of each side of the control plane's version. */
function measures(world: World): Measures {
  const version = textAt(world.objects.get(clusterArn(world))?.body, 'version') ?? '';
  let current = 0;
  let older = 0;
  for (const { body } of every(world, 'Node')) {
    if (conditionOf(body.status?.conditions, 'Ready')?.status !== 'True') continue;
    if (minorOf(body.status?.nodeInfo?.['kubeletVersion'] ?? '') < minorOf(version)) older += 1;
    else current += 1;
  }
  return { 'nodes.current': current, 'nodes.older': older };
}

/** Kubernetes on EKS with node groups that are scaled, updated and repaired, budgets that hold a drain, and daemons on every node. */
export const nodeGroupDomain: Domain = extended(eksDomain, {
  projectors: nodeGroupProjectors,
  behaviours: {
    'eks-cluster': cluster,
    'k8s-api-server-instance': instance,
    'eks-nodegroup': nodeGroup,
    'autoscaling-group': autoScalingGroup,
    'kubectl-drain': drain,
    'k8s-daemon-set-controller': daemonSetController,
    'k8s-disruption-controller': disruptionController,
  },
  apis: {
    eks: eksApi({ ...clusterOperations, ...nodegroupOperations }),
    ec2: ec2Api,
    autoscaling: autoScalingApi,
    clients: kubectlApi,
  },
  faults: nodeGroupFaults,
  measures,
  ownerOf: ({ kind }: ApiObject) => owners[kind],
});
