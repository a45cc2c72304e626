/** One thing that a reader chooses of their account, the widest first. */
export type LevelId =
  'region' | 'ecs-cluster' | 'ecs-service' | 'ecs-task' | 'eks-cluster' | 'eks-nodegroup' | 'k8s-namespace' | 'k8s-deployment' | 'k8s-pod';

/** The parts of an account that a diagram can draw, by the word in its `diagram.yaml`: what a reader chooses, from wide to narrow. */
export const accountViews = {
  'ecs-cluster': ['region', 'ecs-cluster'],
  'ecs-service': ['region', 'ecs-cluster', 'ecs-service'],
  'ecs-task': ['region', 'ecs-cluster', 'ecs-service', 'ecs-task'],
  'eks-cluster': ['region', 'eks-cluster'],
  'eks-nodegroup': ['region', 'eks-cluster', 'eks-nodegroup'],
  'eks-namespace': ['region', 'eks-cluster', 'k8s-namespace'],
  'eks-deployment': ['region', 'eks-cluster', 'k8s-namespace', 'k8s-deployment'],
  'eks-pod': ['region', 'eks-cluster', 'k8s-namespace', 'k8s-pod'],
} as const satisfies Readonly<Record<string, readonly LevelId[]>>;

/** The name of a view. */
export type AccountView = keyof typeof accountViews;
