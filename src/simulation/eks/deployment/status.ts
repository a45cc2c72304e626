import type { Condition, Deployment, DeploymentStatus, ReplicaSet } from '../objects.ts';
import { conditionOf, withCondition } from '../objects.ts';
import { maxUnavailable } from './fenceposts.ts';
import { actualReplicaCount, availableReplicaCount, replicaCount } from './rolling-update.ts';

/** The default of `progressDeadlineSeconds`. */
const DEADLINE_SECONDS = 600;
/** The greatest number of the field: no deadline. */
const NO_DEADLINE = 2147483647;

/** Whether all wanted pods are of the new template, available, and none is left of the old. */
export const deploymentComplete = ({ spec }: Deployment, status: DeploymentStatus): boolean =>
  (status.updatedReplicas ?? 0) === spec.replicas &&
  (status.replicas ?? 0) === spec.replicas &&
  (status.availableReplicas ?? 0) === spec.replicas;

const oldPods = ({ replicas = 0, updatedReplicas = 0 }: DeploymentStatus): number => replicas - updatedReplicas;

/** Whether a status is nearer to the goal than the one before. */
export const deploymentProgressing = (before: DeploymentStatus, now: DeploymentStatus): boolean =>
  (now.updatedReplicas ?? 0) > (before.updatedReplicas ?? 0) ||
  oldPods(now) < oldPods(before) ||
  (now.readyReplicas ?? 0) > (before.readyReplicas ?? 0) ||
  (now.availableReplicas ?? 0) > (before.availableReplicas ?? 0);

/** When a rollout runs out of time, in ms since 1970; undefined when it cannot. */
export function deadlineOf({ spec }: Deployment, progressing: Condition | undefined): number | undefined {
  const { progressDeadlineSeconds = DEADLINE_SECONDS } = spec;
  if (progressDeadlineSeconds === NO_DEADLINE || progressing?.lastUpdateTime === undefined) return undefined;
  if (progressing.reason === 'NewReplicaSetAvailable') return undefined;
  return Date.parse(progressing.lastUpdateTime) + progressDeadlineSeconds * 1000;
}

/** The counters of a Deployment, from those of its ReplicaSets. */
export function calculateStatus(deployment: Deployment, all: readonly ReplicaSet[], newRS: ReplicaSet | undefined): DeploymentStatus {
  const availableReplicas = availableReplicaCount(all);
  return {
    ...deployment.status,
    observedGeneration: deployment.metadata.generation ?? 1,
    replicas: actualReplicaCount(all),
    updatedReplicas: newRS?.status.replicas ?? 0,
    readyReplicas: all.reduce((total, { status }) => total + (status.readyReplicas ?? 0), 0),
    availableReplicas,
    unavailableReplicas: Math.max(0, replicaCount(all) - availableReplicas),
  };
}

/** Whether enough pods are available. */
export const availableCondition = (deployment: Deployment, { availableReplicas = 0 }: DeploymentStatus): Condition =>
  availableReplicas >= deployment.spec.replicas - maxUnavailable(deployment)
    ? { type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable', message: 'Deployment has minimum availability.' }
    : {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      };

const progressing = (status: 'True' | 'False', reason: string, message: string): Condition => ({
  type: 'Progressing',
  status,
  reason,
  message,
});

/** The Progressing condition of a rollout that has just begun with a ReplicaSet of its own. */
export const createdCondition = (name: string): Condition =>
  progressing('True', 'NewReplicaSetCreated', `Created new replica set "${name}"`);

/** How a rollout stands, when there is something to say beyond what the last condition said. */
export function progressCondition(deployment: Deployment, now: DeploymentStatus, name: string, time: string): Condition | undefined {
  const current = conditionOf(now.conditions, 'Progressing');
  if (now.replicas === now.updatedReplicas && current?.reason === 'NewReplicaSetAvailable') return undefined;
  if (deploymentComplete(deployment, now))
    return progressing('True', 'NewReplicaSetAvailable', `ReplicaSet "${name}" has successfully progressed.`);
  if (deploymentProgressing(deployment.status ?? {}, now))
    return progressing('True', 'ReplicaSetUpdated', `ReplicaSet "${name}" is progressing.`);
  const deadline = deadlineOf(deployment, current);
  if (deadline === undefined || Date.parse(time) < deadline) return undefined;
  if (current?.reason === 'ProgressDeadlineExceeded') return undefined;
  return progressing('False', 'ProgressDeadlineExceeded', `ReplicaSet "${name}" has timed out progressing.`);
}

/** The conditions with one written anew, its time of update too. */
export const updated = (conditions: readonly Condition[] | undefined, next: Condition, time: string): readonly Condition[] =>
  withCondition(conditions, { ...next, lastUpdateTime: time }, time);
