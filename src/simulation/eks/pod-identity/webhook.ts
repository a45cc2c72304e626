import type { Container, Pod } from '../objects.ts';

/** The annotation of a service account that names the IAM role of its pods. */
export const ROLE_ARN = 'eks.amazonaws.com/role-arn';

/** The address at which the EKS Pod Identity agent of a node answers. */
export const AGENT_URI = 'http://169.254.170.23/v1/credentials';

/** How long a token is valid that the webhook asks for, and that its kubelet renews before. */
const EXPIRATION_SECONDS = 86_400;

/** Which of the two ways a pod was set up for. */
export type Way = { readonly type: 'Pod Identity' } | { readonly type: 'IRSA'; readonly roleArn: string };

interface Injection {
  readonly volume: string;
  readonly audience: string;
  readonly directory: string;
  readonly file: string;
  readonly env: (token: string) => Readonly<Record<string, string>>;
}

const podIdentity: Injection = {
  volume: 'eks-pod-identity-token',
  audience: 'pods.eks.amazonaws.com',
  directory: '/var/run/secrets/pods.eks.amazonaws.com/serviceaccount',
  file: 'eks-pod-identity-token',
  env: (token) => ({ AWS_CONTAINER_CREDENTIALS_FULL_URI: AGENT_URI, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: token }),
};

const irsa = (roleArn: string): Injection => ({
  volume: 'aws-iam-token',
  audience: 'sts.amazonaws.com',
  directory: '/var/run/secrets/eks.amazonaws.com/serviceaccount',
  file: 'token',
  env: (token) => ({ AWS_ROLE_ARN: roleArn, AWS_WEB_IDENTITY_TOKEN_FILE: token, AWS_STS_REGIONAL_ENDPOINTS: 'regional' }),
});

/** What the EKS pod identity webhook adds to a new pod: a token of its service account, and the variables that the SDKs read. */
export function mutatePod(pod: Pod, way: Way | undefined): Pod {
  if (way === undefined) return pod;
  const { volume, audience, directory, file, env } = way.type === 'IRSA' ? irsa(way.roleArn) : podIdentity;
  const added = Object.entries(env(`${directory}/${file}`)).map(([name, value]) => ({ name, value }));
  const withToken = (container: Container): Container => ({
    ...container,
    env: [...(container.env ?? []), ...added],
    volumeMounts: [...(container.volumeMounts ?? []), { name: volume, mountPath: directory, readOnly: true }],
  });
  const token = { serviceAccountToken: { audience, expirationSeconds: EXPIRATION_SECONDS, path: file } };
  return {
    ...pod,
    spec: {
      ...pod.spec,
      containers: pod.spec.containers.map(withToken),
      volumes: [...(pod.spec.volumes ?? []), { name: volume, projected: { sources: [token] } }],
    },
  };
}

/** The way that a new pod is set up for. An association goes before an annotation: the webhook adds one of the two. */
export function wayOf(roleArn: string | undefined, isAssociated: boolean): Way | undefined {
  if (isAssociated) return { type: 'Pod Identity' };
  return roleArn === undefined ? undefined : { type: 'IRSA', roleArn };
}
