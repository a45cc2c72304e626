import type { Addon, FargateProfile, InsightSummary, PodIdentityAssociation } from '@aws-sdk/client-eks';
import * as z from 'zod/mini';
import { addonSettings } from './addon-settings.ts';
import { health } from './eks.ts';
import type { FieldsOf } from './fields.ts';
import { allow, derived, flag, list, text, time } from './fields.ts';

/** What is kept of `aws eks describe-fargate-profile`. Never here: tags, the role that runs the pods. */
export const fargateProfile = allow({
  fargateProfileName: text,
  fargateProfileArn: text,
  clusterName: text,
  createdAt: time,
  subnets: list(text),
  selectors: list(allow({ namespace: text, labels: z.record(z.string(), text) })),
  status: text,
  health,
} satisfies FieldsOf<FargateProfile>);

const addonFields = allow({
  addonName: text,
  clusterName: text,
  addonArn: text,
  addonVersion: text,
  status: text,
  health,
  createdAt: time,
  modifiedAt: time,
  publisher: text,
  owner: text,
} satisfies FieldsOf<Addon>);

/** What is kept of `aws eks describe-addon`. Never here: its configuration values, of which one switch is told, and tags. */
export const addon = derived(z.extend(addonFields, { enableNetworkPolicy: z.optional(flag) }), addonSettings);

/** What is kept of an element of `aws eks list-insights`, and of which cluster it is. */
export const insight = z.extend(
  allow({
    id: text,
    name: text,
    category: text,
    kubernetesVersion: text,
    lastRefreshTime: time,
    lastTransitionTime: time,
    description: text,
    insightStatus: allow({ status: text, reason: text }),
  } satisfies FieldsOf<InsightSummary>),
  { clusterName: z.optional(text) }, // AWS does not print it
);

/** What is kept of `aws eks describe-pod-identity-association`. Never here: the external id, policies, tags. */
export const podIdentityAssociation = allow({
  clusterName: text,
  namespace: text,
  serviceAccount: text,
  roleArn: text,
  associationArn: text,
  associationId: text,
  ownerArn: text,
  createdAt: time,
  modifiedAt: time,
} satisfies FieldsOf<PodIdentityAssociation>);
