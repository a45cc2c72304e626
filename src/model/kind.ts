/**
 * Every kind of resource that Drydock knows, named `<api>-<what>` in the provider's own words.
 * The same word is the class of a Mermaid node, `data-kind` on the page and the folder in `content/states/`.
 */
export const kinds = [
  'ecs-cluster',
  'ecs-service',
  'ecs-task-definition',
  'ecs-task',
  'ecs-container',
  'ecs-container-instance',
  'ecs-capacity-provider',
  'elbv2-load-balancer',
  'elbv2-target-group',
  'elbv2-target',
  'eks-cluster',
  'eks-nodegroup',
  'k8s-api-server',
  'k8s-etcd',
  'k8s-scheduler',
  'k8s-deployment-controller',
  'k8s-replica-set-controller',
  'k8s-node-lifecycle-controller',
  'k8s-node',
  'k8s-deployment',
  'k8s-replica-set',
  'k8s-pod',
  'k8s-container',
  'k8s-service',
  'k8s-endpoint-slice',
  'k8s-event',
] as const;

/** One of the known kinds. */
export type Kind = (typeof kinds)[number];

const known = new Set<string>(kinds);

/** Tells whether a word from outside (a topology class, a file) names a kind. */
export const isKind = (word: string): word is Kind => known.has(word);
