/** What a table is about, for readers: whose behaviour, and which. */
export interface Subject {
  readonly platform: 'ecs' | 'eks';
  readonly text: string;
}

const ecs = (text: string): Subject => ({ platform: 'ecs', text });
const eks = (text: string): Subject => ({ platform: 'eks', text });

/** The subject of each topic, in the order of the page about fidelity. */
export const subjects: Readonly<Record<string, Subject>> = {
  'task-status': ecs('The status of a task that follows from its containers'),
  'container-dependencies': ecs('Which container may start or stop, by what it depends on'),
  'restart-policy': ecs('Whether the agent restarts a container'),
  'agent-errors': ecs('The words of the agent when something fails'),
  'worked-examples': ecs('Worked examples of deployments, placement and capacity'),
  'rbac-tests': eks('RBAC: who may do what, in tests of Kubernetes'),
  'rbac-generated': eks('RBAC: who may do what, in generated cases'),
  'network-policy-recipes': eks('NetworkPolicy: who may talk to whom, in well-known recipes'),
  'network-policy-generated': eks('NetworkPolicy: who may talk to whom, in generated cases'),
  'pod-security': eks('Pod Security Standards: which pods are admitted, and the words of a refusal'),
  'label-selectors': eks('Label selectors, as objects and as text'),
  quantities: eks('Resource quantities: read, written, compared, added'),
  'int-or-percent': eks('Counts that may be percentages, rounded up and down'),
  'deployment-rounding': eks('Deployments: surge, unavailability and progress'),
  'deployment-rolling': eks('Deployments: the steps of a rollout, and scaling in the middle of one'),
  'replicaset-deletion-order': eks('ReplicaSets: which pod goes first'),
  'daemonset-update': eks('DaemonSets: rolling updates'),
  job: eks('Jobs: pods created and deleted, failures and back-off, and how a Job ends'),
  disruption: eks('PodDisruptionBudgets, and what an eviction request gets'),
  endpoints: eks('Services: which pods are endpoints, and in which condition'),
  'pod-status': eks('The phase, the conditions and the probes of a pod'),
  'node-lifecycle': eks('Nodes that fall silent, and the pods on them'),
  'taints-affinity': eks('Taints, tolerations and node affinity, rule by rule'),
  'scheduler-taints': eks('Scheduler: taints and tolerations'),
  'scheduler-node-affinity': eks('Scheduler: node selectors and node affinity'),
  'scheduler-pod-affinity': eks('Scheduler: pod affinity and anti-affinity'),
  'scheduler-topology-spread': eks('Scheduler: topology spread'),
  'scheduler-resources': eks('Scheduler: whether the requests of a pod fit'),
  'scheduler-misc': eks('Scheduler: host ports, cordoned nodes, nodes by name'),
  'scheduler-scoring': eks('Scheduler: the scores of nodes'),
  'scheduler-messages': eks('Scheduler: the words when a pod fits nowhere'),
  preemption: eks('Scheduler: preemption by priority'),
};

/** Topics of which real behaviour is at hand, and which the world does not show yet. */
export const later: Readonly<Record<string, Subject>> = {
  hpa: eks('Horizontal pod autoscaling'),
};
