import type { Id } from '../../../model/json.ts';
import type { World } from '../../engine/world.ts';
import { hasFault } from '../../engine/world.ts';
import { typed } from '../store.ts';
import type { AssociatedPolicy } from './access-entry.ts';
import { entryOf } from './access-entry.ts';

/** The fault of a caller whose token has run out. */
export const TOKEN_EXPIRED = 'token-expired';

/** Who asks, as the API server knows it. */
export interface Identity {
  readonly username: string;
  readonly groups: readonly string[];
  /** For an IAM principal, its ARN and the access policies of its entry. */
  readonly principal?: Id;
  readonly policies?: readonly AssociatedPolicy[];
}

const EVERYBODY = 'system:authenticated';

/** Who a caller is: an IAM role by its access entry, a service account by its token. Undefined when nobody vouches for it. */
export function authenticate(world: World, caller: Id): Identity | undefined {
  if (hasFault(world, TOKEN_EXPIRED, caller)) return undefined;
  const account = typed('ServiceAccount', world.objects.get(caller))?.body.metadata;
  if (account !== undefined) {
    const { name, namespace = '' } = account;
    const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, EVERYBODY];
    return { username: `system:serviceaccount:${namespace}:${name}`, groups };
  }
  const entry = entryOf(world, caller);
  if (entry === undefined) return undefined;
  const { username, kubernetesGroups, associatedAccessPolicies } = entry;
  return { username, groups: [...kubernetesGroups, EVERYBODY], principal: caller, policies: associatedAccessPolicies };
}
