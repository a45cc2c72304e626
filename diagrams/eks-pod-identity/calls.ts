import type { ApiCall } from '../../src/model/api-call.ts';
import { ROLE_ARN } from '../../src/simulation/eks/pod-identity/webhook.ts';
import { arnOfRole, plan } from './cluster.ts';

/** Asks in a pod of the shop who it is to AWS. */
export const ask = (workload: string): ApiCall => ({ api: 'clients', operation: 'GetCallerIdentity', input: { pod: `shop/${workload}` } });

/** Names the role of a service account in its annotation; `none` takes the annotation away. */
export const annotate = (account: string, role: string): ApiCall => ({
  api: 'kubernetes',
  verb: 'patch',
  path: `/api/v1/namespaces/shop/serviceaccounts/${account}`,
  body: { metadata: { annotations: { [ROLE_ARN]: role === 'none' ? null : arnOfRole(role) } } },
});

/** Associates a service account with a role. */
export const associate = (serviceAccount: string, role: string): ApiCall => ({
  api: 'eks',
  operation: 'CreatePodIdentityAssociation',
  input: { clusterName: plan.name, namespace: 'shop', serviceAccount, roleArn: arnOfRole(role) },
});

/** Deletes an association by its id. */
export const dissociate = (associationId: string): ApiCall => ({
  api: 'eks',
  operation: 'DeletePodIdentityAssociation',
  input: { clusterName: plan.name, associationId },
});

/** Deletes a pod of the shop. */
export const deleteCall = (pod: string): ApiCall => ({ api: 'kubernetes', verb: 'delete', path: `/api/v1/namespaces/shop/pods/${pod}` });
