import type { ApiObject } from '../../src/model/api-object.ts';
import { existing, namespace, roleArn } from '../../src/simulation/eks/access/start-access.ts';
import type { Deployment } from '../../src/simulation/eks/objects.ts';
import type { TrustPolicy } from '../../src/simulation/eks/pod-identity/trust-policy.ts';
import { ROLE_ARN } from '../../src/simulation/eks/pod-identity/webhook.ts';
import { associationObject } from '../../src/simulation/eks/pod-identity/association.ts';
import { NODE_ROLE } from '../../src/simulation/eks/pod-identity/caller-identity.ts';
import { arnOf, idOf, nodeName } from '../../src/simulation/eks/start.ts';
import { smallCluster, twoNodes } from '../../src/simulation/eks/small-cluster.ts';

/** Two nodes: what a pod is to AWS does not hang on how many there are. */
export const plan = { ...smallCluster, nodes: twoNodes };

export const clusterId = arnOf(plan);
export const nodeIds = plan.nodes.map(({ address }) => idOf(plan, 'Node', nodeName(plan, address), ''));
/** The ARN of a role of the account. */
export const arnOfRole = (name: string): string => roleArn(plan, name);

const ISSUER = `oidc.eks.${plan.region}.amazonaws.com/id/4B1D0E6F2A`;
/** What the cluster says of the issuer of its tokens. */
export const identity = { oidc: { issuer: `https://${ISSUER}` } };

const allow = (rest: Omit<TrustPolicy['Statement'][number], 'Effect'>): TrustPolicy => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...rest }],
});

/** Trusts one service account of the cluster, by way of the OIDC provider. */
const byIssuer = (within: string, account: string): TrustPolicy =>
  allow({
    Principal: { Federated: `arn:aws:iam::${plan.account}:oidc-provider/${ISSUER}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { [`${ISSUER}:sub`]: `system:serviceaccount:${within}:${account}`, [`${ISSUER}:aud`]: 'sts.amazonaws.com' },
    },
  });

const byService = (Service: string): TrustPolicy => allow({ Principal: { Service }, Action: ['sts:AssumeRole', 'sts:TagSession'] });

const role = (RoleName: string, Description: string, AssumeRolePolicyDocument: TrustPolicy): ApiObject => ({
  id: arnOfRole(RoleName),
  kind: 'iam-role',
  body: { RoleName, Arn: arnOfRole(RoleName), Description, CreateDate: plan.createdAt, AssumeRolePolicyDocument },
});

const account = (name: string, annotations: Readonly<Record<string, string>> = {}): ApiObject =>
  existing(plan, 'ServiceAccount', 'shop', name, { metadata: { annotations } });

/** The roles that a service account may be given. */
export const roleNames = ['orders', 'billing', 'stock', 'reports'] as const;

const ASSOCIATION = 'a-5c1e0f7b29d84a631';
/** The association that is there from the start, by its ARN. */
export const associationId = `${clusterId.replace(':cluster/', ':podidentityassociation/')}/${ASSOCIATION}`;

const stockAssociated = associationObject({
  clusterName: plan.name,
  namespace: 'shop',
  serviceAccount: 'stock',
  roleArn: arnOfRole('stock'),
  associationArn: associationId,
  associationId: ASSOCIATION,
  createdAt: plan.createdAt,
});

/** The roles of the account, the service accounts of the shop, and one association. */
export const objects: readonly ApiObject[] = [
  namespace(plan, 'shop'),
  role('orders', 'trusts the service account shop/orders', byIssuer('shop', 'orders')),
  role('billing', 'trusts the service account billing/invoices', byIssuer('billing', 'invoices')),
  role('stock', 'trusts pods.eks.amazonaws.com', byService('pods.eks.amazonaws.com')),
  role('reports', 'trusts pods.eks.amazonaws.com', byService('pods.eks.amazonaws.com')),
  role(NODE_ROLE, 'trusts ec2.amazonaws.com', byService('ec2.amazonaws.com')),
  account('orders', { [ROLE_ARN]: arnOfRole('orders') }),
  account('stock'),
  account('reports'),
  stockAssociated,
];

/** A workload of one pod that runs as the service account of its name. */
export const workload = (name: string): Deployment => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop', labels: { app: name } },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        serviceAccountName: name,
        containers: [{ name, image: `${name}:1`, resources: { requests: { cpu: '100m', memory: '128Mi' } } }],
      },
    },
  },
});
