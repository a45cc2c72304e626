import { defaultPercents, gracePeriodSeconds, STEADY_STATE_REPEATS_SECONDS } from '../../simulation/ecs/service-defaults.ts';
import { EVENTS_KEPT } from '../../simulation/ecs/service-events.ts';
import { STOP_TIMEOUT } from '../../simulation/ecs/container-input.ts';
import { secondsToHealthy, targetGroupDefaults, targetGroupRanges } from '../../simulation/network/target-group-defaults.ts';
import { decides } from '../../simulation/network/target-health.ts';
import type { CpuShareRow, PlacementRow, SplitRow, UtilizationRow } from './ecs-capacity-examples.ts';
import { cpuShareAnswer, fargateAnswer, placementAnswer, splitAnswer, utilizationAnswer } from './ecs-capacity-examples.ts';
import type { FailuresRow, RollingRow, ThresholdRow } from './ecs-deployment-examples.ts';
import { failuresAnswer, limitsAnswer, stepsAnswer, thresholdAnswer } from './ecs-deployment-examples.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

interface TargetGroupRow {
  readonly intervalSeconds?: number;
  readonly healthyThreshold?: number;
  readonly checksPassed?: number;
  readonly everHealthy?: boolean;
}

type Row =
  | ({ readonly kind: 'rolling-limits' | 'rolling-steps' } & RollingRow)
  | { readonly kind: 'defaults'; readonly schedulingStrategy?: keyof typeof defaultPercents }
  | ({ readonly kind: 'circuit-breaker-threshold' } & ThresholdRow)
  | ({ readonly kind: 'circuit-breaker-count' } & FailuresRow)
  | ({ readonly kind: 'capacity-split' } & SplitRow)
  | ({ readonly kind: 'target-group' } & TargetGroupRow)
  | ({ readonly kind: 'utilization' } & UtilizationRow)
  | ({ readonly kind: 'cpu-share' } & CpuShareRow)
  | ({ readonly kind: 'placement' } & PlacementRow)
  | { readonly kind: 'fargate-size'; readonly cpu: number; readonly memoryMiB?: number }
  | { readonly kind: 'canary' | 'linear' | 'code-deploy' | 'step-scaling' | 'service-scaling' | 'reservation' | 'circuit-breaker-run' };

const defaultsAnswer = (schedulingStrategy: keyof typeof defaultPercents = 'REPLICA') => ({
  ...defaultPercents[schedulingStrategy],
  defaultSeconds: gracePeriodSeconds.default,
  maximumSeconds: gracePeriodSeconds.maximum,
  seconds: STOP_TIMEOUT,
  events: EVENTS_KEPT,
  repeatSteadyStateSeconds: STEADY_STATE_REPEATS_SECONDS,
});

function targetGroupAnswer({ checksPassed = 0, everHealthy = false, ...given }: TargetGroupRow) {
  const { healthyThreshold } = { ...targetGroupDefaults, ...given };
  const group = { HealthyThresholdCount: healthyThreshold, UnhealthyThresholdCount: healthyThreshold };
  const healthy = decides(group, { passed: true, inARow: checksPassed, everHealthy });
  return { ...targetGroupDefaults, ...targetGroupRanges, seconds: secondsToHealthy(given), healthy };
}

/** Answers the table of ECS's own worked figures, as far as this version models what they are about. */
export const answerWorkedExamples: Answer = ({ given: row }) => {
  const given = givenAs<Row>(row);
  switch (given.kind) {
    case 'rolling-limits':
      return limitsAnswer(given);
    case 'rolling-steps':
      return stepsAnswer(given);
    case 'defaults':
      return defaultsAnswer(given.schedulingStrategy);
    case 'circuit-breaker-threshold':
      return thresholdAnswer(given);
    case 'circuit-breaker-count':
      return failuresAnswer(given);
    case 'capacity-split':
      return splitAnswer(given);
    case 'target-group':
      return targetGroupAnswer(given);
    case 'utilization':
      return utilizationAnswer(given);
    case 'cpu-share':
      return cpuShareAnswer(given);
    case 'placement':
      return placementAnswer(given);
    case 'fargate-size':
      return fargateAnswer(given);
    default:
      throw new Error(`Rows of kind ${given.kind} are about what this version leaves out.`);
  }
};
