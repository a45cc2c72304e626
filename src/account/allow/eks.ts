import type { AccessEntry, AssociatedAccessPolicy, Cluster, Nodegroup, Update } from '@aws-sdk/client-eks';
import * as z from 'zod/mini';
import type { FieldsOf } from './fields.ts';
import { allow, flag, list, number, text, time } from './fields.ts';

/** What EKS says is wrong with a cluster or a part of it. */
export const health = allow({ issues: list(allow({ code: text, message: text, resourceIds: list(text) })) });

/** What is kept of `aws eks describe-cluster`. Never here: certificate data, client request tokens, tags. */
export const cluster = allow({
  name: text,
  arn: text,
  createdAt: time,
  version: text,
  platformVersion: text,
  endpoint: text,
  status: text,
  resourcesVpcConfig: allow({ endpointPublicAccess: flag, endpointPrivateAccess: flag, publicAccessCidrs: list(text) }),
  logging: allow({ clusterLogging: list(allow({ types: list(text), enabled: flag })) }),
  accessConfig: allow({ authenticationMode: text }),
  computeConfig: allow({ enabled: flag, nodePools: list(text) }),
  upgradePolicy: allow({ supportType: text }),
  deletionProtection: flag,
  health,
} satisfies FieldsOf<Cluster>);

const associatedPolicy = allow({
  policyArn: text,
  accessScope: allow({ type: text, namespaces: list(text) }),
} satisfies FieldsOf<AssociatedAccessPolicy>);

/** What is kept of `aws eks describe-access-entry`, with what `list-associated-access-policies` prints beside it. */
export const accessEntry = z.extend(
  allow({
    clusterName: text,
    principalArn: text,
    accessEntryArn: text,
    username: text,
    kubernetesGroups: list(text),
    type: text,
    createdAt: time,
  } satisfies FieldsOf<AccessEntry>),
  { associatedAccessPolicies: z.optional(list(associatedPolicy)) },
);

/** What is kept of `aws iam get-role`. Never here: the trust policy, tags. */
export const role = allow({ RoleName: text, Arn: text, Description: text, CreateDate: time });

/** What is kept of `aws ec2 describe-availability-zones`. */
export const zone = allow({ ZoneName: text, RegionName: text, State: text });

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
  updateConfig: allow({ maxUnavailable: number, maxUnavailablePercentage: number, updateStrategy: text }),
  instanceTypes: list(text),
  amiType: text,
  diskSize: number,
  resources: allow({ autoScalingGroups: list(allow({ name: text })) }),
  health,
} satisfies FieldsOf<Nodegroup>);

/** What is kept of `aws eks describe-update`, and of what it is. Never here: client request tokens, which some params hold. */
export const update = z.extend(
  allow({
    id: text,
    status: text,
    type: text,
    createdAt: time,
    errors: list(allow({ errorCode: text, errorMessage: text, resourceIds: list(text) })),
  } satisfies FieldsOf<Update>),
  { clusterName: z.optional(text), nodegroupName: z.optional(text), addonName: z.optional(text) }, // the command's own arguments
);

/** What is kept of `aws autoscaling describe-auto-scaling-groups`. Never here: tags. */
export const autoScalingGroup = allow({
  AutoScalingGroupName: text,
  AutoScalingGroupARN: text,
  MinSize: number,
  MaxSize: number,
  DesiredCapacity: number,
  AvailabilityZones: list(text),
  Instances: list(allow({ InstanceId: text, AvailabilityZone: text, LifecycleState: text, HealthStatus: text })),
  CreatedTime: time,
  Status: text,
});

/** What is kept of a connection that was tried. */
export const flow = allow({
  from: text,
  to: text,
  port: number,
  protocol: text,
  triedAt: time,
  allowed: flag,
  because: text,
  decidedBy: list(text),
  ends: list(text),
});
