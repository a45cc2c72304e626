import type * as z from 'zod/mini';
import type { Id } from '../model/json.ts';
import * as eks from './allow/eks.ts';
import * as parts from './allow/eks-parts.ts';
import { auditEvent } from './allow/kubernetes/access.ts';
import type { Shape } from './shape.ts';
import { ifArn, shape } from './shape.ts';

/** Nodes name their group by its name, not by its ARN; so does its id. */
const nodegroupId = ({ clusterName, nodegroupName }: z.infer<typeof eks.nodegroup>): Id | undefined =>
  clusterName === undefined || nodegroupName === undefined ? undefined : `k8s:${clusterName}/Nodegroup//${nodegroupName}`;

/** Bindings name users by their name; so does the id of an access entry. */
const accessEntryId = ({ clusterName, username }: z.infer<typeof eks.accessEntry>): Id | undefined =>
  clusterName === undefined || username === undefined ? undefined : `k8s:${clusterName}/User//${username}`;

/** The objects of EKS itself. Those of Kubernetes have a shape of their own. */
export const eksShapes = {
  eksClusters: shape({ kind: 'eks-cluster', schema: eks.cluster, id: ({ arn }) => ifArn(arn) }),
  nodegroups: shape({
    kind: 'eks-nodegroup',
    schema: eks.nodegroup,
    id: nodegroupId,
    nameless: 'it has no clusterName or no nodegroupName',
  }),
  fargateProfiles: shape({
    kind: 'eks-fargate-profile',
    schema: parts.fargateProfile,
    id: ({ fargateProfileArn }) => ifArn(fargateProfileArn),
  }),
  addons: shape({ kind: 'eks-addon', schema: parts.addon, id: ({ addonArn }) => ifArn(addonArn) }),
  accessEntries: shape({
    kind: 'eks-access-entry',
    schema: eks.accessEntry,
    id: accessEntryId,
    nameless: 'it has no clusterName or no username',
  }),
  podIdentityAssociations: shape({
    kind: 'eks-pod-identity-association',
    schema: parts.podIdentityAssociation,
    id: ({ associationArn }) => ifArn(associationArn),
  }),
  insights: shape({ kind: 'eks-insight', schema: parts.insight, id: ({ id }) => id && `insight:${id}`, nameless: 'it has no id' }),
  updates: shape({ kind: 'eks-update', schema: eks.update, id: ({ id }) => id && `update:${id}`, nameless: 'it has no id' }),
  auditEvents: shape({
    kind: 'k8s-audit-event',
    schema: auditEvent,
    id: ({ auditID }) => auditID && `audit:${auditID}`,
    nameless: 'it has no auditID',
  }),
} as const satisfies Readonly<Record<string, Shape>>;
