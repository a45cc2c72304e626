import type { LabelSelector } from '../label-selector.ts';

/** A rule of a Role or ClusterRole, `rbac.authorization.k8s.io/v1`. */
export type PolicyRule = {
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
};

/** Who a binding is for. */
export type Subject = {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly apiGroup?: string;
};

interface Named {
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Readonly<Record<string, string>> };
}

/** A Role, or a ClusterRole that may gather the rules of others by their labels. */
export interface Role extends Named {
  readonly rules?: readonly PolicyRule[] | null;
  readonly aggregationRule?: { readonly clusterRoleSelectors?: readonly LabelSelector[] };
}

/** A RoleBinding or ClusterRoleBinding. */
export interface RoleBinding extends Named {
  readonly subjects?: readonly Subject[];
  readonly roleRef: { readonly kind: string; readonly name: string };
}

/** The RBAC objects of a cluster. */
export interface RbacObjects {
  readonly roles: readonly Role[];
  readonly clusterRoles: readonly Role[];
  readonly roleBindings: readonly RoleBinding[];
  readonly clusterRoleBindings: readonly RoleBinding[];
}

/** A question in the shape of a SubjectAccessReview's spec. */
export interface AccessRequest {
  readonly user?: string;
  readonly groups?: readonly string[];
  readonly resourceAttributes?: {
    readonly verb?: string;
    readonly group?: string;
    readonly resource?: string;
    readonly subresource?: string;
    readonly namespace?: string;
    readonly name?: string;
  };
  readonly nonResourceAttributes?: { readonly verb?: string; readonly path?: string };
}
