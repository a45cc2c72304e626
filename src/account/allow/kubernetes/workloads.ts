import { allow, flag, list, number, size, text } from '../fields.ts';
import { base, conditions, selector } from './metadata.ts';
import { podTemplate } from './pod.ts';

const counts = {
  observedGeneration: number,
  replicas: number,
  readyReplicas: number,
  availableReplicas: number,
  updatedReplicas: number,
  unavailableReplicas: number,
  fullyLabeledReplicas: number,
  terminatingReplicas: number,
  conditions,
};

/** How a workload is changed. */
const strategy = allow({ type: text, rollingUpdate: allow({ maxSurge: size, maxUnavailable: size }) });

/** A Deployment. */
export const deployment = allow({
  ...base,
  spec: allow({
    replicas: number,
    selector,
    template: podTemplate,
    strategy,
    minReadySeconds: number,
    progressDeadlineSeconds: number,
    revisionHistoryLimit: number,
    paused: flag,
  }),
  status: allow(counts),
});

/** A ReplicaSet. */
export const replicaSet = allow({
  ...base,
  spec: allow({ replicas: number, selector, template: podTemplate, minReadySeconds: number }),
  status: allow(counts),
});

/** A DaemonSet. */
export const daemonSet = allow({
  ...base,
  spec: allow({ selector, template: podTemplate, updateStrategy: strategy, minReadySeconds: number }),
  status: allow({
    observedGeneration: number,
    currentNumberScheduled: number,
    desiredNumberScheduled: number,
    updatedNumberScheduled: number,
    numberMisscheduled: number,
    numberReady: number,
    numberAvailable: number,
    numberUnavailable: number,
    conditions,
  }),
});

/** A Job. */
export const job = allow({
  ...base,
  spec: allow({
    parallelism: number,
    completions: number,
    completionMode: text,
    backoffLimit: number,
    activeDeadlineSeconds: number,
    ttlSecondsAfterFinished: number,
    suspend: flag,
    template: podTemplate,
  }),
  status: allow({
    active: number,
    succeeded: number,
    failed: number,
    ready: number,
    terminating: number,
    completedIndexes: text,
    startTime: text,
    completionTime: text,
    conditions,
  }),
});

/** A PodDisruptionBudget. */
export const podDisruptionBudget = allow({
  ...base,
  spec: allow({ minAvailable: size, maxUnavailable: size, selector, unhealthyPodEvictionPolicy: text }),
  status: allow({
    observedGeneration: number,
    disruptionsAllowed: number,
    currentHealthy: number,
    desiredHealthy: number,
    expectedPods: number,
    conditions,
  }),
});

const metricTarget = allow({ type: text, averageUtilization: number, averageValue: size, value: size });

/** A HorizontalPodAutoscaler, of any version of its API. */
export const horizontalPodAutoscaler = allow({
  ...base,
  spec: allow({
    scaleTargetRef: allow({ apiVersion: text, kind: text, name: text }),
    minReplicas: number,
    maxReplicas: number,
    targetCPUUtilizationPercentage: number,
    metrics: list(allow({ type: text, resource: allow({ name: text, target: metricTarget, targetAverageUtilization: number }) })),
  }),
  status: allow({
    currentReplicas: number,
    desiredReplicas: number,
    currentCPUUtilizationPercentage: number,
    lastScaleTime: text,
    conditions,
  }),
});
