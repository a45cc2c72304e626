import type { ApiCall } from '../../src/model/api-call.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { changeLoad, ecsCommand, setDesiredCount, stopTask, updateService } from '../../src/simulation/ecs/offers.ts';

const elb = (operation: string, TargetGroupArn: string, input: JsonObject): ApiCall => ({
  api: 'elbv2',
  operation,
  input: { TargetGroupArn, ...input },
});

const DELAY = 'deregistration_delay.timeout_seconds';

/** What a reader may do: to the checks, to the way out, and to the service. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'set-check-interval',
    label: 'Change interval',
    on: 'elbv2-target-group',
    choice: {
      type: 'option',
      label: 'Time between checks',
      options: [
        { value: '30', label: '30 seconds' },
        { value: '10', label: '10 seconds' },
        { value: '5', label: '5 seconds' },
      ],
    },
    call: ({ id }, _, value) => elb('ModifyTargetGroup', id, { HealthCheckIntervalSeconds: Number(value) }),
    command: ({ id }, _, value) => `aws elbv2 modify-target-group --target-group-arn ${id} --health-check-interval-seconds ${value}`,
  },
  {
    id: 'set-unhealthy-threshold',
    label: 'Change threshold',
    on: 'elbv2-target-group',
    choice: {
      type: 'option',
      label: 'Failed checks until unhealthy',
      options: [
        { value: '5', label: '5 checks' },
        { value: '2', label: '2 checks' },
      ],
    },
    call: ({ id }, _, value) => elb('ModifyTargetGroup', id, { UnhealthyThresholdCount: Number(value) }),
    command: ({ id }, _, value) => `aws elbv2 modify-target-group --target-group-arn ${id} --unhealthy-threshold-count ${value}`,
  },
  {
    id: 'set-deregistration-delay',
    label: 'Change deregistration delay',
    on: 'elbv2-target-group',
    choice: {
      type: 'option',
      label: 'Time to drain',
      options: [
        { value: '60', label: '60 seconds' },
        { value: '15', label: '15 seconds' },
        { value: '0', label: 'none' },
      ],
    },
    call: ({ id }, _, value) => elb('ModifyTargetGroupAttributes', id, { Attributes: [{ Key: DELAY, Value: value }] }),
    command: ({ id }, _, value) =>
      `aws elbv2 modify-target-group-attributes --target-group-arn ${id} --attributes Key=${DELAY},Value=${value}`,
  },
  {
    id: 'set-grace-period',
    label: 'Change grace period',
    on: 'ecs-service',
    choice: {
      type: 'option',
      label: 'Health check grace period',
      options: [
        { value: '120', label: '120 seconds' },
        { value: '0', label: 'none' },
      ],
    },
    call: ({ name }, _, value) => updateService(name, { healthCheckGracePeriodSeconds: Number(value) }),
    command: ({ name }, _, value) => ecsCommand('update-service', `--service ${name} --health-check-grace-period-seconds ${value}`),
  },
  changeLoad,
  setDesiredCount(6),
  stopTask,
];
