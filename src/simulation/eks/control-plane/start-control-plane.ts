import type { Effect } from '../../engine/effect.ts';
import { begin } from '../../engine/effect.ts';
import type { ClusterPlan } from '../start.ts';
import { arnOf } from '../start.ts';
import type { StageName } from './stages.ts';
import { startMachines } from './start-machines.ts';

const stageNames: readonly StageName[] = ['authentication', 'authorization', 'admission', 'storage'];

/** A control plane with its machines, its endpoint and the stages of a request. */
export function startControlPlane(plan: ClusterPlan): readonly Effect[] {
  const arn = arnOf(plan);
  return [
    ...startMachines(plan),
    begin(arn, 'eks-cluster'),
    begin(`${arn}#endpoint`, 'eks-endpoint'),
    ...stageNames.map((stage) => begin(stage, 'k8s-request-stage', { stage })),
  ];
}
