import type { World } from '../../engine/world.ts';
import { every } from '../store.ts';
import type { RbacObjects } from './rbac-objects.ts';

/** The RBAC objects of a world. */
export function rbacOf(world: World): RbacObjects {
  const all = <K extends 'Role' | 'ClusterRole' | 'RoleBinding' | 'ClusterRoleBinding'>(kind: K) =>
    Array.from(every(world, kind), ({ body }) => body);
  return {
    roles: all('Role'),
    clusterRoles: all('ClusterRole'),
    roleBindings: all('RoleBinding'),
    clusterRoleBindings: all('ClusterRoleBinding'),
  };
}
