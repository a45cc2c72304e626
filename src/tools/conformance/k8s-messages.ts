import type { Words } from '../../simulation/eks/objects.ts';
import { failureText, HOPELESS, NO_VICTIMS } from '../../simulation/eks/scheduler/message.ts';
import { candidateNames, CONFLICT, enforcedRejection } from '../../simulation/eks/scheduler/node-affinity.ts';
import type { Fit } from '../../simulation/eks/scheduler/node-fit.ts';
import { filters, usedBy } from '../../simulation/eks/scheduler/node-fit.ts';
import { affinityOf } from '../../simulation/eks/scheduler/pod-affinity.ts';
import { ineligibility, preempt } from '../../simulation/eks/scheduler/preemption.ts';
import type { Rejection } from '../../simulation/eks/scheduler/rejection.ts';
import { unresolvable, unschedulable } from '../../simulation/eks/scheduler/rejection.ts';
import { spreadOf } from '../../simulation/eks/scheduler/topology-spread.ts';
import { statusCode } from './k8s-filters.ts';
import type { NodeRow, PodRow } from './k8s-objects.ts';
import { nodeOf, podOf } from './k8s-objects.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

/** A pod, a node and the pods on it, as a filter sees them. */
function fit(pod: PodRow, node: NodeRow = {}, others: readonly PodRow[] = []): Fit {
  const at = { node: nodeOf(node), pods: others.map(podOf) };
  const incoming = podOf(pod);
  return { pod: incoming, node: at.node, used: usedBy(at.pods), spread: spreadOf(incoming, [at]), affinity: affinityOf(incoming, [at]) };
}

const asking = (requests: Words): PodRow => ({ spec: { containers: [{ name: 'main', image: '', resources: { requests } }] } });
const offering = (allocatable: Words): NodeRow => ({ status: { allocatable: { pods: '10', ...allocatable } } });
const holding = (hostPort: number): PodRow => ({
  spec: { containers: [{ name: 'main', image: '', ports: [{ containerPort: hostPort, hostPort }] }] },
});

const zoned: NodeRow = { metadata: { labels: { zone: 'a' } } };
const labelSelector = { matchLabels: { app: 'web' } };
const web: PodRow = { metadata: { labels: { app: 'web' } } };
const rule = { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector, topologyKey: 'zone' }] };
const near: PodRow = { spec: { affinity: { podAffinity: rule } } };
const far: PodRow = { spec: { affinity: { podAntiAffinity: rule } } };
const spread: PodRow = {
  ...web,
  spec: {
    topologySpreadConstraints: [{ maxSkew: 1, minDomains: 2, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector }],
  },
};

const naming = (...names: readonly string[]) => ({
  requiredDuringSchedulingIgnoredDuringExecution: {
    nodeSelectorTerms: [{ matchFields: names.map((name) => ({ key: 'metadata.name', operator: 'In', values: [name] })) }],
  },
});

const leaving: PodRow = {
  metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' },
  spec: { nodeName: 'a', priority: 0 },
  status: { conditions: [{ type: 'DisruptionTarget', status: 'True', reason: 'PreemptionByScheduler' }] },
};

/** What preemption says of a whole attempt. */
function attempt(pod: PodRow, others: readonly PodRow[] = []): Rejection | undefined {
  const reason = ineligibility(podOf(pod), others.map(podOf));
  return reason === undefined ? undefined : unschedulable(reason);
}

/** What preemption says of one node, as counted in its text. */
function word(resolvable: boolean): Rejection {
  const outcome = preempt(podOf({}), [{ node: nodeOf({}), pods: [] }], [], () => resolvable);
  const said = 'message' in outcome ? outcome.message : '';
  return unresolvable([HOPELESS, NO_VICTIMS].find((text) => said.includes(text)) ?? said);
}

const conflict = (): Rejection | undefined =>
  candidateNames({ affinity: { nodeAffinity: naming('a', 'b') } })?.length === 0 ? unresolvable(CONFLICT) : undefined;

/** The situations of the table, as our functions meet them: the plugin, words of the description, what is said. */
const situations: readonly (readonly [plugin: string, when: RegExp, said: () => Rejection | undefined])[] = [
  ['NodeResourcesFit', /pod slot/, () => filters.NodeResourcesFit(fit({}, offering({ pods: '0' })))],
  ['NodeResourcesFit', /cpu/i, () => filters.NodeResourcesFit(fit(asking({ cpu: '2' }), offering({ cpu: '3' }), [asking({ cpu: '2' })]))],
  [
    'NodeResourcesFit',
    /memory/,
    () => filters.NodeResourcesFit(fit(asking({ memory: '2Gi' }), offering({ memory: '3Gi' }), [asking({ memory: '2Gi' })])),
  ],
  [
    'NodeResourcesFit',
    /storage/,
    () =>
      filters.NodeResourcesFit(
        fit(asking({ 'ephemeral-storage': '2Gi' }), offering({ 'ephemeral-storage': '3Gi' }), [asking({ 'ephemeral-storage': '2Gi' })]),
      ),
  ],
  [
    'TaintToleration',
    /taint/,
    () => filters.TaintToleration(fit({}, { spec: { taints: [{ key: 'dedicated', value: 'db', effect: 'NoSchedule' }] } })),
  ],
  ['NodeAffinity', /contradictory/, conflict],
  ['NodeAffinity', /scheduler/, () => enforcedRejection(naming('other'), nodeOf({ metadata: { name: 'a' } }))],
  ['NodeAffinity', /not met/, () => filters.NodeAffinity(fit({ spec: { nodeSelector: { disk: 'ssd' } } }))],
  ['PodTopologySpread', /label/, () => filters.PodTopologySpread(fit(spread))],
  ['PodTopologySpread', /skew/, () => filters.PodTopologySpread(fit(spread, zoned, [web]))],
  ['InterPodAffinity', /existing/, () => filters.InterPodAffinity(fit(web, zoned, [far]))],
  ['InterPodAffinity', /anti-affinity/, () => filters.InterPodAffinity(fit(far, zoned, [web]))],
  ['InterPodAffinity', /affinity/, () => filters.InterPodAffinity(fit(near, zoned))],
  ['NodePorts', /port/, () => filters.NodePorts(fit(holding(80), {}, [holding(80)]))],
  ['NodeUnschedulable', /cordon/, () => filters.NodeUnschedulable(fit({}, { spec: { unschedulable: true } }))],
  ['NodeName', /node/, () => filters.NodeName(fit({ spec: { nodeName: 'other' } }, { metadata: { name: 'a' } }))],
  ['DefaultPreemption', /for good/, () => word(false)],
  ['DefaultPreemption', /lower priority/, () => word(true)],
  ['DefaultPreemption', /Never/i, () => attempt({ spec: { preemptionPolicy: 'Never' } })],
  ['DefaultPreemption', /terminating/, () => attempt({ spec: { priority: 1 }, status: { nominatedNodeName: 'a' } }, [leaving])],
];

/** What our scheduler says in a row of `scheduler-messages`. */
export const answerMessages: Answer = ({ kind, given: row }) => {
  if (kind === 'text') {
    const { plugin, situation } = givenAs<{ readonly plugin: string; readonly situation: string }>(row);
    const found = situations.find(([name, when]) => name === plugin && when.test(situation));
    if (found === undefined) throw new Error(`Nothing is known of the situation "${situation}" of ${plugin}.`);
    const said = found[2]();
    return { reason: said?.reasons.join(', '), statusCode: statusCode(said) };
  }
  const { totalNodes, nodeReasons, preFilterMessage, postFilterMessage } = givenAs<{
    readonly totalNodes: number;
    readonly nodeReasons: Readonly<Record<string, readonly string[]>>;
    readonly preFilterMessage?: string;
    readonly postFilterMessage?: string;
  }>(row);
  return {
    message: failureText({
      nodes: totalNodes,
      reasons: Object.values(nodeReasons).flat(),
      ...(preFilterMessage === undefined ? {} : { preFilter: preFilterMessage }),
      ...(postFilterMessage === undefined ? {} : { postFilter: postFilterMessage }),
    }),
  };
};
