import type { ApiCall, Reply } from '../../../model/api-call.ts';
import type { ApiObject } from '../../../model/api-object.ts';
import { textAt } from '../../../model/eks/read.ts';
import type { Answer } from '../../engine/domain.ts';
import { put } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { hasFault, isoTime } from '../../engine/world.ts';
import { clusterArn, nameIn } from '../identity.ts';
import type { Pod } from '../objects.ts';
import { isReady } from '../objects.ts';
import type { Stored } from '../store.ts';
import { nodeIdOf, typed } from '../store.ts';
import { associationOf } from './association.ts';
import type { Role, Surroundings } from './credentials.ts';
import { credentialsOf } from './credentials.ts';
import type { TrustPolicy } from './trust-policy.ts';

/** The fault of a cluster without the add-on eks-pod-identity-agent. */
export const AGENT_ABSENT = 'agent-absent';
/** The fault of a cluster for whose issuer IAM has no OIDC provider. */
export const NO_OIDC_PROVIDER = 'oidc-provider-missing';
/** The fault of a pod whose process keeps a token that has run out. */
export const TOKEN_KEPT = 'token-kept';
/** The fault of a node whose instance metadata answers no pod. */
export const METADATA_CLOSED = 'metadata-closed';

/** The role of the nodes. */
export const NODE_ROLE = 'node-role';

/** The first pod of `namespace/workload` that is ready and stays. */
const podOf = (world: World, word: string): Stored<'Pod'> | undefined =>
  [...world.objects.values()]
    .flatMap((object) => typed('Pod', object) ?? [])
    .find(({ body: { metadata, ...rest } }) => {
      const name = `${metadata.namespace ?? 'default'}/${metadata.name}`;
      const isOfIt = name === word || name.startsWith(`${word}-`);
      return isOfIt && metadata.deletionTimestamp === undefined && isReady({ metadata, ...rest });
    });

const rolesOf = (world: World): readonly Role[] =>
  [...world.objects.values()].flatMap(({ id, kind, body }) => {
    const trust = body['AssumeRolePolicyDocument'];
    return kind === 'iam-role' && trust !== undefined ? [{ arn: id, trust: trust as unknown as TrustPolicy }] : []; // put there by scenarios
  });

/** What there is around a pod in a world. */
function surroundings(world: World, id: string, pod: Pod): Surroundings {
  const cluster = clusterArn(world);
  const [, , , , account = ''] = cluster.split(':');
  const issuer = (textAt(world.objects.get(cluster)?.body, 'identity', 'oidc', 'issuer') ?? '').replace('https://', '');
  const roles = rolesOf(world);
  const node = nodeIdOf(world, pod);
  const isClosed = node === undefined || hasFault(world, METADATA_CLOSED, node);
  return {
    issuer,
    oidcProvider: hasFault(world, NO_OIDC_PROVIDER, cluster) ? undefined : `arn:aws:iam::${account}:oidc-provider/${issuer}`,
    roles,
    associatedRole: associationOf(world, pod.metadata.namespace ?? 'default', pod.spec.serviceAccountName ?? 'default')?.roleArn,
    agentRuns: !hasFault(world, AGENT_ABSENT, cluster),
    tokenIsExpired: hasFault(world, TOKEN_KEPT, id),
    nodeRole: isClosed ? undefined : roles.find(({ arn }) => nameIn(arn) === NODE_ROLE)?.arn,
  };
}

const sessions = { IRSA: 'botocore-session', 'Pod Identity': 'eks-drydock', 'Instance metadata': 'i-instance', None: '' } as const;

/** What `aws sts get-caller-identity` says in a pod: input `pod` as `namespace/workload`. The last answer of each is kept. */
export function askIdentity(call: ApiCall, world: World): Answer {
  if (call.api !== 'clients') throw new Error(`Who a pod is was asked of api ${call.api}; send a call of api clients.`);
  const word = textAt(call.input, 'pod') ?? '';
  const text = `ask AWS who ${word} is`;
  const pod = podOf(world, word);
  if (pod === undefined) {
    const reply: Reply = { ok: false, body: { message: `No pod of ${word} is ready; wait for one.` } };
    return { reply, effects: [], about: clusterArn(world), text };
  }
  const found = credentialsOf(pod.body, surroundings(world, pod.id, pod.body));
  const answer = found.ok
    ? { Arn: `${found.roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${sessions[found.source]}` }
    : { code: found.code, message: found.message };
  const body = { pod: pod.id, workload: word, source: found.source, askedAt: isoTime(world), ...answer };
  const object: ApiObject = { id: identityId(word), kind: 'sts-caller-identity', body };
  return { reply: { ok: found.ok, body }, effects: [put(object)], about: pod.id, text };
}

/** The id under which the last answer to a workload is kept. */
export const identityId = (word: string): string => `caller:${word}`;
