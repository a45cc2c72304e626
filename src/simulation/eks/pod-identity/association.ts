import type { ApiObject } from '../../../model/api-object.ts';
import { textAt } from '../../../model/eks/read.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { Answer } from '../../engine/domain.ts';
import { put, remove } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { hexId, isoTime, ownedBy } from '../../engine/world.ts';
import type { Operation } from '../eks-api.ts';
import { refusal } from '../eks-api.ts';
import { allOf, clusterArn, nameIn } from '../identity.ts';

/** A pod identity association as `aws eks describe-pod-identity-association` prints it. */
export type Association = {
  readonly clusterName: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly roleArn: string;
  readonly associationArn: string;
  readonly associationId: string;
  readonly createdAt: string;
};

const associationsOf = (world: World): readonly Association[] =>
  [...ownedBy(world, allOf('PodIdentityAssociation'))].map(({ body }) => body as unknown as Association); // only this file writes them

/** The association of a service account, if there is one. */
export const associationOf = (world: World, namespace: string, serviceAccount: string): Association | undefined =>
  associationsOf(world).find((one) => one.namespace === namespace && one.serviceAccount === serviceAccount);

/** An association as an object of a world. */
export const associationObject = (association: Association): ApiObject => ({
  id: association.associationArn,
  kind: 'eks-pod-identity-association',
  body: association,
});

function create(world: World, input: JsonObject): Answer {
  const about = clusterArn(world);
  const [namespace = '', serviceAccount = '', roleArn = ''] = ['namespace', 'serviceAccount', 'roleArn'].map((field) =>
    textAt(input, field),
  );
  const text = `associate ${namespace}/${serviceAccount} with ${nameIn(roleArn)}`;
  const former = associationOf(world, namespace, serviceAccount);
  if (former !== undefined) {
    const message = `Association already exists: ${former.associationId}`;
    return { reply: refusal('ResourceInUseException', message), effects: [], about, text };
  }
  const associationId = `a-${hexId(world, `association ${world.seq}`, 17)}`;
  const association: Association = {
    clusterName: nameIn(about),
    namespace,
    serviceAccount,
    roleArn,
    associationArn: `${about.replace(':cluster/', ':podidentityassociation/')}/${associationId}`,
    associationId,
    createdAt: isoTime(world),
  };
  return { reply: { ok: true, body: { association } }, effects: [put(associationObject(association))], about, text };
}

function erase(world: World, input: JsonObject): Answer {
  const about = clusterArn(world);
  const id = textAt(input, 'associationId') ?? '';
  const association = associationsOf(world).find(({ associationId }) => associationId === id);
  const text = `delete the association ${id}`;
  if (association === undefined) {
    return { reply: refusal('ResourceNotFoundException', `No association found for id: ${id}`), effects: [], about, text };
  }
  return { reply: { ok: true, body: { association } }, effects: [remove(association.associationArn)], about, text };
}

/** What the EKS API does with associations. */
export const associationOperations: Readonly<Record<string, Operation>> = {
  CreatePodIdentityAssociation: create,
  DeletePodIdentityAssociation: erase,
};
