import { describe, expect, it } from 'vitest';
import { gather } from '../../../src/account/gather.ts';
import type { NamedText } from '../../../src/account/read-files.ts';
import { readFiles } from '../../../src/account/read-files.ts';
import { stillFrame } from '../../../src/model/still-frame.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { everything } from '../fake-aws/everything.ts';
import { at } from '../fake-aws/fake-aws.ts';
import { readFake } from '../fake-aws/read-fake.ts';

const without = (object: JsonObject, ...keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

const each = (command: string, key: string, objects: readonly JsonObject[]): readonly NamedText[] =>
  objects.map((object, index) => ({ name: `${command}-${index}.json`, text: JSON.stringify({ [key]: object }) }));

const all = (command: string, key: string, objects: readonly JsonObject[]): NamedText => ({
  name: `${command}.json`,
  text: JSON.stringify({ [key]: objects }),
});

/** What the AWS CLI prints of the account, a file for each command. */
const files: readonly NamedText[] = [
  all('describe-clusters', 'clusters', everything.clusters),
  all('describe-capacity-providers', 'capacityProviders', everything.capacityProviders),
  all('describe-services', 'services', everything.services),
  all('describe-service-deployments', 'serviceDeployments', everything.serviceDeployments),
  all('describe-tasks', 'tasks', everything.tasks),
  ...each('describe-task-definition', 'taskDefinition', everything.taskDefinitions),
  all(
    'describe-container-instances',
    'containerInstances',
    everything.containerInstances.map((one) => without(one, 'clusterArn')),
  ),
  ...each('describe-cluster', 'cluster', everything.eksClusters),
  ...each('describe-nodegroup', 'nodegroup', everything.nodegroups),
  ...each('describe-fargate-profile', 'fargateProfile', everything.fargateProfiles),
  ...each('describe-addon', 'addon', everything.addons),
  all('list-pod-identity-associations', 'associations', everything.podIdentityAssociations),
  all(
    'list-insights',
    'insights',
    everything.insights.map((one) => without(one, 'clusterName')),
  ),
  all('describe-load-balancers', 'LoadBalancers', everything.loadBalancers),
  all('describe-target-groups', 'TargetGroups', everything.targetGroups),
  all(
    'describe-target-health',
    'TargetHealthDescriptions',
    everything.targetHealth.map((one) => without(one, 'TargetGroupArn')),
  ),
  all('list-namespaces', 'Namespaces', everything.namespaces),
  ...each('get-service', 'Service', everything.discoveryServices),
  all('describe-scalable-targets', 'ScalableTargets', everything.scalableTargets),
  all('describe-log-groups', 'logGroups', everything.logGroups),
  all('describe-subnets', 'Subnets', everything.subnets),
  all('list-scrapers', 'scrapers', everything.scrapers),
  all('amp-list-workspaces', 'workspaces', everything.workspaces),
  all('grafana-list-workspaces', 'workspaces', everything.grafanaWorkspaces),
  ...each(
    'describe-access-entry',
    'accessEntry',
    everything.accessEntries.map((one) => without(one, 'associatedAccessPolicies')),
  ),
  ...everything.accessEntries.map(({ clusterName = '', principalArn = '', associatedAccessPolicies = [] }) => ({
    name: 'list-associated-access-policies.json',
    text: JSON.stringify({ clusterName, principalArn, associatedAccessPolicies }),
  })),
  all(
    'list-instances',
    'Instances',
    everything.discoveryInstances.map(({ InstanceId = '', Attributes = {} }) => ({ Id: InstanceId, Attributes })),
  ),
  ...each(
    'describe-update',
    'update',
    everything.updates.map((one) => without(one, 'clusterName', 'nodegroupName')),
  ),
];

describe('an account read by the companion', () => {
  it('has the same resources as the files that the AWS CLI prints of it, where they show the same thing', async () => {
    const { snapshot } = await readFake({ holdings: at(everything) });
    const reading = readFiles([{ name: 'account.json', text: JSON.stringify(snapshot) }]);
    const printed = readFiles(files);
    expect(printed.notices).toEqual([]);
    const live = stillFrame([...gather(reading.objects).values()]);
    const filed = stillFrame([...gather(printed.objects).values()]);
    expect(filed.resources.size).toBeGreaterThan(20);
    for (const { id } of printed.objects) expect(live.resources.get(id)).toEqual(filed.resources.get(id));
    const unfiled = reading.objects.filter(({ id }) => !printed.objects.some((one) => one.id === id)).map(({ kind }) => kind);
    expect([...new Set(unfiled)].sort()).toEqual([]);
  });
});
