import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiles } from '../../../src/account/read-files.ts';
import type { Snapshot } from '../../../src/account/snapshot.ts';
import { clientsOf } from '../../../src/companion/reading/clients.ts';
import { paceOf } from '../../../src/companion/reading/pacing.ts';
import { readAccount } from '../../../src/companion/reading/read-account.ts';
import { home } from '../fake-aws/holdings.ts';
import { onlyFake } from '../fake-aws/read-fake.ts';
import type { Moto } from './moto.ts';
import { lackOfMoto, startMoto } from './moto.ts';
import { seed } from './seed.ts';

const lack = lackOfMoto();
const must = process.env['CI'] === 'true';

if (lack !== undefined && !must) console.log(`The companion is not tried on moto here, since Python or PyPI is missing: ${lack}`);

describe.skipIf(lack !== undefined && !must)('an account in moto, read by the companion', () => {
  let moto: Moto | undefined;
  let snapshot: Snapshot | undefined;
  const list = (section: 'ecs' | 'eks' | 'around', key: string) => snapshot?.[section][key] ?? [];

  beforeAll(async () => {
    if (lack !== undefined) throw new Error(`The companion must be tried on moto where CI=true. ${lack}`);
    moto = await startMoto();
    onlyFake(moto.url);
    await seed(home);
    snapshot = await readAccount(
      { regions: [home], include: ['ecs', 'eks'], clientsOf: clientsOf({}), pace: paceOf({ second: 100 }) },
      { onProgress: () => undefined, signal: new AbortController().signal },
    );
  }, 300_000);

  afterAll(() => moto?.stop());

  it('says whose it is and where it was read', () => {
    expect(snapshot).toMatchObject({ caller: { account: '123456789012' }, regions: [home], limits: [] });
  });

  it('has the ECS clusters with what is in them', () => {
    expect(
      list('ecs', 'clusters')
        .map(({ clusterName }) => clusterName)
        .sort(),
    ).toEqual(['empty', 'shop']);
    expect(list('ecs', 'services')).toMatchObject([{ serviceName: 'web', desiredCount: 2, launchType: 'FARGATE' }]);
    expect(list('ecs', 'tasks')).toHaveLength(2);
    expect(list('ecs', 'taskDefinitions')).toMatchObject([
      { family: 'web', containerDefinitions: [{ suspiciousEnvironment: ['DB_PASSWORD'] }] },
    ]);
    expect(list('ecs', 'containerInstances')).toMatchObject([{ status: 'ACTIVE' }]);
  });

  it('has what stands around them', () => {
    expect(list('around', 'targetGroups')).toMatchObject([{ TargetGroupName: 'web' }]);
    expect(list('around', 'loadBalancers')).toMatchObject([{ LoadBalancerName: 'shop', Type: 'application' }]);
    expect(list('around', 'targetHealth')).toMatchObject([{ Target: { Id: '10.0.0.5' }, TargetHealth: { State: expect.any(String) } }]);
    expect(list('around', 'namespaces')).toMatchObject([{ Name: 'shop' }]);
    expect(list('around', 'discoveryServices')).toMatchObject([{ Name: 'web' }]);
    expect(list('around', 'discoveryInstances')).toMatchObject([{ InstanceId: 'one', Attributes: { AWS_INSTANCE_IPV4: '10.0.0.5' } }]);
    expect(list('around', 'scalableTargets')).toMatchObject([{ ResourceId: 'service/shop/web', MaxCapacity: 4 }]);
    expect(list('around', 'logGroups')).toMatchObject([{ logGroupName: '/ecs/web' }]);
    expect(list('around', 'subnets')).toHaveLength(2);
  });

  it('has the EKS cluster with its node group and its Fargate profile', () => {
    expect(list('eks', 'clusters')).toMatchObject([{ name: 'kube', status: 'ACTIVE' }]);
    expect(list('eks', 'nodegroups')).toMatchObject([{ nodegroupName: 'nodes', scalingConfig: { desiredSize: 2 } }]);
    expect(list('eks', 'fargateProfiles')).toMatchObject([{ fargateProfileName: 'serverless' }]);
  });

  it('keeps nothing that the allow-list drops', () => {
    expect(JSON.stringify(snapshot)).not.toMatch(/hunter2|nobody/);
  });

  it('names each operation that moto lacks, and leaves what that would show unknown', () => {
    const failed = (snapshot?.errors ?? []).map((error) => error.replace(/ .*$/s, ''));
    expect(failed).toEqual(
      expect.arrayContaining(['eks:ListAddons', 'eks:ListAccessEntries', 'eks:ListInsights', 'eks:ListPodIdentityAssociations']),
    );
    const { complete } = readFiles([{ name: 'account.json', text: JSON.stringify(snapshot) }]).about;
    expect(
      ['ecs-cluster', 'ecs-service', 'eks-cluster', 'eks-nodegroup'].filter((kind) => ![...complete].some((one) => one === kind)),
    ).toEqual([]);
    expect([...complete].filter((kind) => ['eks-addon', 'eks-access-entry', 'eks-insight'].includes(kind))).toEqual([]);
  });

  it('opens as a file like any other, without a problem', () => {
    const { notices, objects } = readFiles([{ name: 'account.json', text: JSON.stringify(snapshot) }]);
    expect(notices.filter(({ kind }) => kind === 'problem')).toEqual([]);
    expect(objects.length).toBeGreaterThan(15);
  });
});
