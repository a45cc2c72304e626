import type { ApiObject } from '../api-object.ts';
import type { Kind } from '../kind.ts';
import type { Projected } from '../project.ts';
import { listAt, present, textAt } from './read.ts';

/** The cluster in whose part an ARN such as `…:addon/CLUSTER/NAME/ID` is. */
function clusterArnOf(arn: string): { readonly place: string; readonly cluster: string } | undefined {
  const [, place = '', cluster] = /^(arn:[^:]*:eks:[^:]*:[^:]*):[a-z]+\/([^/]+)\//.exec(arn) ?? [];
  return cluster === undefined ? undefined : { place, cluster };
}

interface Part {
  readonly name: string | undefined;
  readonly status: string | undefined;
  readonly clause: string | undefined;
  readonly details?: Projected['resource']['details'];
}

/** A part of an EKS cluster that has an ARN of its own, with the first issue of its health. */
const projectPart =
  (kind: Kind, read: (body: ApiObject['body']) => Part) =>
  ({ id, body }: ApiObject): readonly Projected[] => {
    const { name, status, clause, details = {} } = read(body);
    const owner = clusterArnOf(id);
    const [, , , region, account] = id.split(':');
    const [issue] = listAt(body, 'health', 'issues');
    const resource = {
      id,
      kind,
      name: name ?? id,
      scope: present({ region, account, cluster: owner?.cluster }),
      status: status ?? 'UNKNOWN',
      ...present({ reason: textAt(issue, 'code'), text: textAt(issue, 'message'), createdAt: textAt(body, 'createdAt') }),
      details: { ...present({ clause }), ...details },
    };
    const relations = owner === undefined ? [] : [{ to: `${owner.place}:cluster/${owner.cluster}`, kind: 'part-of' as const }];
    return [{ resource, relations }];
  };

/** An add-on as `aws eks describe-addon` prints it. */
export const projectAddon = projectPart('eks-addon', (body) => ({
  name: textAt(body, 'addonName'),
  status: textAt(body, 'status'),
  clause: textAt(body, 'addonVersion'),
  details: present({
    version: textAt(body, 'addonVersion'),
    networkPolicies:
      body['enableNetworkPolicy'] === undefined ? undefined : body['enableNetworkPolicy'] === true ? 'enforced' : 'not enforced',
  }),
}));

/** A Fargate profile as `aws eks describe-fargate-profile` prints it: the namespaces whose pods it takes. */
export const projectFargateProfile = projectPart('eks-fargate-profile', (body) => {
  const namespaces = listAt(body, 'selectors').flatMap((one) => textAt(one, 'namespace') ?? []);
  return {
    name: textAt(body, 'fargateProfileName'),
    status: textAt(body, 'status'),
    clause: namespaces.length === 0 ? undefined : `for ${namespaces.join(', ')}`,
    details: { namespaces },
  };
});

/** A pod identity association: the IAM role that pods of a service account get. */
export const projectPodIdentityAssociation = projectPart('eks-pod-identity-association', (body) => ({
  name: `${textAt(body, 'namespace') ?? ''}/${textAt(body, 'serviceAccount') ?? ''}`,
  status: 'Active', // AWS prints none
  clause: textAt(body, 'roleArn')?.replace(/^.*\//, 'role '),
  details: present({ role: textAt(body, 'roleArn') }),
}));

/** An insight as `aws eks list-insights` prints it: what EKS found when it looked at a cluster. */
export const projectInsight = ({ id, body }: ApiObject): readonly Projected[] => [
  {
    resource: {
      id,
      kind: 'eks-insight',
      name: textAt(body, 'name') ?? id,
      scope: present({ cluster: textAt(body, 'clusterName') }),
      status: textAt(body, 'insightStatus', 'status') ?? 'UNKNOWN',
      ...present({ text: textAt(body, 'insightStatus', 'reason'), since: textAt(body, 'lastTransitionTime') }),
      details: present({
        clause: textAt(body, 'category')?.toLowerCase().replaceAll('_', ' '),
        version: textAt(body, 'kubernetesVersion'),
        lookedAt: textAt(body, 'lastRefreshTime'),
        description: textAt(body, 'description'),
      }),
    },
    relations: [],
  },
];
