import type { Kind } from '../model/kind.ts';
import type { Limit } from './about.ts';
import { kubernetesShape } from './kubernetes-shape.ts';
import type { Shape } from './shape.ts';
import { shapes } from './shapes.ts';

/** The sections of an account file. */
export const sections = ['ecs', 'eks', 'around'] as const;

/** One list of an account file. */
export interface SnapshotList {
  readonly section: (typeof sections)[number];
  readonly key: string;
  readonly shape: Shape;
  /** IAM actions by which it is found: if one is denied or fails, what is not in the list is unknown. */
  readonly actions: readonly string[];
  /** The list from which its elements are known: while that is not whole, this is not either. */
  readonly after?: string;
  /** Whether only some are ever read: that one is not there proves nothing. */
  readonly sampled?: true;
}

const list = (
  path: `${SnapshotList['section']}.${string}`,
  shape: Shape,
  actions: readonly string[] = [],
  after?: string,
): SnapshotList => {
  const [section, key = ''] = path.split('.');
  return { section: sections.find((one) => one === section) ?? 'around', key, shape, actions, ...(after === undefined ? {} : { after }) };
};

/** Where each sort of object stands in an account file, and what must have succeeded for its list to be whole. */
export const snapshotLists: readonly SnapshotList[] = [
  list('ecs.clusters', shapes.clusters, ['ecs:ListClusters', 'ecs:DescribeClusters']),
  list('ecs.capacityProviders', shapes.capacityProviders, ['ecs:DescribeCapacityProviders'], 'ecs.clusters'),
  list('ecs.services', shapes.services, ['ecs:ListServices', 'ecs:DescribeServices'], 'ecs.clusters'),
  {
    ...list('ecs.serviceDeployments', shapes.serviceDeployments, ['ecs:ListServiceDeployments', 'ecs:DescribeServiceDeployments']),
    sampled: true, // the newest, of services that are being changed
  },
  list('ecs.tasks', shapes.tasks, ['ecs:ListTasks', 'ecs:DescribeTasks'], 'ecs.clusters'),
  list('ecs.taskDefinitions', shapes.taskDefinitions, ['ecs:DescribeTaskDefinition'], 'ecs.services'),
  list(
    'ecs.containerInstances',
    shapes.containerInstances,
    ['ecs:ListContainerInstances', 'ecs:DescribeContainerInstances'],
    'ecs.clusters',
  ),
  list('eks.clusters', shapes.eksClusters, ['eks:ListClusters', 'eks:DescribeCluster']),
  list('eks.nodegroups', shapes.nodegroups, ['eks:ListNodegroups', 'eks:DescribeNodegroup'], 'eks.clusters'),
  list('eks.fargateProfiles', shapes.fargateProfiles, ['eks:ListFargateProfiles', 'eks:DescribeFargateProfile'], 'eks.clusters'),
  list('eks.addons', shapes.addons, ['eks:ListAddons', 'eks:DescribeAddon'], 'eks.clusters'),
  list(
    'eks.accessEntries',
    shapes.accessEntries,
    ['eks:ListAccessEntries', 'eks:DescribeAccessEntry', 'eks:ListAssociatedAccessPolicies'],
    'eks.clusters',
  ),
  list('eks.podIdentityAssociations', shapes.podIdentityAssociations, ['eks:ListPodIdentityAssociations'], 'eks.clusters'),
  list('eks.insights', shapes.insights, ['eks:ListInsights'], 'eks.clusters'),
  list('eks.updates', shapes.updates, ['eks:ListUpdates', 'eks:DescribeUpdate'], 'eks.clusters'),
  list('eks.objects', kubernetesShape),
  list('eks.auditEvents', shapes.auditEvents),
  list('around.roles', shapes.roles),
  list('around.zones', shapes.zones),
  list('around.autoScalingGroups', shapes.autoScalingGroups),
  list('around.loadBalancers', shapes.loadBalancers, ['elasticloadbalancing:DescribeLoadBalancers'], 'around.targetGroups'),
  list('around.targetGroups', shapes.targetGroups, ['elasticloadbalancing:DescribeTargetGroups'], 'ecs.services'),
  list('around.targetHealth', shapes.targetHealth, ['elasticloadbalancing:DescribeTargetHealth'], 'around.targetGroups'),
  list('around.namespaces', shapes.namespaces, ['servicediscovery:ListNamespaces']),
  list('around.discoveryServices', shapes.registries, ['servicediscovery:GetService'], 'ecs.services'),
  list('around.discoveryInstances', shapes.discoveryInstances, ['servicediscovery:ListInstances'], 'around.discoveryServices'),
  list('around.scalableTargets', shapes.scalableTargets, ['application-autoscaling:DescribeScalableTargets'], 'ecs.services'),
  list('around.logGroups', shapes.logGroups, ['logs:DescribeLogGroups'], 'ecs.taskDefinitions'),
  list('around.logStreams', shapes.logStreams),
  list('around.logDrivers', shapes.logDrivers),
  list('around.subnets', shapes.subnets, ['ec2:DescribeSubnets'], 'ecs.services'),
  list('around.workspaces', shapes.workspaces, ['aps:ListWorkspaces']),
  list('around.scrapers', shapes.scrapers, ['aps:ListScrapers']),
  list('around.grafanaWorkspaces', shapes.grafanaWorkspaces, ['grafana:ListWorkspaces']),
  list('around.dnsAnswers', shapes.dnsAnswers),
  list('around.flows', shapes.flows),
];

/** What an account file says of how whole it is. */
export interface Told {
  /** Whether a list stands in the file, even an empty one. */
  readonly has: (list: SnapshotList) => boolean;
  readonly denied: readonly string[];
  readonly limits: readonly Limit[];
  readonly errors: readonly string[];
}

/** The kinds of those lists that were read whole: nothing of theirs was denied, failed or capped, nor of the lists that lead to them. */
export function completeKinds({ has, denied, limits, errors }: Told): ReadonlySet<Kind> {
  const capped = limits.map(({ what }) => what.replaceAll(' ', '').toLowerCase());
  const isWhole = (list: SnapshotList): boolean =>
    has(list) &&
    list.actions.length > 0 && // what no action lists, such as Kubernetes objects, may stand there in part
    list.sampled !== true &&
    !list.actions.some((action) => denied.includes(action) || errors.some((error) => error.startsWith(`${action} `))) &&
    !capped.some((what) => what.startsWith(list.key.toLowerCase())) &&
    snapshotLists.every((other) => `${other.section}.${other.key}` !== list.after || isWhole(other));
  const known = errors.every((error) => /^[a-z0-9-]+:[A-Z]\w+ /.test(error));
  return new Set(known ? snapshotLists.filter(isWhole).flatMap(({ shape }) => shape.kinds) : []);
}
