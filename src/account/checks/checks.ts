import eksVersions from '../../../content/facts/eks-versions.yaml';
import { access } from './access.ts';
import type { Check, CheckResult, Evidences } from './check.ts';
import { containerInsights } from './container-insights.ts';
import { exposure } from './exposure.ts';
import { fargate } from './fargate.ts';
import { grafana } from './grafana.ts';
import { hardening } from './hardening.ts';
import { loadBalancing } from './load-balancing.ts';
import { logging } from './logging.ts';
import { managedNodeGroups } from './managed-node-groups.ts';
import { networkPolicies } from './network-policies.ts';
import { prometheus } from './prometheus.ts';
import { rbac } from './rbac.ts';
import { resilience } from './resilience.ts';
import { serviceDiscovery } from './service-discovery.ts';
import { serviceMesh } from './service-mesh.ts';
import { supportCalendar } from './support-calendar.ts';
import { upkeep } from './upkeep.ts';

/** Every check, in the order of the report. */
export const checks: readonly Check[] = [
  fargate,
  serviceDiscovery,
  loadBalancing,
  logging,
  containerInsights,
  hardening,
  resilience,
  managedNodeGroups,
  access,
  rbac,
  networkPolicies,
  serviceMesh,
  prometheus,
  grafana,
  exposure,
  upkeep(supportCalendar(eksVersions)),
];

/** A check with what it says. */
export interface Judgement {
  readonly check: Check;
  readonly result: CheckResult;
}

/** What every check says of an account. */
export const judgeAll = (evidences: Evidences, wanted: readonly Check[] = checks): readonly Judgement[] =>
  wanted.map((check) => ({ check, result: check.judge(evidences) }));
