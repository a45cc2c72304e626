import { expect, test } from 'vitest';
import { checks, judgeAll } from '../../../src/account/checks/checks.ts';
import { operations } from '../../../src/account/operations.ts';
import { evidencesOf } from './evidences.ts';
import { goodEcs, goodEks } from './parts.ts';

const account = { ...goodEcs, ...goodEks };
const verdicts = (denied: readonly string[]) =>
  new Map(judgeAll(evidencesOf(account, denied)).map(({ check, result }) => [check.id, result]));
const allowed = verdicts([]);

/** The checks that each action bears on, by what it shows. */
const ecs = ['ecs-fargate', 'ecs-service-discovery', 'ecs-load-balancing', 'ecs-logging', 'ecs-hardening', 'ecs-resilience'];
const ecsClusters = [...ecs, 'ecs-container-insights'];
const onClusters = [
  'eks-managed-node-groups',
  'eks-access',
  'eks-rbac',
  'eks-network-policies',
  'eks-service-mesh',
  'eks-prometheus',
  'eks-grafana',
  'eks-exposure',
  'eks-upkeep',
];
const onAddons = ['eks-network-policies', 'eks-prometheus', 'eks-upkeep'];
const dependent: Readonly<Record<string, readonly string[]>> = {
  'ecs:ListClusters': ecsClusters,
  'ecs:DescribeClusters': ecsClusters,
  'ecs:ListServices': ecs,
  'ecs:DescribeServices': ecs,
  'ecs:ListTasks': ['ecs-resilience'],
  'ecs:DescribeTasks': ['ecs-resilience'],
  'ecs:DescribeTaskDefinition': ['ecs-logging', 'ecs-hardening'],
  'eks:ListClusters': onClusters,
  'eks:DescribeCluster': onClusters,
  'eks:ListNodegroups': ['eks-managed-node-groups', 'eks-upkeep'],
  'eks:DescribeNodegroup': ['eks-managed-node-groups', 'eks-upkeep'],
  'eks:ListFargateProfiles': ['eks-managed-node-groups'],
  'eks:DescribeFargateProfile': ['eks-managed-node-groups'],
  'eks:ListAddons': onAddons,
  'eks:DescribeAddon': onAddons,
  'eks:ListAccessEntries': ['eks-access'],
  'eks:DescribeAccessEntry': ['eks-access'],
  'eks:ListAssociatedAccessPolicies': ['eks-access'],
  'eks:ListInsights': ['eks-upkeep'],
  'elasticloadbalancing:DescribeLoadBalancers': ['ecs-load-balancing'],
  'elasticloadbalancing:DescribeTargetGroups': ['ecs-load-balancing'],
  'elasticloadbalancing:DescribeTargetHealth': ['ecs-load-balancing'],
  'application-autoscaling:DescribeScalableTargets': ['ecs-resilience'],
  'logs:DescribeLogGroups': ['ecs-logging'],
  'ec2:DescribeSubnets': ['ecs-resilience'],
  'aps:ListWorkspaces': ['eks-prometheus'],
  'aps:ListScrapers': ['eks-prometheus'],
  'grafana:ListWorkspaces': ['eks-grafana'],
};

test.each(operations.map(({ action }) => action))(
  'a denied %s makes exactly the checks that need it unknown, and they name it',
  (action) => {
    const results = verdicts([action]);
    const expected = new Set(dependent[action] ?? []);
    for (const { id } of checks) {
      const result = results.get(id);
      if (expected.has(id))
        expect(result, id).toMatchObject({ verdict: 'unknown', missing: [action], summary: expect.stringContaining(action) });
      else expect(result, id).toEqual(allowed.get(id));
    }
  },
);

test('a denied action hides no finding that rests on what was read', () => {
  const before = allowed.get('ecs-load-balancing')?.findings;
  expect(verdicts(['elasticloadbalancing:DescribeTargetHealth']).get('ecs-load-balancing')?.findings).toEqual(before);
});
