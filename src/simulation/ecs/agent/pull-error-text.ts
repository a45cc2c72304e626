/** What the agent tells the reader to look at, by what the registry said. */
const hints: readonly (readonly [RegExp, string])[] = [
  [
    /denied: User: (.+) is not authorized to perform: ecr:BatchGetImage on resource/,
    'Check that the role has the permissions to pull images from the registry.',
  ],
  [/denied: requested access to the resource is denied/, 'Check whether the image exists.'],
  [/request canceled while waiting for connection/, 'Check your network configuration.'],
];

/** The errors that the agent puts a hint before. */
const hinted: readonly string[] = ['CannotPullContainerError', 'CannotPullECRContainerError'];

/** The text of a failed pull with the agent's hint before it, where it has one. */
export function withHint(message: string, errorName = 'CannotPullContainerError'): string {
  const hint = hinted.includes(errorName) ? hints.find(([pattern]) => pattern.test(message))?.[1] : undefined;
  return hint === undefined ? message : `The task can’t pull the image. ${hint} ${message}`;
}

/** The text without the addresses of image layers: they carry tokens. */
export const withoutLayerUrls = (message: string, image: string): string =>
  message.replace(/"?https\S+starport-layer-bucket\S+/g, () => `REDACTED ECR URL related to ${image}`);
