import type { Id } from '../../../model/json.ts';
import type { ApiObject } from '../../../model/api-object.ts';
import type { World } from '../../engine/world.ts';
import { ownedBy } from '../../engine/world.ts';
import { allOf, kubeId } from '../identity.ts';

/** An access policy that an entry has, and where it holds. */
export type AssociatedPolicy = {
  readonly policyArn: string;
  readonly accessScope: { readonly type: 'cluster' | 'namespace'; readonly namespaces: readonly string[] };
};

/** An access entry as `aws eks describe-access-entry` prints it, with what `list-associated-access-policies` prints for it. */
export type AccessEntry = {
  readonly clusterName: string;
  readonly principalArn: string;
  readonly accessEntryArn: string;
  readonly username: string;
  readonly kubernetesGroups: readonly string[];
  readonly type: string;
  readonly createdAt: string;
  readonly associatedAccessPolicies: readonly AssociatedPolicy[];
};

/** Bindings name users by their name and not by an ARN; so does the id of an entry. */
export const entryObject = (body: AccessEntry): ApiObject => ({
  id: kubeId(body.clusterName, 'User', '', body.username),
  kind: 'eks-access-entry',
  body,
});

/** The entry of a principal, of which there is at most one. */
export function entryOf(world: World, principal: Id): AccessEntry | undefined {
  for (const { body } of ownedBy(world, allOf('AccessEntry'))) {
    const entry = body as AccessEntry; // only entryObject makes objects of this kind
    if (entry.principalArn === principal) return entry;
  }
  return undefined;
}
