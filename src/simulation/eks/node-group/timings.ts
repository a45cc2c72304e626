/**
 * Durations in ms that nobody publishes, chosen for this model and shown as illustrative.
 * Those that EKS documents stand beside the rule that uses them.
 */
export const nodeGroupTimings = {
  /** From the order of an update to the first new instance: a launch template version, the sizes of the group. */
  setup: 8_000,
  /** From the launch of an instance until its kubelet registers the node. */
  boot: { least: 25_000, spread: 15_000 },
  /** From the order to terminate an instance until it is gone. */
  termination: 8_000,
  /** From the failure of an instance until its status check has told the Auto Scaling group. */
  statusCheck: 120_000,
  /** From a launch that failed to the next. */
  relaunch: 60_000,
  /** Until the pods of a machine that is gone are deleted. */
  orphans: 40_000,
  /** Until an update gives up on nodes that do not join. */
  join: 900_000,
  /** Between two steps of the scale down. */
  step: 1_000,
} as const;
