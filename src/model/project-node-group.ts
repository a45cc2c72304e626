import { projectBudget, projectDaemonSet } from './eks/project-disruption.ts';
import { projectAutoScalingGroup, projectUpdate } from './eks/project-node-group.ts';
import type { Projectors } from './project.ts';

/** How the objects are read that change the nodes, and what holds or follows such a change. */
export const nodeGroupProjectors: Projectors = {
  'eks-update': projectUpdate,
  'autoscaling-group': projectAutoScalingGroup,
  'k8s-daemon-set': projectDaemonSet,
  'k8s-pod-disruption-budget': projectBudget,
};
