import type { Kind } from '../../model/kind.ts';

/** A lesson: its path and what its diagram is of. */
export interface Lesson {
  readonly path: string;
  readonly title: string;
}

const lesson = (path: string, title: string): Lesson => ({ path, title });

const architecture = lesson('/ecs/architecture/', 'the architecture of ECS');
const capacity = lesson('/ecs/clusters-and-capacity/', 'clusters and capacity');
const balancing = lesson('/ecs/practices/load-balancing/', 'load balancing');
const discovery = lesson('/ecs/practices/service-discovery/', 'service discovery');
const logging = lesson('/ecs/practices/logging/', 'logging');
const nodes = lesson('/eks/nodes-and-node-groups/', 'nodes and node groups');
const rollout = lesson('/eks/deployments-and-scheduling/', 'Deployments and scheduling');
const pods = lesson('/eks/pods-and-containers/', 'pods and containers');
const access = lesson('/eks/practices/rbac/', 'who may do what');

const lessons: Partial<Readonly<Record<Kind, Lesson>>> = {
  'ecs-cluster': architecture,
  'ecs-service': lesson('/ecs/deployments/', 'deployments'),
  'ecs-task-definition': lesson('/ecs/task-definitions/', 'task definitions'),
  'ecs-task': lesson('/ecs/task-lifecycle/', 'the life of a task'),
  'ecs-container': lesson('/ecs/task-lifecycle/', 'the life of a task'),
  'ecs-container-instance': capacity,
  'ecs-capacity-provider': capacity,
  'elbv2-load-balancer': balancing,
  'elbv2-target-group': balancing,
  'elbv2-target': balancing,
  'servicediscovery-namespace': discovery,
  'servicediscovery-service': discovery,
  'servicediscovery-instance': discovery,
  'logs-log-group': logging,
  'logs-log-stream': logging,
  'eks-cluster': lesson('/eks/architecture/', 'the architecture of EKS'),
  'eks-nodegroup': nodes,
  'eks-access-entry': access,
  'k8s-node': nodes,
  'k8s-deployment': rollout,
  'k8s-replica-set': rollout,
  'k8s-pod': pods,
  'k8s-container': pods,
  'k8s-job': lesson('/eks/jobs/', 'Jobs'),
  'eks-pod-identity-association': lesson('/eks/practices/pod-identity/', 'AWS credentials of pods'),
  'k8s-role': access,
  'k8s-cluster-role': access,
  'k8s-role-binding': access,
  'k8s-cluster-role-binding': access,
  'k8s-service-account': access,
  'k8s-network-policy': lesson('/eks/practices/network-policies/', 'who may talk to whom'),
};

/** The lesson whose diagram draws a kind; undefined when none does. */
export const lessonOf = (kind: Kind): Lesson | undefined => lessons[kind];
