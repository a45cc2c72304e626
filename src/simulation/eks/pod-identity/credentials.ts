import type { Pod } from '../objects.ts';
import type { TrustPolicy } from './trust-policy.ts';
import { trusts } from './trust-policy.ts';

/** An IAM role as far as it matters who may assume it. */
export interface Role {
  readonly arn: string;
  readonly trust: TrustPolicy;
}

/** What there is around a pod that asks for credentials. */
export interface Surroundings {
  /** The issuer of the cluster's tokens, without `https://`. */
  readonly issuer: string;
  /** The ARN of the IAM OIDC provider for that issuer, if there is one. */
  readonly oidcProvider: string | undefined;
  readonly roles: readonly Role[];
  /** The role of the association of the pod's service account, if there is one. */
  readonly associatedRole: string | undefined;
  readonly agentRuns: boolean;
  /** Whether the process uses a token that has run out. */
  readonly tokenIsExpired: boolean;
  /** The role of the node, where pods reach its instance metadata. */
  readonly nodeRole: string | undefined;
}

/** The way by which credentials came, or did not. */
export type Source = 'IRSA' | 'Pod Identity' | 'Instance metadata' | 'None';

/** Who a pod is to AWS, or the error that its SDK meets. */
export type Credentials =
  | { readonly ok: true; readonly source: Source; readonly roleArn: string }
  | { readonly ok: false; readonly source: Source; readonly code: string; readonly message: string };

const failed = (source: Source, code: string, message: string): Credentials => ({ ok: false, source, code, message });
const assumed = (source: Source, roleArn: string): Credentials => ({ ok: true, source, roleArn });

/** The environment of a pod, as the SDKs read it: that of its first container. */
const variable = ({ spec }: Pod, name: string): string | undefined => spec.containers[0]?.env?.find((one) => one.name === name)?.value;

const calling = (operation: string, code: string, message: string): string =>
  `An error occurred (${code}) when calling the ${operation} operation: ${message}`;

/** IRSA: STS checks the token against the OIDC provider, and its claims against the trust policy of the role. */
function byWebIdentity({ metadata, spec }: Pod, roleArn: string, around: Surroundings): Credentials {
  const refused = (code: string, message: string): Credentials => failed('IRSA', code, calling('AssumeRoleWithWebIdentity', code, message));
  const { issuer, oidcProvider, roles, tokenIsExpired } = around;
  if (oidcProvider === undefined) {
    return refused('InvalidIdentityToken', `No OpenIDConnect provider found in your account for https://${issuer}`);
  }
  if (tokenIsExpired) return refused('ExpiredTokenException', 'Token expired: the current time must be before the expiration time');
  const sub = `system:serviceaccount:${metadata.namespace ?? 'default'}:${spec.serviceAccountName ?? 'default'}`;
  const caller = {
    principal: { Federated: oidcProvider },
    claims: { [`${issuer}:sub`]: sub, [`${issuer}:aud`]: 'sts.amazonaws.com' },
  };
  const role = roles.find(({ arn }) => arn === roleArn);
  if (role !== undefined && trusts(role.trust, caller, 'sts:AssumeRoleWithWebIdentity')) return assumed('IRSA', roleArn);
  return refused('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
}

const asPods = { principal: { Service: 'pods.eks.amazonaws.com' }, claims: {} } as const;

/** Pod Identity: the agent of the node hands the token to EKS, which looks for an association and assumes its role. */
function byAgent({ agentRuns, associatedRole, roles, tokenIsExpired }: Surroundings): Credentials {
  const refused = (code: string, message: string): Credentials =>
    failed('Pod Identity', code, calling('AssumeRoleForPodIdentity', code, message));
  if (!agentRuns)
    return failed('Pod Identity', 'CredentialRetrievalError', 'Could not connect to the endpoint http://169.254.170.23/v1/credentials');
  if (tokenIsExpired) return refused('ExpiredTokenException', 'The token has expired');
  if (associatedRole === undefined) return refused('ResourceNotFoundException', 'No association was found for the service account');
  const role = roles.find(({ arn }) => arn === associatedRole);
  const isTrusted = role !== undefined && ['sts:AssumeRole', 'sts:TagSession'].every((action) => trusts(role.trust, asPods, action));
  if (isTrusted) return assumed('Pod Identity', associatedRole);
  return refused('AccessDeniedException', 'EKS does not have permissions to assume the associated role');
}

/**
 * Goes through the places where an SDK looks for credentials, in its order: the web identity token, the container credentials,
 * the metadata of the instance. The first place that the pod is set up for decides, also when it fails.
 */
export function credentialsOf(pod: Pod, around: Surroundings): Credentials {
  const roleArn = variable(pod, 'AWS_ROLE_ARN');
  if (roleArn !== undefined && variable(pod, 'AWS_WEB_IDENTITY_TOKEN_FILE') !== undefined) return byWebIdentity(pod, roleArn, around);
  if (variable(pod, 'AWS_CONTAINER_CREDENTIALS_FULL_URI') !== undefined) return byAgent(around);
  if (around.nodeRole !== undefined) return assumed('Instance metadata', around.nodeRole);
  return failed('None', 'NoCredentials', 'Unable to locate credentials');
}
