import type { ApiObject } from '../../model/api-object.ts';
import { text } from '../../model/ecs/read.ts';
import type { Check, CheckResult, Evidences, Finding } from './check.ts';
import { cloudFormation, terraformBlock } from './ecs-fixes.ts';
import { actionsFor, described } from './evidence-of.ts';
import { aspect, findingOf, resultOf } from './judging.ts';
import { clustersOf } from './kubernetes-clusters.ts';

const kinds = ['eks-cluster', 'grafana-workspace'] as const;
const needs = actionsFor(...kinds);
const operation = 'grafana:ListWorkspaces';

const ofWorkspace = ({ id, body }: ApiObject): Finding =>
  findingOf(id, text(body, 'name') ?? id, [
    aspect('pass', 'the account has this managed Grafana workspace', [operation, 'workspaces[].status', text(body, 'status') ?? 'absent']),
  ]);

function judge(evidences: Evidences): CheckResult {
  const workspaces = described(evidences.estate, 'grafana-workspace').map(ofWorkspace);
  const noun = workspaces.length > 0 ? (['workspace', 'workspaces'] as const) : (['cluster', 'clusters'] as const);
  const says = 'no managed Grafana was found; one that runs elsewhere is not visible to AWS';
  const clusters = clustersOf(evidences).map(({ id, name }) =>
    findingOf(id, name, [aspect('unknown', says, [operation, 'workspaces[]', 'none'])]),
  );
  return resultOf(workspaces.length > 0 ? workspaces : clusters, { kind: 'eks-cluster', noun, needs }, evidences);
}

/** Whether an account has dashboards of the managed kind. */
export const grafana: Check = {
  id: 'eks-grafana',
  title: 'Grafana',
  kinds,
  needs,
  blindSpot: 'A Grafana that you run yourself, and what a dashboard shows, cannot be seen.',
  lesson: '/eks/architecture/',
  judge,
  fixes: [
    {
      form: 'cli',
      text: 'aws grafana create-workspace --region {region} --account-access-type CURRENT_ACCOUNT --authentication-providers AWS_SSO --permission-type SERVICE_MANAGED --workspace-name <name>',
    },
    {
      form: 'cloudformation',
      text: cloudFormation('AWS::Grafana::Workspace', [
        'AccountAccessType: CURRENT_ACCOUNT',
        'AuthenticationProviders: [AWS_SSO]',
        'PermissionType: SERVICE_MANAGED',
      ]),
    },
    {
      form: 'terraform',
      text: terraformBlock('aws_grafana_workspace', [
        'account_access_type      = "CURRENT_ACCOUNT"',
        'authentication_providers = ["AWS_SSO"]',
        'permission_type          = "SERVICE_MANAGED"',
      ]),
    },
  ],
};
