import { DescribeScalableTargetsResponse$ } from '@aws-sdk/client-application-auto-scaling';
import { ListScrapersResponse$, ListWorkspacesResponse$ as ListPrometheusWorkspacesResponse$ } from '@aws-sdk/client-amp';
import { DescribeLogGroupsResponse$ } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeSubnetsResult$ } from '@aws-sdk/client-ec2';
import {
  DescribeCapacityProvidersResponse$,
  DescribeClustersResponse$,
  DescribeContainerInstancesResponse$,
  DescribeServiceDeploymentsResponse$,
  DescribeServicesResponse$,
  DescribeTaskDefinitionResponse$,
  DescribeTasksResponse$,
  ListServiceDeploymentsResponse$,
} from '@aws-sdk/client-ecs';
import {
  DescribeAccessEntryResponse$,
  DescribeAddonResponse$,
  DescribeClusterResponse$,
  DescribeFargateProfileResponse$,
  DescribeNodegroupResponse$,
  DescribeUpdateResponse$,
  ListInsightsResponse$,
  ListPodIdentityAssociationsResponse$,
} from '@aws-sdk/client-eks';
import {
  DescribeLoadBalancersOutput$,
  DescribeTargetGroupsOutput$,
  DescribeTargetHealthOutput$,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { ListWorkspacesResponse$ as ListGrafanaWorkspacesResponse$ } from '@aws-sdk/client-grafana';
import { GetServiceResponse$, ListInstancesResponse$, ListNamespacesResponse$ } from '@aws-sdk/client-servicediscovery';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openTexts } from '../../src/account/open-texts.ts';
import { readFiles } from '../../src/account/read-files.ts';
import { printSnapshot } from '../../src/account/snapshot.ts';
import { filled, sentinelsIn } from '../account/every-field.ts';
import { marked, sentinelPods } from '../account/every-string.ts';

/** Every answer of AWS from which something is read, as the SDK describes it. */
const responses: Readonly<Record<string, unknown>> = {
  'ecs describe-capacity-providers': DescribeCapacityProvidersResponse$,
  'ecs describe-clusters': DescribeClustersResponse$,
  'ecs describe-container-instances': DescribeContainerInstancesResponse$,
  'ecs describe-service-deployments': DescribeServiceDeploymentsResponse$,
  'ecs list-service-deployments': ListServiceDeploymentsResponse$,
  'ecs describe-services': DescribeServicesResponse$,
  'ecs describe-task-definition': DescribeTaskDefinitionResponse$,
  'ecs describe-tasks': DescribeTasksResponse$,
  'eks describe-access-entry': DescribeAccessEntryResponse$,
  'eks describe-addon': DescribeAddonResponse$,
  'eks describe-cluster': DescribeClusterResponse$,
  'eks describe-fargate-profile': DescribeFargateProfileResponse$,
  'eks describe-nodegroup': DescribeNodegroupResponse$,
  'eks describe-update': DescribeUpdateResponse$,
  'eks list-insights': ListInsightsResponse$,
  'eks list-pod-identity-associations': ListPodIdentityAssociationsResponse$,
  'elbv2 describe-load-balancers': DescribeLoadBalancersOutput$,
  'elbv2 describe-target-groups': DescribeTargetGroupsOutput$,
  'elbv2 describe-target-health': DescribeTargetHealthOutput$,
  'servicediscovery get-service': GetServiceResponse$,
  'servicediscovery list-instances': ListInstancesResponse$,
  'servicediscovery list-namespaces': ListNamespacesResponse$,
  'application-autoscaling describe-scalable-targets': DescribeScalableTargetsResponse$,
  'logs describe-log-groups': DescribeLogGroupsResponse$,
  'ec2 describe-subnets': DescribeSubnetsResult$,
  'amp list-workspaces': ListPrometheusWorkspacesResponse$,
  'amp list-scrapers': ListScrapersResponse$,
  'grafana list-workspaces': ListGrafanaWorkspacesResponse$,
};

/** What must never get past the allow-list, wherever it stands. */
const never =
  /environment|secret|command|entryPoint|override|tags|certificate|requestToken|requestId|configurationValues|token|externalId|\.policy$|kms|keyArn|registeredBy|createdBy|volume|mount|credential|docker|extraHosts|systemControls|ulimits|proxy|executionRole|taskRole|nodeRole|RoleARN|identity|remoteAccess|launchTemplate|lifecycleHook|marketplace|statistics|execute|alarmNames|logConfiguration\.options\.(?!awslogs)/i;

/** Answers that name neither target group nor Cloud Map service are read beside one that is named here. */
const besides = [
  {
    name: 'group',
    text: JSON.stringify({ TargetGroups: [{ TargetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/a/1' }] }),
  },
  { name: 'registry', text: JSON.stringify({ Service: { Arn: 'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1' } }) },
];

const answers = Object.entries(responses).map(([name, schema]) => ({ name, text: JSON.stringify(filled(schema)) }));

describe('requirement 11: of every answer of AWS only named fields are kept', () => {
  it('is tried with a word of its own in every text of every answer', () => {
    const offered = answers.flatMap(({ text }) => sentinelsIn(text));
    expect(offered.length).toBeGreaterThan(700);
    expect(new Set(answers.flatMap(({ name, text }) => sentinelsIn(text).map((path) => `${name} ${path}`))).size).toBeGreaterThan(700);
    for (const word of [
      'environment.value',
      'certificateAuthority.data',
      'clientRequestToken',
      'configurationValues',
      'tags',
      'grafanaToken',
    ]) {
      expect(offered.some((path) => path.includes(word))).toBe(true);
    }
  });

  it.each(answers)('nothing secret of $name comes through', ({ name, text }) => {
    const { objects, notices } = readFiles([...besides, { name, text }]);
    expect(notices.filter(({ kind }) => kind === 'problem')).toEqual([]);
    const through = sentinelsIn(JSON.stringify(objects));
    expect(through.length).toBeGreaterThan(1);
    expect(through.filter((path) => never.test(path))).toEqual([]);
  });

  it.each(answers)('what is kept of $name is kept in an account file, and no more', ({ name, text }) => {
    const { objects } = readFiles([...besides, { name, text }]);
    const file = JSON.stringify(printSnapshot(objects));
    expect(new Set(sentinelsIn(file))).toEqual(new Set(sentinelsIn(JSON.stringify(objects.map(({ body }) => body)))));
    expect(sentinelsIn(JSON.stringify(readFiles([{ name: 'account.json', text: file }]).notices))).toEqual([]);
  });

  it('an account file that holds more than it may is read through the same list', () => {
    const stuffed = { ...printSnapshot([]), ecs: { taskDefinitions: [filled(DescribeTaskDefinitionResponse$)].map(definitionIn) } };
    const { objects } = readFiles([{ name: 'account.json', text: JSON.stringify(stuffed) }]);
    expect(objects).toHaveLength(1);
    expect(sentinelsIn(JSON.stringify(objects)).filter((path) => never.test(path))).toEqual([]);
  });

  it('of environment entries only the names that look like those of secrets are told', () => {
    const environment = ['DB_PASSWORD', 'PORT', 'API_TOKEN', 'PASSWORD_FILE'].map((name) => ({ name, value: 'hunter2' }));
    const taskDefinition = {
      taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:1',
      containerDefinitions: [{ name: 'web', environment }],
    };
    const { objects } = readFiles([{ name: 'definition.json', text: JSON.stringify({ taskDefinition }) }]);
    expect(objects[0]?.body['containerDefinitions']).toEqual([{ name: 'web', suspiciousEnvironment: ['DB_PASSWORD', 'API_TOKEN'] }]);
  });
});

const definitionIn = (response: unknown): unknown =>
  typeof response === 'object' && response !== null && 'taskDefinition' in response ? response.taskDefinition : undefined;

describe('requirement 11: of every object of kubectl only named fields are kept', () => {
  const neverInCluster =
    /\.(?:env|envFrom|command|args|annotations|managedFields|data|stringData|httpHeaders|headers|volumeAttributes|imagePullSecrets|secretName|configMap|machineID|bootID|selfLink)(?:\.|$)/;
  const files = globSync('tests/fixtures/kubectl/*/*.{json,yaml}').sort();

  it.each(files)('%s, with a word of its own in every text', async (path) => {
    const { text, offered } = marked(readFileSync(path, 'utf8'));
    expect(offered).toBeGreaterThan(0);
    const { objects, notices } = await openTexts([{ name: 'dump.json', text }]);
    expect(notices.filter(({ kind }) => kind === 'problem')).toEqual([]);
    expect(sentinelsIn(JSON.stringify(objects)).filter((sentinel) => neverInCluster.test(sentinel))).toEqual([]);
  });

  it('a pod in which every place for a secret is filled', async () => {
    const { objects } = await openTexts([{ name: 'pod.json', text: JSON.stringify(sentinelPods) }]);
    expect(objects.map(({ kind }) => kind)).toEqual(['k8s-pod', 'k8s-deployment']);
    expect(sentinelsIn(JSON.stringify(objects))).toEqual([]);
  });
});
