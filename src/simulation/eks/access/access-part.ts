import type { Id } from '../../../model/json.ts';
import type { Kind } from '../../../model/kind.ts';
import { accessProjectors } from '../../../model/project-access.ts';
import type { DomainPart } from '../../engine/domain.ts';
import { allOf, nameIn } from '../identity.ts';
import { TOKEN_EXPIRED } from './authenticate.ts';

const owners: Readonly<Partial<Record<Kind, Id>>> = {
  'eks-access-entry': allOf('AccessEntry'),
  'k8s-namespace': allOf('Namespace'),
  'k8s-service-account': allOf('ServiceAccount'),
  'k8s-role': allOf('Role'),
  'k8s-cluster-role': allOf('ClusterRole'),
  'k8s-role-binding': allOf('RoleBinding'),
  'k8s-cluster-role-binding': allOf('ClusterRoleBinding'),
};

/** Access entries, roles and bindings, and a token that may run out. */
export const accessPart: DomainPart = {
  projectors: accessProjectors,
  faults: {
    [TOKEN_EXPIRED]: {
      text: (target, on) => (on ? `let the token of ${nameIn(target)} expire` : `get a new token for ${nameIn(target)}`),
      effects: () => [],
    },
  },
  ownerOf: ({ kind }) => owners[kind],
};
