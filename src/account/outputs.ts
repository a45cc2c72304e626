import type { Shape } from './shape.ts';
import { shapes } from './shapes.ts';

/** What one field of a command's output holds. */
export interface Output {
  readonly shape: Shape;
  /** The field holds one element, not a list. */
  readonly one?: boolean;
  /** A field that only elements of this sort have, where another command prints a list of the same name. */
  readonly sign?: string;
}

const listOf = (shape: Shape, sign?: string): Output => ({ shape, ...(sign === undefined ? {} : { sign }) });
const oneOf = (shape: Shape): Output => ({ shape, one: true });

/** The fields of the AWS CLI's output that become resources. */
export const outputs: Readonly<Record<string, readonly Output[]>> = {
  clusters: [listOf(shapes.clusters)],
  capacityProviders: [listOf(shapes.capacityProviders)],
  services: [listOf(shapes.services)],
  serviceDeployments: [listOf(shapes.serviceDeployments)],
  tasks: [listOf(shapes.tasks)],
  taskDefinition: [oneOf(shapes.taskDefinitions)],
  containerInstances: [listOf(shapes.containerInstances)],
  cluster: [oneOf(shapes.eksClusters)],
  nodegroup: [oneOf(shapes.nodegroups)],
  fargateProfile: [oneOf(shapes.fargateProfiles)],
  addon: [oneOf(shapes.addons)],
  accessEntry: [oneOf(shapes.accessEntries)],
  association: [oneOf(shapes.podIdentityAssociations)],
  associations: [listOf(shapes.podIdentityAssociations)],
  insight: [oneOf(shapes.insights)],
  insights: [listOf(shapes.insights)],
  update: [oneOf(shapes.updates)],
  LoadBalancers: [listOf(shapes.loadBalancers)],
  TargetGroups: [listOf(shapes.targetGroups)],
  TargetHealthDescriptions: [listOf(shapes.targetHealth)],
  Namespace: [oneOf(shapes.namespaces)],
  Namespaces: [listOf(shapes.namespaces)],
  Service: [oneOf(shapes.registries)],
  Services: [listOf(shapes.registries)],
  Instance: [oneOf(shapes.discoveryInstances)],
  Instances: [listOf(shapes.discoveryInstances)],
  ScalableTargets: [listOf(shapes.scalableTargets)],
  logGroups: [listOf(shapes.logGroups)],
  logStreams: [listOf(shapes.logStreams)],
  Subnets: [listOf(shapes.subnets)],
  workspaces: [listOf(shapes.workspaces, 'workspaceId'), listOf(shapes.grafanaWorkspaces, 'grafanaVersion')],
  scrapers: [listOf(shapes.scrapers)],
  Role: [oneOf(shapes.roles)],
  AvailabilityZones: [listOf(shapes.zones)],
  AutoScalingGroups: [listOf(shapes.autoScalingGroups)],
};

/** Output that is recognised by its field and not drawn: the command that prints it, and what is in it. */
export const undrawn: Readonly<Record<string, readonly [command: string, what: string]>> = {
  serviceRevisions: ['aws ecs describe-service-revisions', 'Service revisions'],
  taskSets: ['aws ecs describe-task-sets', 'Task sets'],
  protectedTasks: ['aws ecs get-task-protection', 'Task protection'],
  Listeners: ['aws elbv2 describe-listeners', 'Listeners'],
  Rules: ['aws elbv2 describe-rules', 'Listener rules'],
  addons: ['aws eks describe-addon-versions', 'Versions of EKS add-ons'],
  configurationSchema: ['aws eks describe-addon-configuration', 'Schemas of EKS add-ons'],
  accessPolicies: ['aws eks list-access-policies', 'EKS access policies on their own'],
  identityProviderConfig: ['aws eks describe-identity-provider-config', 'EKS identity providers'],
  identityProviderConfigs: ['aws eks list-identity-provider-configs', 'EKS identity providers'],
  ScalingActivities: ['aws application-autoscaling describe-scaling-activities', 'Scaling activities'],
  ServiceAttributes: ['aws servicediscovery get-service-attributes', 'Attributes of Cloud Map services'],
  Status: ['aws servicediscovery get-instances-health-status', 'Health of Cloud Map instances on its own'],
};
