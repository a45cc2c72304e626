import type { ApiObject } from '../../../model/api-object.ts';
import type { JsonObject } from '../../../model/json.ts';
import { adminOnlyRules, editOnlyRules, everything, viewRules } from '../rbac/default-roles.ts';
import type { ClusterPlan } from '../start.ts';
import { existing, RBAC, role } from './start-access.ts';

/** A ClusterRole that gathers the rules of those with a label. */
const gathering = (plan: ClusterPlan, name: string, labels: JsonObject = {}): ApiObject =>
  existing(plan, 'ClusterRole', '', name, {
    metadata: { labels },
    aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [`${RBAC}/aggregate-to-${name}`]: 'true' } }] },
    rules: [],
  });

const aggregate = (to: string): JsonObject => ({ [`${RBAC}/aggregate-to-${to}`]: 'true' });

/** The roles for people that every cluster has, cut to the resources that are simulated. */
export const defaultRoles = (plan: ClusterPlan): readonly ApiObject[] => [
  role(plan, '', 'cluster-admin', everything),
  gathering(plan, 'admin'),
  gathering(plan, 'edit', aggregate('admin')),
  gathering(plan, 'view', aggregate('edit')),
  role(plan, '', 'system:aggregate-to-admin', adminOnlyRules, aggregate('admin')),
  role(plan, '', 'system:aggregate-to-edit', editOnlyRules, aggregate('edit')),
  role(plan, '', 'system:aggregate-to-view', viewRules, aggregate('view')),
];
