import type { Cluster, Nodegroup } from '@aws-sdk/client-eks';
import type { FieldsOf } from './fields.ts';
import { allow, list, number, text, time } from './fields.ts';

/** What is kept of `aws eks describe-cluster`. Never here: certificate data, client request tokens, tags. */
export const cluster = allow({
  name: text,
  arn: text,
  createdAt: time,
  version: text,
  platformVersion: text,
  endpoint: text,
  status: text,
  health: allow({ issues: list(allow({ code: text, message: text, resourceIds: list(text) })) }),
} satisfies FieldsOf<Cluster>);

/** What is kept of `aws eks describe-nodegroup`. */
export const nodegroup = allow({
  nodegroupName: text,
  nodegroupArn: text,
  clusterName: text,
  version: text,
  releaseVersion: text,
  createdAt: time,
  modifiedAt: time,
  status: text,
  capacityType: text,
  scalingConfig: allow({ minSize: number, maxSize: number, desiredSize: number }),
  updateConfig: allow({ maxUnavailable: number, maxUnavailablePercentage: number }),
  instanceTypes: list(text),
  amiType: text,
  diskSize: number,
  resources: allow({ autoScalingGroups: list(allow({ name: text })) }),
  health: allow({ issues: list(allow({ code: text, message: text, resourceIds: list(text) })) }),
} satisfies FieldsOf<Nodegroup>);
