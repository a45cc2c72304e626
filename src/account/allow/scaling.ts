import type { ScalableTarget } from '@aws-sdk/client-application-auto-scaling';
import type { FieldsOf } from './fields.ts';
import { allow, flag, number, text, time } from './fields.ts';

/** What is kept of an element of `aws application-autoscaling describe-scalable-targets`. Never here: the role. */
export const scalableTarget = allow({
  ScalableTargetARN: text,
  ServiceNamespace: text,
  ResourceId: text,
  ScalableDimension: text,
  MinCapacity: number,
  MaxCapacity: number,
  CreationTime: time,
  SuspendedState: allow({ DynamicScalingInSuspended: flag, DynamicScalingOutSuspended: flag, ScheduledScalingSuspended: flag }),
} satisfies FieldsOf<ScalableTarget>);
