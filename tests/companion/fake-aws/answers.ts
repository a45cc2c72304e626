import type { Document } from '../../../src/account/reading.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import type { Holdings } from './holdings.ts';
import { account } from './holdings.ts';
import { listIn } from './wire.ts';

/** What an operation answers. */
export type Answer = (input: Document, has: Holdings) => Document;

/** Ends a call with an error of the provider. */
export class ProviderError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const text = (input: Document, key: string): string | undefined => {
  const value = input[key];
  return typeof value === 'string' ? value : undefined;
};

const texts = (input: Document, key: string): readonly string[] => {
  const value = input[key];
  return Array.isArray(value) ? value.map(String) : [];
};

const tail = (arn: unknown): string => String(arn).replace(/^.*[/:]/, '');

/** Whether an object is the one that a name or an ARN means. */
const isNamed = (object: JsonObject, key: string, names: readonly string[]): boolean =>
  names.some((name) => name === object[key] || name === tail(object[key]));

const page = (
  key: string,
  all: readonly unknown[],
  input: Document,
  usual: number,
  [token, next, max] = ['nextToken', 'nextToken', 'maxResults'],
): Document => {
  const from = Number(input[token] ?? 0);
  const size = Number(input[max] ?? usual);
  return { [key]: all.slice(from, from + size), ...(from + size < all.length ? { [next]: String(from + size) } : {}) };
};

const upper = ['NextToken', 'NextToken', 'MaxResults'] as const;

const ofCluster = (all: readonly JsonObject[], { cluster }: Document): readonly JsonObject[] =>
  all.filter(({ clusterArn }) => cluster === clusterArn || cluster === tail(clusterArn));

const ofEks = (all: readonly JsonObject[], input: Document): readonly JsonObject[] =>
  all.filter(({ clusterName }) => clusterName === (input['clusterName'] ?? input['name']));

const picked = (key: string, all: readonly JsonObject[], id: string, names: readonly string[]): Document => ({
  [key]: all.filter((one) => isNamed(one, id, names)),
  failures: names.filter((name) => !all.some((one) => isNamed(one, id, [name]))).map((arn) => ({ arn, reason: 'MISSING' })),
});

const one = (key: string, all: readonly JsonObject[], wanted: Readonly<Record<string, unknown>>): Document => {
  const found = all.find((object) => Object.entries(wanted).every(([name, value]) => object[name] === value));
  if (found === undefined) throw new ProviderError('ResourceNotFoundException', `There is no such ${key}.`);
  return { [key]: found };
};

const all = (key: string, objects: readonly JsonObject[], id: string, names: readonly string[], code: string): Document => {
  const found = objects.filter((object) => names.some((name) => object[id] === name));
  if (found.length < names.length) throw new ProviderError(code, 'One or more of them are not found');
  return { [key]: found };
};

const without = (object: JsonObject, ...keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

/** The answers of every operation that the fake knows, by IAM action. */
export const answers: Readonly<Record<string, Answer>> = {
  'sts:GetCallerIdentity': () => ({ Account: account, Arn: `arn:aws:iam::${account}:user/reader`, UserId: 'AIDAFAKE' }),

  'ecs:ListClusters': (input, { clusters }) =>
    page(
      'clusterArns',
      clusters.map(({ clusterArn }) => clusterArn),
      input,
      100,
    ),
  'ecs:DescribeClusters': (input, { clusters }) => picked('clusters', clusters, 'clusterArn', texts(input, 'clusters')),
  'ecs:DescribeCapacityProviders': (input, { capacityProviders }) =>
    picked('capacityProviders', capacityProviders, 'name', texts(input, 'capacityProviders')),
  'ecs:ListServices': (input, { services }) =>
    page(
      'serviceArns',
      ofCluster(services, input).map(({ serviceArn }) => serviceArn),
      input,
      10,
    ),
  'ecs:DescribeServices': (input, { services }) => {
    if (texts(input, 'services').length > 10) throw new ProviderError('InvalidParameterException', 'Services cannot be more than 10.');
    return picked('services', ofCluster(services, input), 'serviceArn', texts(input, 'services'));
  },
  'ecs:ListServiceDeployments': (input, { serviceDeployments }) =>
    page(
      'serviceDeployments',
      serviceDeployments.filter(({ serviceArn }) => serviceArn === input['service']),
      input,
      20,
    ),
  'ecs:DescribeServiceDeployments': (input, { serviceDeployments }) =>
    picked('serviceDeployments', serviceDeployments, 'serviceDeploymentArn', texts(input, 'serviceDeploymentArns')),
  'ecs:ListTasks': (input, { tasks }) => {
    const { desiredStatus = 'RUNNING', serviceName } = input;
    const some = ofCluster(tasks, input).filter(
      (task) =>
        task['desiredStatus'] === desiredStatus && (serviceName === undefined || task['group'] === `service:${text(input, 'serviceName')}`),
    );
    return page(
      'taskArns',
      some.map(({ taskArn }) => taskArn),
      input,
      100,
    );
  },
  'ecs:DescribeTasks': (input, { tasks }) => picked('tasks', ofCluster(tasks, input), 'taskArn', texts(input, 'tasks')),
  'ecs:DescribeTaskDefinition': (input, { taskDefinitions }) =>
    one('taskDefinition', taskDefinitions, { taskDefinitionArn: input['taskDefinition'] }),
  'ecs:ListContainerInstances': (input, { containerInstances }) =>
    page(
      'containerInstanceArns',
      ofCluster(containerInstances, input).map(({ containerInstanceArn }) => containerInstanceArn),
      input,
      100,
    ),
  'ecs:DescribeContainerInstances': (input, { containerInstances }) =>
    picked(
      'containerInstances',
      ofCluster(containerInstances, input).map((instance) => without(instance, 'clusterArn')),
      'containerInstanceArn',
      texts(input, 'containerInstances'),
    ),

  'eks:ListClusters': (input, { eksClusters }) =>
    page(
      'clusters',
      eksClusters.map(({ name }) => name),
      input,
      100,
    ),
  'eks:DescribeCluster': ({ name }, { eksClusters }) => one('cluster', eksClusters, { name }),
  'eks:ListNodegroups': (input, { nodegroups }) =>
    page(
      'nodegroups',
      ofEks(nodegroups, input).map(({ nodegroupName }) => nodegroupName),
      input,
      100,
    ),
  'eks:DescribeNodegroup': ({ nodegroupName }, { nodegroups }) => one('nodegroup', nodegroups, { nodegroupName }),
  'eks:ListFargateProfiles': (input, { fargateProfiles }) =>
    page(
      'fargateProfileNames',
      ofEks(fargateProfiles, input).map(({ fargateProfileName }) => fargateProfileName),
      input,
      100,
    ),
  'eks:DescribeFargateProfile': ({ fargateProfileName }, { fargateProfiles }) =>
    one('fargateProfile', fargateProfiles, { fargateProfileName }),
  'eks:ListAddons': (input, { addons }) =>
    page(
      'addons',
      ofEks(addons, input).map(({ addonName }) => addonName),
      input,
      100,
    ),
  'eks:DescribeAddon': ({ addonName }, { addons }) => one('addon', addons, { addonName }),
  'eks:ListAccessEntries': (input, { accessEntries }) =>
    page(
      'accessEntries',
      ofEks(accessEntries, input).map(({ principalArn }) => principalArn),
      input,
      100,
    ),
  'eks:DescribeAccessEntry': ({ principalArn }, { accessEntries }) =>
    one(
      'accessEntry',
      accessEntries.map((entry) => without(entry, 'associatedAccessPolicies')),
      { principalArn },
    ),
  'eks:ListAssociatedAccessPolicies': (input, { accessEntries }) => {
    const entry = accessEntries.find(({ principalArn }) => principalArn === input['principalArn']);
    const policies = entry?.['associatedAccessPolicies'];
    return page('associatedAccessPolicies', Array.isArray(policies) ? policies : [], input, 20);
  },
  'eks:ListPodIdentityAssociations': (input, { podIdentityAssociations }) =>
    page('associations', ofEks(podIdentityAssociations, input), input, 100),
  'eks:ListInsights': (input, { insights }) =>
    page(
      'insights',
      ofEks(insights, input).map((insight) => without(insight, 'clusterName')),
      input,
      100,
    ),
  'eks:ListUpdates': (input, { updates }) =>
    page(
      'updateIds',
      ofEks(updates, input)
        .filter(({ nodegroupName }) => nodegroupName === input['nodegroupName'])
        .map(({ id }) => id),
      input,
      100,
    ),
  'eks:DescribeUpdate': ({ updateId }, { updates }) => one('update', updates, { id: updateId }),

  'elasticloadbalancing:DescribeTargetGroups': (input, { targetGroups }) =>
    all('TargetGroups', targetGroups, 'TargetGroupArn', listIn(input, 'TargetGroupArns.member'), 'TargetGroupNotFound'),
  'elasticloadbalancing:DescribeLoadBalancers': (input, { loadBalancers }) =>
    all('LoadBalancers', loadBalancers, 'LoadBalancerArn', listIn(input, 'LoadBalancerArns.member'), 'LoadBalancerNotFound'),
  'elasticloadbalancing:DescribeTargetHealth': ({ TargetGroupArn }, { targetHealth }) => ({
    TargetHealthDescriptions: targetHealth
      .filter((health) => health['TargetGroupArn'] === TargetGroupArn)
      .map((health) => without(health, 'TargetGroupArn')),
  }),

  'servicediscovery:ListNamespaces': (input, { namespaces }) => page('Namespaces', namespaces, input, 100, [...upper]),
  'servicediscovery:GetService': ({ Id }, { discoveryServices }) => one('Service', discoveryServices, { Id }),
  'servicediscovery:ListInstances': (input, { discoveryInstances }) =>
    page(
      'Instances',
      discoveryInstances
        .filter(({ ServiceArn }) => tail(ServiceArn) === input['ServiceId'])
        .map(({ InstanceId = '', Attributes = {} }) => ({ Id: InstanceId, Attributes })),
      input,
      100,
      [...upper],
    ),

  'application-autoscaling:DescribeScalableTargets': (input, { scalableTargets }) =>
    page('ScalableTargets', scalableTargets, input, 50, [...upper]),
  'logs:DescribeLogGroups': (input, { logGroups }) => {
    const names = texts(input, 'logGroupIdentifiers');
    return all('logGroups', logGroups, 'logGroupName', names, 'ResourceNotFoundException');
  },
  'ec2:DescribeSubnets': (input, { subnets }) => {
    const wanted = listIn(input, 'Filter.1.Value');
    return { subnetSet: subnets.filter(({ SubnetId }) => wanted.some((id) => id === SubnetId)).map(asEc2) };
  },

  'aps:ListWorkspaces': (input, { workspaces }) => page('workspaces', workspaces, input, 100),
  'aps:ListScrapers': (input, { scrapers }) => page('scrapers', scrapers, input, 100),
  'grafana:ListWorkspaces': (input, { grafanaWorkspaces }) => page('workspaces', grafanaWorkspaces, input, 100),
};

/** EC2 writes its names with a small first letter. */
const asEc2 = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [`${key.charAt(0).toLowerCase()}${key.slice(1)}`, value]));
