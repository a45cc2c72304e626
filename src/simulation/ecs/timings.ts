import type { Millis } from '../../model/json.ts';

/*
 * Durations that AWS does not publish: `model` in the sense of the facts. They give the right order and a bearable
 * length, and are shown to the reader as illustrative.
 */

/** The service scheduler looks at a service at most this often, and only after something changed. */
export const SCHEDULER_PASS: Millis = 2_000;

/** How many tasks the scheduler starts, and stops, in one pass. */
export const TASKS_PER_PASS = 100;

/** Making a network interface: on an instance, and with the whole of the capacity on Fargate. */
export const NETWORK_INTERFACE: Readonly<Record<'EC2' | 'FARGATE', Millis>> = { EC2: 2_000, FARGATE: 8_000 };

/** Until the agent has taken a task up. */
export const AGENT_ACCEPTS: Millis = 1_000;

/** Pulling an image, before chance makes it shorter or longer. */
export const IMAGE_PULL: Readonly<Record<'EC2' | 'FARGATE', Millis>> = { EC2: 6_000, FARGATE: 12_000 };

/** Until a pull that cannot succeed is given up. */
export const IMAGE_PULL_FAILS: Millis = 3_000;

/** Creating and starting a container. */
export const CONTAINER_START: Millis = 1_500;

/** How long a job works before it exits. */
export const JOB_RUNS: Millis = 6_000;

/** Until the process of a container has ended after SIGTERM. It handles the signal, so stopTimeout is not used up. */
export const PROCESS_END: Millis = 2_000;

/** Taking the network interface away. */
export const DEPROVISION: Millis = 2_000;

/** A stopped task stays visible so long; ECS keeps it for at least an hour. */
export const STOPPED_VISIBLE: Millis = 60_000;

/** How long a task is shown as DELETED. */
export const DELETED_VISIBLE: Millis = 1_000;

/** Registering an instance, with its trunk network interface. */
export const INSTANCE_REGISTERS: Millis = 8_000;

/** Taking the trunk network interface of an instance away when it is deregistered. */
export const INSTANCE_DEREGISTERS: Millis = 5_000;

/** From the end of an instance until ECS sees that its agent is gone. */
export const AGENT_LOST: Millis = 5_000;

/** From then until ECS knows that the instance was terminated. */
export const TERMINATION_KNOWN: Millis = 10_000;

/** The throttled restarts of a service: the first wait, doubled for each further failure. */
export const FIRST_RESTART_WAIT: Millis = 1_000;

/** Failures to start in a row before the service says that it cannot start tasks consistently. */
export const IMPAIRED_AFTER = 3;
