/** One command of an AWS API that the companion may send. There is no other: its clients refuse what is not in `operations`. */
export interface Operation {
  /** The id by which the SDK's client signs, in lower case: `ecs`, `eks`, `elasticloadbalancing`. */
  readonly service: string;
  /** The operation's own name, without `Command`. */
  readonly name: string;
  /** The IAM action that allows it. */
  readonly action: string;
  /** The part of the policy that `npm run policy -- --without GROUP` leaves out together. */
  readonly group: OperationGroup;
  /** What a reader does not see without it, as a clause: `services and their deployments`. */
  readonly shows: string;
}

/** The groups of the policy. */
export const operationGroups = [
  'identity',
  'ecs',
  'eks',
  'load-balancing',
  'discovery',
  'scaling',
  'logs',
  'network',
  'monitoring',
] as const;

/** One group of the policy. */
export type OperationGroup = (typeof operationGroups)[number];

const row = (group: OperationGroup, action: string, shows: string): Operation => {
  const [service = '', name = ''] = action.split(':');
  return { service, name, action, group, shows };
};

/** Every operation that reading an account may use: all of them list or describe, none changes anything. */
export const operations: readonly Operation[] = [
  row('identity', 'sts:GetCallerIdentity', 'whose account it is'),
  row('ecs', 'ecs:ListClusters', 'ECS clusters'),
  row('ecs', 'ecs:DescribeClusters', 'the state and settings of ECS clusters'),
  row('ecs', 'ecs:DescribeCapacityProviders', 'capacity providers'),
  row('ecs', 'ecs:ListServices', 'ECS services'),
  row('ecs', 'ecs:DescribeServices', 'ECS services and their deployments'),
  row('ecs', 'ecs:ListServiceDeployments', 'the history of deployments'),
  row('ecs', 'ecs:DescribeServiceDeployments', 'the state of a deployment'),
  row('ecs', 'ecs:ListTasks', 'tasks'),
  row('ecs', 'ecs:DescribeTasks', 'tasks and their containers'),
  row('ecs', 'ecs:DescribeTaskDefinition', 'task definitions'),
  row('ecs', 'ecs:ListContainerInstances', 'container instances'),
  row('ecs', 'ecs:DescribeContainerInstances', 'container instances and what is free on them'),
  row('eks', 'eks:ListClusters', 'EKS clusters'),
  row('eks', 'eks:DescribeCluster', 'the state and settings of EKS clusters'),
  row('eks', 'eks:ListNodegroups', 'managed node groups'),
  row('eks', 'eks:DescribeNodegroup', 'managed node groups'),
  row('eks', 'eks:ListFargateProfiles', 'Fargate profiles'),
  row('eks', 'eks:DescribeFargateProfile', 'Fargate profiles'),
  row('eks', 'eks:ListAddons', 'add-ons'),
  row('eks', 'eks:DescribeAddon', 'add-ons and their health'),
  row('eks', 'eks:ListAccessEntries', 'access entries'),
  row('eks', 'eks:DescribeAccessEntry', 'access entries'),
  row('eks', 'eks:ListAssociatedAccessPolicies', 'the access policies of an access entry'),
  row('eks', 'eks:ListPodIdentityAssociations', 'pod identity associations'),
  row('eks', 'eks:ListInsights', 'upgrade insights'),
  row('eks', 'eks:ListUpdates', 'updates of clusters and node groups'),
  row('eks', 'eks:DescribeUpdate', 'updates of clusters and node groups'),
  row('load-balancing', 'elasticloadbalancing:DescribeLoadBalancers', 'load balancers'),
  row('load-balancing', 'elasticloadbalancing:DescribeTargetGroups', 'target groups'),
  row('load-balancing', 'elasticloadbalancing:DescribeTargetHealth', 'the health of targets'),
  row('discovery', 'servicediscovery:ListNamespaces', 'Cloud Map namespaces'),
  row('discovery', 'servicediscovery:GetService', 'Cloud Map services'),
  row('discovery', 'servicediscovery:ListInstances', 'Cloud Map instances'),
  row('scaling', 'application-autoscaling:DescribeScalableTargets', 'service auto scaling'),
  row('logs', 'logs:DescribeLogGroups', 'log groups and their retention'),
  row('network', 'ec2:DescribeSubnets', 'the zones of subnets'),
  row('monitoring', 'aps:ListWorkspaces', 'Amazon Managed Service for Prometheus workspaces'),
  row('monitoring', 'aps:ListScrapers', 'Prometheus scrapers'),
  row('monitoring', 'grafana:ListWorkspaces', 'Amazon Managed Grafana workspaces'),
];

/** The row of an IAM action such as `ecs:ListTasks`; undefined when it is none of ours. */
export const operationOf = (action: string): Operation | undefined => operations.find((one) => one.action === action);
