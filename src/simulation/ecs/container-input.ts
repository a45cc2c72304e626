import type { Id, Millis } from '../../model/json.ts';
import type { RestartPolicy } from './agent/restart-policy.ts';
import type { Managed } from './agent/managed-task.ts';
import type { LogInput } from './log-driver.ts';
import { logOf } from './log-driver.ts';
import type { TaskDefinitionBody } from './objects.ts';

/** A container health check, in milliseconds. */
export interface Check {
  readonly interval: Millis;
  readonly retries: number;
  readonly startPeriod: Millis;
}

/** What a container is begun with: what its definition says of it. */
export interface ContainerInput extends Managed {
  readonly task: Id;
  readonly launchType: 'EC2' | 'FARGATE';
  /** From SIGTERM to SIGKILL. */
  readonly stopTimeout: Millis;
  readonly check?: Check;
  readonly restartPolicy?: RestartPolicy;
  readonly log?: LogInput;
}

/** A container of a task definition. */
export type ContainerDefinition = TaskDefinitionBody['containerDefinitions'][number];

/** The defaults of a container health check, in seconds. */
const CHECK_DEFAULTS = { interval: 30, retries: 3, startPeriod: 0 };

/** SIGKILL follows SIGTERM after this, in seconds, where a container sets no stopTimeout. */
export const STOP_TIMEOUT = 30;

/** A restart policy without a period gets this one from ECS, in seconds. */
const RESTART_ATTEMPT_PERIOD = 300;

function checkOf({ healthCheck }: ContainerDefinition): Check | undefined {
  if (healthCheck === undefined) return undefined;
  const { interval, retries, startPeriod } = { ...CHECK_DEFAULTS, ...healthCheck };
  return { interval: (interval ?? 0) * 1000, retries: retries ?? 0, startPeriod: (startPeriod ?? 0) * 1000 };
}

function policyOf({ restartPolicy }: ContainerDefinition): RestartPolicy | undefined {
  if (restartPolicy?.enabled !== true) return undefined;
  const { ignoredExitCodes = [], restartAttemptPeriod = RESTART_ATTEMPT_PERIOD } = restartPolicy;
  return { enabled: true, ignoredExitCodes, restartAttemptPeriod };
}

/** What the agent needs to know of a container, read from its definition with the defaults of ECS. */
export function containerInput(definition: ContainerDefinition, task: Id, launchType: 'EC2' | 'FARGATE'): ContainerInput {
  const { name = '', image = '', essential = true, dependsOn = [], startTimeout, stopTimeout = STOP_TIMEOUT } = definition;
  const check = checkOf(definition);
  const restartPolicy = policyOf(definition);
  const log = logOf(definition);
  return {
    task,
    name,
    image,
    launchType,
    essential,
    stopTimeout: stopTimeout * 1000,
    ...(dependsOn.length === 0
      ? {}
      : { dependsOn: dependsOn.map(({ containerName = '', condition = '' }) => ({ containerName, condition })) }),
    ...(startTimeout === undefined ? {} : { startTimeout }),
    ...(check === undefined ? {} : { check, healthCheck: true }),
    ...(restartPolicy === undefined ? {} : { restartPolicy }),
    ...(log === undefined ? {} : { log }),
  };
}
