import type { PodSpec, Toleration } from '../objects.ts';

const tolerated = (key: string, effect: string): Toleration => ({ key: `node.kubernetes.io/${key}`, operator: 'Exists', effect });

/** What the controller lets each of its pods tolerate: a node in trouble needs its daemons most. */
const added: readonly Toleration[] = [
  tolerated('not-ready', 'NoExecute'),
  tolerated('unreachable', 'NoExecute'),
  tolerated('disk-pressure', 'NoSchedule'),
  tolerated('memory-pressure', 'NoSchedule'),
  tolerated('pid-pressure', 'NoSchedule'),
  tolerated('unschedulable', 'NoSchedule'),
];

/** The tolerations of a pod of a DaemonSet. */
export const tolerationsOf = ({ tolerations = [], hostNetwork }: PodSpec): readonly Toleration[] => [
  ...tolerations,
  ...added,
  ...(hostNetwork === true ? [tolerated('network-unavailable', 'NoSchedule')] : []),
];

/** The spec of a pod that may run on one node only; the scheduler then places it there. */
export const onNode = (spec: PodSpec, node: string): PodSpec => ({
  ...spec,
  tolerations: tolerationsOf(spec),
  affinity: {
    ...spec.affinity,
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [node] }] }],
      },
    },
  },
});

/** The node for which a pod was made, whether it is there yet or not. */
export const namedNode = ({ nodeName, affinity }: PodSpec): string | undefined =>
  nodeName ?? affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms?.[0]?.matchFields?.[0]?.values?.[0];
