import type { ClusterQuery } from './cluster-query.ts';
import { parseClusterQuery } from './cluster-query.ts';
import type { ContainerInstanceBody, ServiceBody } from './objects.ts';

type Constraint = NonNullable<ServiceBody['placementConstraints']>[number];

const parsed = new Map<string, ClusterQuery>();

/** The query of a memberOf constraint, read once; one that could not be read was refused when it was set, and holds nowhere. */
function queryOf(expression: string): ClusterQuery {
  const query = parsed.get(expression) ?? parseClusterQuery(expression) ?? (() => false);
  parsed.set(expression, query);
  return query;
}

/** Whether an instance belongs to the group that the memberOf constraints name. */
export const isMember = (instance: ContainerInstanceBody, constraints: readonly Constraint[] = []): boolean =>
  constraints.every(({ type, expression = '' }) => type !== 'memberOf' || queryOf(expression)(instance));

/** The constraint that an instance breaks where it has so many tasks of the service, in the words of a service event. */
export function brokenConstraint(
  instance: ContainerInstanceBody,
  constraints: readonly Constraint[] = [],
  tasks: number,
): string | undefined {
  if (!isMember(instance, constraints)) return 'encountered error "MemberOf placement constraint unsatisfied."';
  return tasks > 0 && constraints.some(({ type }) => type === 'distinctInstance')
    ? 'encountered error "DistinctInstance placement constraint unsatisfied."'
    : undefined;
}
