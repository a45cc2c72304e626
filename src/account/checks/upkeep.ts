import type { ApiObject } from '../../model/api-object.ts';
import { object, objects, text } from '../../model/ecs/read.ts';
import type { Kind } from '../../model/kind.ts';
import type { Check, Evidences, Finding } from './check.ts';
import { cloudFormation, terraformBlock } from './ecs-fixes.ts';
import { actionsFor, isWhole } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';
import type { KubernetesCluster } from './kubernetes-clusters.ts';
import { clustersOf, inCluster } from './kubernetes-clusters.ts';
import type { Support } from './support-calendar.ts';
import { standingOf } from './support-calendar.ts';

const kinds = ['eks-cluster', 'eks-insight', 'eks-addon', 'eks-nodegroup'] as const;
const needs = actionsFor(...kinds);

function version({ eks }: KubernetesCluster, calendar: readonly Support[], today: string): Aspect {
  const own = text(eks?.body ?? {}, 'version');
  const says = (verdict: Aspect['verdict'], clause: string): Aspect =>
    aspect(verdict, clause, ['eks:DescribeCluster', 'cluster.version', own ?? 'absent']);
  const support = calendar.find((one) => one.version === own);
  switch (own === undefined ? undefined : standingOf(own, calendar, today)) {
    case 'standard':
      return says('pass', `${own} is in standard support until ${support?.standard}`);
    case 'ending':
      return says('suggest', `standard support of ${own} ends on ${support?.standard}`);
    case 'extended':
      return says('suggest', `${own} is in extended support, which costs more, until ${support?.extended}`);
    case 'over':
      return says('fail', `support of ${own} ended on ${support?.extended}`);
    case 'older':
      return says('fail', `${own} is older than every version that EKS still supports`);
    case 'newer':
      return says('unknown', `${own} is newer than the support calendar of this page`);
    case undefined:
      return says('unknown', 'its version was not read');
  }
}

const insightVerdicts: Readonly<Record<string, Aspect['verdict']>> = {
  ERROR: 'fail',
  WARNING: 'suggest',
  PASSING: 'pass',
  UNKNOWN: 'unknown',
};

function insights(cluster: KubernetesCluster, evidences: Evidences): readonly Aspect[] {
  const read = inCluster(evidences, cluster, 'eks-insight');
  const says = (verdict: Aspect['verdict'], clause: string, observed: string): Aspect =>
    aspect(verdict, clause, ['eks:ListInsights', 'insights[].insightStatus.status', observed]);
  if (read.length === 0) {
    return [
      isWhole(evidences, 'eks-insight')
        ? says('not-applicable', 'EKS has no insight about it', 'none')
        : says('unknown', 'its insights were not read', 'absent'),
    ];
  }
  return read.map(({ body }) => {
    const status = text(object(body, 'insightStatus'), 'status') ?? 'absent';
    const verdict = insightVerdicts[status] ?? 'unknown';
    return says(
      verdict,
      verdict === 'pass' ? 'its insights pass' : `the insight ${text(body, 'name') ?? 'without a name'} says ${status}`,
      status,
    );
  });
}

interface Part {
  readonly kind: Kind;
  readonly one: string;
  readonly many: string;
  readonly evidence: readonly [operation: string, path: string];
  readonly name: string;
}

const parts: readonly Part[] = [
  { kind: 'eks-addon', one: 'add-on', many: 'add-ons', evidence: ['eks:DescribeAddon', 'addon.health.issues'], name: 'addonName' },
  {
    kind: 'eks-nodegroup',
    one: 'node group',
    many: 'node groups',
    evidence: ['eks:DescribeNodegroup', 'nodegroup.health.issues'],
    name: 'nodegroupName',
  },
];

/** What EKS itself says is wrong. */
function issuesOf(owner: string, { body }: ApiObject, many: string, [operation, path]: Part['evidence']): Aspect {
  if (body['health'] === undefined) return aspect('unknown', `the health of ${owner} was not read`, [operation, path, 'absent']);
  const codes = objects(object(body, 'health'), 'issues').map((issue) => text(issue, 'code') ?? 'an issue');
  return codes.length === 0
    ? aspect('pass', `its ${many} have no health issues`, [operation, path, 'none'])
    : aspect('fail', `${owner} reports ${codes.join(', ')}`, [operation, path, codes.join(', ')]);
}

const health = (cluster: KubernetesCluster, evidences: Evidences): readonly Aspect[] =>
  parts.flatMap(({ kind, one, many, evidence, name }) => {
    const read = inCluster(evidences, cluster, kind);
    if (read.length > 0)
      return read.map((part) => issuesOf(`its ${one} ${text(part.body, name) ?? 'without a name'}`, part, many, evidence));
    return isWhole(evidences, kind)
      ? [aspect('not-applicable', `it has no ${many}`, [...evidence, 'none'])]
      : [aspect('unknown', `its ${many} were not read`, [...evidence, 'absent'])];
  });

function protection({ eks }: KubernetesCluster): Aspect {
  const value = eks?.body['deletionProtection'];
  const says = (verdict: Aspect['verdict'], clause: string): Aspect =>
    aspect(verdict, clause, ['eks:DescribeCluster', 'cluster.deletionProtection', typeof value === 'boolean' ? String(value) : 'absent']);
  if (typeof value !== 'boolean') return says('unknown', 'whether it is protected against deletion was not read');
  return value ? says('pass', 'it is protected against deletion') : says('suggest', 'it is not protected against deletion');
}

/** Whether a cluster is supported, healthy and protected, held against a support calendar. */
export const upkeep = (calendar: readonly Support[]): Check => ({
  id: 'eks-upkeep',
  title: 'Upkeep',
  kinds,
  needs,
  blindSpot: 'Versions of what you installed yourself, and whether your manifests fit the next version, are not read.',
  lesson: '/eks/upgrades/',
  judge: judgeEach({ kind: 'eks-cluster', noun: ['cluster', 'clusters'], needs }, clustersOf, (cluster, evidences): Finding =>
    findingOf(cluster.id, cluster.name, [
      version(cluster, calendar, evidences.today),
      ...insights(cluster, evidences),
      ...health(cluster, evidences),
      protection(cluster),
    ]),
  ),
  fixes: [
    {
      form: 'cli',
      text: [
        'aws eks update-cluster-version --region {region} --name {cluster} --kubernetes-version <version>',
        'aws eks update-cluster-config --region {region} --name {cluster} --deletion-protection',
      ].join('\n'),
    },
    {
      form: 'cloudformation',
      text: cloudFormation('AWS::EKS::Cluster', ['Name: {cluster}', 'Version: "<version>"', 'DeletionProtection: true']),
    },
    {
      form: 'terraform',
      text: terraformBlock('aws_eks_cluster', [
        'name                = {cluster}',
        'version             = "<version>"',
        'deletion_protection = true',
      ]),
    },
  ],
});
