import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/model/json.ts';
import type { Verdict } from '../../../src/account/checks/check.ts';
import type { Lists } from './evidences.ts';
import { judged, only } from './evidences.ts';
import { addon, binding, eksCluster, entry, goodEks, goodObjects, kubernetes, nodegroup } from './parts.ts';

const but = (lists: Lists): Lists => ({ ...goodEks, ...lists });
const withCluster = (more: JsonObject): Lists => but({ 'eks.clusters': [eksCluster(more)] });
const without = (...lists: readonly string[]): Lists =>
  Object.fromEntries(Object.entries(goodEks).filter(([list]) => !lists.includes(list)));
const files = (...more: readonly JsonObject[]): Lists => but({ 'eks.objects': [...goodObjects, ...more] });
const filesBut = (kind: string): Lists =>
  but({ 'eks.objects': goodObjects.filter(({ object }) => !JSON.stringify(object).includes(`"kind":"${kind}","`)) });
const endpoint = (...publicAccessCidrs: readonly string[]): Lists =>
  withCluster({ resourcesVpcConfig: { endpointPublicAccess: true, publicAccessCidrs } });
const insight = (status: string): Lists =>
  but({ 'eks.insights': [{ id: 'i-1', name: 'Deprecated APIs', clusterName: 'prod', insightStatus: { status } }] });
const namespace = (name: string, labels: JsonObject): JsonObject => kubernetes('v1', 'Namespace', name, undefined, { labels });
const pod = (name: string, inside: string, ...containers: readonly string[]): JsonObject =>
  kubernetes('v1', 'Pod', name, inside, { spec: { containers: containers.map((one) => ({ name: one })) }, status: { phase: 'Running' } });

const bare = 'Nothing that EKS manages was found; self-managed nodes and Karpenter are not visible to its API.';

const rows: readonly (readonly [check: string, verdict: Verdict, says: string, lists: Lists])[] = [
  ['eks-managed-node-groups', 'pass', 'It has managed node groups.', goodEks],
  [
    'eks-managed-node-groups',
    'pass',
    'Auto Mode provides its nodes.',
    { ...withCluster({ computeConfig: { enabled: true } }), 'eks.nodegroups': [] },
  ],
  ['eks-managed-node-groups', 'unknown', bare, but({ 'eks.nodegroups': [] })],

  ['eks-access', 'pass', 'Access entries alone decide who may come in; 1 of its 2 access entries is a cluster administrator.', goodEks],
  [
    'eks-access',
    'suggest',
    'Beside its access entries the aws-auth ConfigMap still lets in whom it names.',
    withCluster({ accessConfig: { authenticationMode: 'API_AND_CONFIG_MAP' } }),
  ],
  [
    'eks-access',
    'suggest',
    'All its 2 access entries are cluster administrators.',
    but({ 'eks.accessEntries': ['a', 'b'].map((one) => entry(one, 'AmazonEKSClusterAdminPolicy')) }),
  ],
  ['eks-access', 'unknown', 'Its authentication mode was not read.', withCluster({ accessConfig: undefined })],
  ['eks-access', 'unknown', 'Its access entries were not read.', without('eks.accessEntries')],

  ['eks-rbac', 'unknown', 'The files lack clusterrolebindings, clusterroles, rolebindings, roles.', goodEks],
  ['eks-rbac', 'unknown', 'The files lack rolebindings.', filesBut('RoleBinding')],
  ['eks-rbac', 'pass', 'No subject of its own may do everything.', files()],
  [
    'eks-rbac',
    'suggest',
    'Group dev may do everything by cluster-admin in devs.',
    files(binding('devs', 'cluster-admin', { kind: 'Group', name: 'dev' })),
  ],
  [
    'eks-rbac',
    'suggest',
    'ServiceAccount ci may do everything by all in ci.',
    files(
      kubernetes('rbac.authorization.k8s.io/v1', 'ClusterRole', 'all', undefined, {
        rules: [{ verbs: ['*'], resources: ['*'], apiGroups: ['*'] }],
      }),
      binding('ci', 'all', { kind: 'ServiceAccount', name: 'ci', namespace: 'shop' }),
    ),
  ],
  [
    'eks-rbac',
    'fail',
    'Group system:authenticated may do everything by cluster-admin in open.',
    files(binding('open', 'cluster-admin', { kind: 'Group', name: 'system:authenticated' })),
  ],

  [
    'eks-network-policies',
    'unknown',
    'No file of kubectl shows its pods and networkpolicies; the VPC CNI enforces network policies.',
    goodEks,
  ],
  [
    'eks-network-policies',
    'unknown',
    'No file of kubectl shows its networkpolicies; the VPC CNI enforces network policies.',
    filesBut('NetworkPolicy'),
  ],
  [
    'eks-network-policies',
    'pass',
    'Every namespace with pods has a policy that isolates all of them; the VPC CNI enforces network policies.',
    files(),
  ],
  ['eks-network-policies', 'suggest', 'No policy isolates the pods of tools.', files(pod('ci-1', 'tools', 'ci'))],
  [
    'eks-network-policies',
    'suggest',
    'The VPC CNI does not enforce network policies, so they do nothing unless another engine does.',
    { ...files(), 'eks.addons': [addon('vpc-cni', { configurationValues: '{}' })] },
  ],

  ['eks-service-mesh', 'unknown', 'No file of kubectl shows its namespaces.', goodEks],
  ['eks-service-mesh', 'not-applicable', 'No namespace that was read asks for a mesh, and none is required.', files()],
  [
    'eks-service-mesh',
    'pass',
    'Every pod in a meshed namespace has its sidecar.',
    files(namespace('pay', { 'istio-injection': 'enabled' }), pod('pay-1', 'pay', 'pay', 'istio-proxy')),
  ],
  [
    'eks-service-mesh',
    'suggest',
    '1 of the 1 pods of pay has no sidecar.',
    files(namespace('pay', { 'istio-injection': 'enabled' }), pod('pay-1', 'pay', 'pay')),
  ],
  [
    'eks-service-mesh',
    'pass',
    'Namespace pay is in an ambient mesh, which needs no sidecars.',
    files(namespace('pay', { 'istio.io/dataplane-mode': 'ambient' })),
  ],
  [
    'eks-service-mesh',
    'fail',
    'Namespace pay asks for App Mesh, which has ended; VPC Lattice or Istio take its place.',
    files(namespace('pay', { 'appmesh.k8s.aws/sidecarInjectorWebhook': 'enabled' })),
  ],

  ['eks-prometheus', 'pass', 'A managed scraper collects its metrics.', goodEks],
  ['eks-prometheus', 'pass', 'It has the add-on adot.', { ...but({ 'around.scrapers': [] }), 'eks.addons': [addon('adot')] }],
  [
    'eks-prometheus',
    'unknown',
    'Nothing of Prometheus was found; one that runs in the cluster itself is not visible to AWS.',
    but({ 'around.scrapers': [] }),
  ],
  ['eks-grafana', 'pass', 'The account has this managed Grafana workspace.', goodEks],
  [
    'eks-grafana',
    'unknown',
    'No managed Grafana was found; one that runs elsewhere is not visible to AWS.',
    but({ 'around.grafanaWorkspaces': [] }),
  ],

  ['eks-exposure', 'pass', 'Its public endpoint is limited to 1 address range; its audit and authenticator logs are kept.', goodEks],
  ['eks-exposure', 'fail', 'Its endpoint is open to every address.', endpoint('203.0.113.0/24', '0.0.0.0/0')],
  ['eks-exposure', 'unknown', 'Its endpoint is public, and for which addresses was not read.', endpoint()],
  ['eks-exposure', 'unknown', 'Who reaches its endpoint was not read.', withCluster({ resourcesVpcConfig: undefined })],
  [
    'eks-exposure',
    'suggest',
    'Its authenticator log is off.',
    withCluster({ logging: { clusterLogging: [{ types: ['audit'], enabled: true }] } }),
  ],
  ['eks-exposure', 'unknown', 'Which logs of its control plane are kept was not read.', withCluster({ logging: undefined })],

  ['eks-upkeep', 'fail', '1.30 is older than every version that EKS still supports.', withCluster({ version: '1.30' })],
  ['eks-upkeep', 'fail', 'Support of 1.31 ended on 2026-11-26.', withCluster({ version: '1.31' })],
  ['eks-upkeep', 'suggest', '1.33 is in extended support, which costs more, until 2027-07-29.', withCluster({ version: '1.33' })],
  ['eks-upkeep', 'suggest', 'Standard support of 1.34 ends on 2026-12-02.', withCluster({ version: '1.34' })],
  ['eks-upkeep', 'unknown', '1.37 is newer than the support calendar of this page.', withCluster({ version: '1.37' })],
  ['eks-upkeep', 'unknown', 'Its version was not read.', withCluster({ version: undefined })],
  ['eks-upkeep', 'fail', 'The insight Deprecated APIs says ERROR.', insight('ERROR')],
  ['eks-upkeep', 'suggest', 'The insight Deprecated APIs says WARNING.', insight('WARNING')],
  ['eks-upkeep', 'unknown', 'Its insights were not read.', without('eks.insights')],
  [
    'eks-upkeep',
    'fail',
    'Its add-on coredns reports InsufficientNumberOfReplicas.',
    but({ 'eks.addons': [addon('coredns', { health: { issues: [{ code: 'InsufficientNumberOfReplicas' }] } })] }),
  ],
  [
    'eks-upkeep',
    'fail',
    'Its node group workers reports AsgInstanceLaunchFailures.',
    but({ 'eks.nodegroups': [nodegroup({ health: { issues: [{ code: 'AsgInstanceLaunchFailures' }] } })] }),
  ],
  ['eks-upkeep', 'suggest', 'It is not protected against deletion.', withCluster({ deletionProtection: false })],
  ['eks-upkeep', 'unknown', 'Whether it is protected against deletion was not read.', withCluster({ deletionProtection: undefined })],
];

test.each(rows)('%s says %s: %s', (check, verdict, says, lists) => {
  const result = judged(check, lists);
  expect(only(result)).toMatchObject({ verdict, because: says });
  expect(result.verdict).toBe(verdict);
});

test('a cluster in standard support, healthy and protected passes upkeep', () => {
  expect(only(judged('eks-upkeep', goodEks))).toMatchObject({ verdict: 'pass' });
});

test('the support calendar is held against the given day, its last day included', () => {
  const on = (today: string) => only(judged('eks-upkeep', withCluster({ version: '1.34' }), [], today)).because;
  expect(on('2026-12-02')).toMatch(/^Standard support of 1\.34 ends/);
  expect(on('2026-12-03')).toMatch(/^1\.34 is in extended support/);
  expect(on('2026-06-01')).toMatch(/1\.34 is in standard support/);
});

test('a cluster that only files of kubectl show is judged by them', () => {
  const result = judged('eks-rbac', { 'eks.clusters': [], 'eks.objects': goodObjects });
  expect(only(result)).toMatchObject({ resource: 'k8s:prod', verdict: 'pass' });
});
