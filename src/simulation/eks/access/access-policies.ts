import type { PolicyRule } from '../rbac/rbac-objects.ts';
import { adminRules, editRules, everything, viewRules } from '../rbac/default-roles.ts';

const ARN = 'arn:aws:eks::aws:cluster-access-policy/';

/** The ARN of an access policy of EKS. */
export const policyArn = (name: AccessPolicyName): string => `${ARN}${name}`;

/** What the access policies for people allow, cut to the resources that are simulated; each follows a role of Kubernetes. */
const policies = {
  AmazonEKSClusterAdminPolicy: everything,
  AmazonEKSAdminPolicy: adminRules,
  AmazonEKSEditPolicy: editRules,
  AmazonEKSViewPolicy: viewRules,
  AmazonEKSAdminViewPolicy: [{ apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list', 'watch'] }],
} as const satisfies Readonly<Record<string, readonly PolicyRule[]>>;

/** The name of an access policy for people. */
export type AccessPolicyName = keyof typeof policies;

const rulesByArn: ReadonlyMap<string, readonly PolicyRule[]> = new Map(
  Object.entries(policies).map(([name, rules]) => [`${ARN}${name}`, rules]),
);

/** The rules of an access policy; undefined for one that EKS does not have. */
export const rulesOfPolicy = (arn: string): readonly PolicyRule[] | undefined => rulesByArn.get(arn);
