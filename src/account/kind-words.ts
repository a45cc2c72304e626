import type { Kind } from '../model/kind.ts';

/** What a kind is called in sentences, and what prints such things. */
export interface KindWords {
  readonly noun: string;
  readonly command: string;
}

const aws = (noun: string, command: string): KindWords => ({ noun, command: `aws ${command}` });
const kubectl = (noun: string): KindWords => ({ noun, command: `kubectl get ${noun.toLowerCase()} -o json` });

const words: Partial<Readonly<Record<Kind, KindWords>>> = {
  'ecs-cluster': aws('cluster', 'ecs describe-clusters'),
  'ecs-capacity-provider': aws('capacity provider', 'ecs describe-capacity-providers'),
  'ecs-service': aws('service', 'ecs describe-services'),
  'ecs-service-deployment': aws('service deployment', 'ecs describe-service-deployments'),
  'ecs-task': aws('task', 'ecs describe-tasks'),
  'ecs-task-definition': aws('task definition', 'ecs describe-task-definition'),
  'ecs-container-instance': aws('container instance', 'ecs describe-container-instances'),
  'elbv2-load-balancer': aws('load balancer', 'elbv2 describe-load-balancers'),
  'elbv2-target-group': aws('target group', 'elbv2 describe-target-groups'),
  'elbv2-target': aws('target', 'elbv2 describe-target-health'),
  'logs-log-group': aws('log group', 'logs describe-log-groups'),
  'logs-log-stream': aws('log stream', 'logs describe-log-streams'),
  'servicediscovery-namespace': aws('Cloud Map namespace', 'servicediscovery list-namespaces'),
  'servicediscovery-service': aws('Cloud Map service', 'servicediscovery get-service'),
  'servicediscovery-instance': aws('Cloud Map instance', 'servicediscovery discover-instances'),
  'application-autoscaling-target': aws('scalable target', 'application-autoscaling describe-scalable-targets'),
  'autoscaling-group': aws('Auto Scaling group', 'autoscaling describe-auto-scaling-groups'),
  'ec2-subnet': aws('subnet', 'ec2 describe-subnets'),
  'ec2-availability-zone': aws('Availability Zone', 'ec2 describe-availability-zones'),
  'iam-role': aws('IAM role', 'iam get-role'),
  'eks-cluster': aws('EKS cluster', 'eks describe-cluster'),
  'eks-nodegroup': aws('node group', 'eks describe-nodegroup'),
  'eks-fargate-profile': aws('Fargate profile', 'eks describe-fargate-profile'),
  'eks-addon': aws('add-on', 'eks describe-addon'),
  'eks-access-entry': aws('access entry', 'eks describe-access-entry'),
  'eks-insight': aws('insight', 'eks list-insights'),
  'eks-update': aws('update', 'eks describe-update'),
  'eks-pod-identity-association': aws('pod identity association', 'eks list-pod-identity-associations'),
  'aps-workspace': aws('Prometheus workspace', 'amp list-workspaces'),
  'aps-scraper': aws('scraper', 'amp list-scrapers'),
  'grafana-workspace': aws('Grafana workspace', 'grafana list-workspaces'),
  'k8s-node': kubectl('Node'),
  'k8s-namespace': kubectl('Namespace'),
  'k8s-pod': kubectl('Pod'),
  'k8s-deployment': kubectl('Deployment'),
  'k8s-replica-set': kubectl('ReplicaSet'),
  'k8s-daemon-set': kubectl('DaemonSet'),
  'k8s-job': kubectl('Job'),
  'k8s-pod-disruption-budget': kubectl('PodDisruptionBudget'),
  'k8s-horizontal-pod-autoscaler': kubectl('HorizontalPodAutoscaler'),
  'k8s-service': kubectl('Service'),
  'k8s-endpoint-slice': kubectl('EndpointSlice'),
  'k8s-ingress': kubectl('Ingress'),
  'k8s-network-policy': kubectl('NetworkPolicy'),
  'k8s-service-account': kubectl('ServiceAccount'),
  'k8s-role': kubectl('Role'),
  'k8s-cluster-role': kubectl('ClusterRole'),
  'k8s-role-binding': kubectl('RoleBinding'),
  'k8s-cluster-role-binding': kubectl('ClusterRoleBinding'),
  'k8s-event': kubectl('Event'),
  'k8s-subject-access-review': { noun: 'access review', command: 'kubectl auth can-i' },
  'istio-virtual-service': kubectl('VirtualService'),
  'istio-destination-rule': kubectl('DestinationRule'),
  'istio-peer-authentication': kubectl('PeerAuthentication'),
};

/** The words of a kind; one that no command prints is called by its own. */
export const wordsOf = (kind: Kind): KindWords => words[kind] ?? { noun: kind, command: 'the command that describes it' };

/** A number of things of a kind: `1 NetworkPolicy`, `2 NetworkPolicies`. */
export function counted(count: number, { noun }: KindWords): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${noun.replace(/y$/, 'ie').replace(/s$/, 'se')}s`;
}
