import type { Kind } from '../kind.ts';

/** The reasons that stand beside a status: rollout states, stop codes, update statuses, target reasons. */
export const ecsReasons: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  'ecs-service': ['IN_PROGRESS', 'COMPLETED', 'FAILED'],
  'ecs-task': [
    'TaskFailedToStart',
    'EssentialContainerExited',
    'UserInitiated',
    'ServiceSchedulerInitiated',
    'SpotInterruption',
    'TerminationNotice',
    'InfrastructureHealth',
  ],
  'ecs-capacity-provider': ['CREATE', 'UPDATE', 'DELETE'].flatMap((what) =>
    ['IN_PROGRESS', 'COMPLETE', 'FAILED'].map((how) => `${what}_${how}`),
  ),
  'elbv2-target': [
    'Elb.RegistrationInProgress',
    'Elb.InitialHealthChecking',
    'Elb.InternalError',
    'Target.ResponseCodeMismatch',
    'Target.Timeout',
    'Target.FailedHealthChecks',
    'Target.NotRegistered',
    'Target.NotInUse',
    'Target.InvalidState',
    'Target.IpUnusable',
    'Target.DeregistrationInProgress',
    'Target.HealthCheckDisabled',
  ],
};

const healths = ['HEALTHY', 'UNHEALTHY', 'UNKNOWN'] as const;

/** The healths of those kinds that have one. */
export const ecsHealths: Readonly<Partial<Record<Kind, readonly string[]>>> = { 'ecs-task': healths, 'ecs-container': healths };
