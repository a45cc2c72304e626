import type { ApiObject } from '../../../model/api-object.ts';
import type { Id } from '../../../model/json.ts';
import type { Kind } from '../../../model/kind.ts';
import { podIdentityProjectors } from '../../../model/project-pod-identity.ts';
import type { Domain, FaultRule } from '../../engine/domain.ts';
import { extended } from '../../engine/domain.ts';
import type { World } from '../../engine/world.ts';
import { eksDomain } from '../domain.ts';
import { eksApi } from '../eks-api.ts';
import { allOf, idIn, nameIn } from '../identity.ts';
import { find, typed } from '../store.ts';
import { associationOf, associationOperations } from './association.ts';
import { AGENT_ABSENT, askIdentity, METADATA_CLOSED, NO_OIDC_PROVIDER, TOKEN_KEPT } from './caller-identity.ts';
import { mutatePod, ROLE_ARN, wayOf } from './webhook.ts';

/** A new pod after the webhook of EKS. A pod that is there is not changed by what comes later. */
function admit(object: ApiObject, world: World): ApiObject {
  const pod = typed('Pod', object)?.body;
  if (pod === undefined) return object;
  const { namespace = 'default' } = pod.metadata;
  const name = pod.spec.serviceAccountName ?? 'default';
  const account = find(world, 'ServiceAccount', idIn(world, 'ServiceAccount', { namespace, name }))?.body;
  const way = wayOf(account?.metadata.annotations?.[ROLE_ARN], associationOf(world, namespace, name) !== undefined);
  return { ...object, body: mutatePod(pod, way) };
}

/** A fault that is read when a pod asks. */
const readLater = (broken: (name: string) => string, mended: (name: string) => string): FaultRule => ({
  text: (target: Id, on) => (on ? broken(nameIn(target)) : mended(nameIn(target))),
  effects: () => [],
});

const owners: Readonly<Partial<Record<Kind, Id>>> = {
  'eks-pod-identity-association': allOf('PodIdentityAssociation'),
  'k8s-namespace': allOf('Namespace'),
  'k8s-service-account': allOf('ServiceAccount'),
};

/** Kubernetes on EKS where pods need credentials of AWS: IRSA, Pod Identity, and the role of the node. */
export const podIdentityDomain: Domain = extended(eksDomain, {
  projectors: podIdentityProjectors,
  apis: { clients: askIdentity, eks: eksApi(associationOperations) },
  faults: {
    [AGENT_ABSENT]: readLater(
      (name) => `remove the add-on eks-pod-identity-agent from ${name}`,
      (name) => `add eks-pod-identity-agent to ${name}`,
    ),
    [NO_OIDC_PROVIDER]: readLater(
      (name) => `delete the OIDC provider of ${name}`,
      (name) => `create the OIDC provider of ${name}`,
    ),
    [TOKEN_KEPT]: readLater(
      (name) => `let ${name} keep its first token until it has run out`,
      (name) => `let ${name} read its token anew`,
    ),
    [METADATA_CLOSED]: readLater(
      (name) => `set the hop limit of ${name} to 1`,
      (name) => `set the hop limit of ${name} to 2`,
    ),
  },
  admit,
  ownerOf: ({ kind }) => owners[kind],
});
