import type { ApiObject } from '../../model/api-object.ts';
import type { Measures } from '../../model/frame.ts';
import type { Id } from '../../model/json.ts';
import { eksProjectors } from '../../model/project-eks.ts';
import type { Domain } from '../engine/domain.ts';
import type { World } from '../engine/world.ts';
import { apiServer } from './api-server/api-server.ts';
import { kubernetesApi } from './api-server/kubernetes-api.ts';
import { deploymentController } from './deployment/deployment-controller.ts';
import { kubernetesFaults } from './faults.ts';
import { allOf, controllerId } from './identity.ts';
import { kubelet } from './kubelet/kubelet.ts';
import { pod } from './kubelet/pod-behaviour.ts';
import { nodeLifecycleController } from './node-lifecycle/node-lifecycle-controller.ts';
import { replicaSetController } from './replica-set/replica-set-controller.ts';
import { scheduler } from './scheduler/scheduler.ts';
import { every, typed } from './store.ts';

/** Pods go under their ReplicaSet, ReplicaSets under their Deployment; what nobody controls goes under its kind. */
function ownerOf(object: ApiObject): Id | undefined {
  switch (object.kind) {
    case 'eks-cluster':
      return allOf('Cluster');
    case 'k8s-node':
      return allOf('Node');
    case 'k8s-deployment':
      return allOf('Deployment');
    default: {
      const controlled = typed('Pod', object) ?? typed('ReplicaSet', object);
      return controlled && controllerId(object.id, controlled.body.metadata);
    }
  }
}

function measures(world: World): Measures {
  let available = 0;
  let wanted = 0;
  for (const { body } of every(world, 'Deployment')) {
    available += body.status?.availableReplicas ?? 0;
    wanted += body.spec.replicas;
  }
  return { 'pods.available': available, 'pods.wanted': wanted };
}

/** The laws of a Kubernetes world on Amazon EKS. A behaviour has the name of the kind of resource that it animates. */
export const eksDomain: Domain = {
  projectors: eksProjectors,
  behaviours: {
    'k8s-api-server': apiServer,
    'k8s-deployment-controller': deploymentController,
    'k8s-replica-set-controller': replicaSetController,
    'k8s-scheduler': scheduler,
    'k8s-node-lifecycle-controller': nodeLifecycleController,
    'k8s-node': kubelet,
    'k8s-pod': pod,
  },
  apis: { kubernetes: kubernetesApi },
  faults: kubernetesFaults,
  measures,
  ownerOf,
};
