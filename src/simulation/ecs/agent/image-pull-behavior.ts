/** The values of ECS_IMAGE_PULL_BEHAVIOR. */
export const imagePullBehaviors = ['default', 'always', 'once', 'prefer-cached'] as const;

/** When the agent pulls an image, and whether one on the host will do. */
export type ImagePullBehavior = (typeof imagePullBehaviors)[number];

/** What the agent knows of an image before it pulls. */
export interface HostImage {
  readonly pulledBefore?: boolean;
  readonly lastPullSucceeded?: boolean;
  readonly onHost?: boolean;
}

/** Whether the image is pulled; with `once`, one that came with the host and was never pulled is pulled too. */
export function isPullNeeded(
  behavior: ImagePullBehavior,
  { pulledBefore = false, lastPullSucceeded = false, onHost = false }: HostImage,
): boolean {
  if (behavior === 'once') return !(pulledBefore && lastPullSucceeded);
  return behavior !== 'prefer-cached' || !onHost;
}

/** Whether a failed pull stops the task, however little essential the container is; otherwise the agent tries to run it anyway. */
export const failedPullStopsTask = (behavior: ImagePullBehavior): boolean => behavior === 'always' || behavior === 'once';

/** The name of what went wrong: running out of time has a name of its own. */
export const failureName = (cause: string, otherwise: string): string =>
  cause.includes('deadline exceeded') ? 'DockerTimeoutError' : otherwise;

/** A pull as it went: the pull itself, then giving the image its tag. */
export interface PullAttempt {
  readonly pullUpfront: boolean;
  readonly imagePullBehavior: ImagePullBehavior;
  readonly pullError: string | null;
  readonly tagError: string | null;
}

/** What a pull comes to. An agent that pulls upfront takes an image on the host instead, unless it is to pull always. */
export function pullOutcome({ pullUpfront, imagePullBehavior, pullError, tagError }: PullAttempt): {
  readonly errorName: string | null;
  readonly looksForCachedImage: boolean;
  readonly countsAsPulled: boolean;
} {
  const errorName = pullError ?? (tagError === null ? null : failureName(tagError, 'CannotPullContainerError'));
  const looksForCachedImage = errorName !== null && pullUpfront && imagePullBehavior !== 'always';
  return { errorName, looksForCachedImage, countsAsPulled: errorName === null || looksForCachedImage };
}
