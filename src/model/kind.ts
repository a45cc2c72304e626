/**
 * Every kind of resource that Drydock knows, named `<api>-<what>` in the provider's own words.
 * The same word is the class of a Mermaid node, `data-kind` on the page and the folder in `content/states/`.
 */
export const kinds = [
  'ecs-cluster',
  'ecs-service',
  'ecs-task-definition',
  'ecs-container-definition',
  'ecs-task',
  'ecs-container',
  'ecs-attachment',
  'ecs-container-instance',
  'ecs-capacity-provider',
  'elbv2-load-balancer',
  'elbv2-target-group',
  'elbv2-target',
  'servicediscovery-namespace',
  'servicediscovery-service',
  'servicediscovery-instance',
  'dns-answer',
  'dns-record',
  'logs-log-group',
  'logs-log-stream',
  'docker-log-driver',
  'eks-cluster',
  'eks-nodegroup',
  'eks-update',
  'autoscaling-group',
  'eks-access-entry',
  'eks-endpoint',
  'iam-role',
  'ec2-availability-zone',
  'k8s-api-server',
  'k8s-etcd',
  'k8s-scheduler',
  'k8s-deployment-controller',
  'k8s-replica-set-controller',
  'k8s-node-lifecycle-controller',
  'k8s-node',
  'k8s-deployment',
  'k8s-replica-set',
  'k8s-daemon-set',
  'k8s-pod-disruption-budget',
  'k8s-pod',
  'k8s-container',
  'k8s-service',
  'k8s-endpoint-slice',
  'k8s-event',
  'k8s-namespace',
  'k8s-service-account',
  'k8s-role',
  'k8s-cluster-role',
  'k8s-role-binding',
  'k8s-cluster-role-binding',
  'k8s-network-policy',
  'network-flow',
  'k8s-subject-access-review',
  'k8s-audit-event',
  'k8s-api-server-instance',
  'k8s-etcd-member',
] as const;

/** One of the known kinds. */
export type Kind = (typeof kinds)[number];

const known = new Set<string>(kinds);

/** Tells whether a word from outside (a topology class, a file) names a kind. */
export const isKind = (word: string): word is Kind => known.has(word);
