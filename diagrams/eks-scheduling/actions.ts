import type { Resource } from '../../src/model/resource.ts';
import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { askOfNodes, changeNode, createUrgent, scale } from './calls.ts';
import { batchOnly } from './cluster.ts';
import { ruled, rules } from './rules.ts';

const textIn = ({ details }: Resource, name: string): string => {
  const value = details[name];
  return typeof value === 'string' ? value : '';
};
const wantedBy = ({ details }: Resource): number => (typeof details['wanted'] === 'number' ? details['wanted'] : 0);
const nameOf = (node: Resource): string => textIn(node, 'fullName');
const isCordoned = ({ reason }: Resource): boolean => reason === 'SchedulingDisabled';

/** Whether a node has the taint of the batch jobs. */
const isForBatch = ({ details }: Resource): boolean => {
  const { taints } = details;
  return Array.isArray(taints) && taints.includes(`${batchOnly.key}:${batchOnly.effect}`);
};

const TAINT = `${batchOnly.key}=${batchOnly.value}:${batchOnly.effect}`;

/** What a reader may do, each as the request that kubectl sends. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'scale',
    label: 'Scale',
    on: 'k8s-deployment',
    choice: { type: 'number', label: 'Replicas', min: 0, max: 14, now: wantedBy },
    call: ({ name }, _, value) => scale(name, Number(value)),
    command: ({ name }, _, value) => `kubectl scale deployment/${name} --replicas=${value}`,
  },
  {
    id: 'set-rule',
    label: 'Change rule',
    on: 'k8s-deployment',
    choice: { type: 'option', label: 'What a pod asks of its node', options: rules.map(({ value, label }) => ({ value, label })) },
    call: ({ name }, _, value) => askOfNodes(name, ruled(value, name)),
    command: ({ name }, _, value) =>
      `kubectl patch deployment ${name} --patch '${JSON.stringify({ spec: { template: { spec: ruled(value, name) } } })}'`,
  },
  {
    id: 'create-urgent',
    label: 'Add an urgent Deployment',
    on: 'eks-cluster',
    unavailable: (_, { resources }) =>
      [...resources.values()].some(({ kind, name }) => kind === 'k8s-deployment' && name === 'urgent') ? 'It is there already.' : undefined,
    call: () => createUrgent,
    command: () => 'kubectl create -f urgent.yaml',
  },
  {
    id: 'cordon',
    label: 'Cordon',
    on: 'k8s-node',
    unavailable: (node) => (isCordoned(node) ? 'The node is cordoned already.' : undefined),
    call: (node) => changeNode(nameOf(node), { unschedulable: true }),
    command: (node) => `kubectl cordon ${nameOf(node)}`,
  },
  {
    id: 'uncordon',
    label: 'Uncordon',
    on: 'k8s-node',
    unavailable: (node) => (isCordoned(node) ? undefined : 'The node is not cordoned.'),
    call: (node) => changeNode(nameOf(node), { unschedulable: false }),
    command: (node) => `kubectl uncordon ${nameOf(node)}`,
  },
  {
    id: 'taint',
    label: 'Taint',
    on: 'k8s-node',
    unavailable: (node) => (isForBatch(node) ? 'The node has this taint already.' : undefined),
    call: (node) => changeNode(nameOf(node), { taints: [batchOnly] }),
    command: (node) => `kubectl taint nodes ${nameOf(node)} ${TAINT}`,
  },
  {
    id: 'untaint',
    label: 'Remove taint',
    on: 'k8s-node',
    unavailable: (node) => (isForBatch(node) ? undefined : 'The node does not have this taint.'),
    call: (node) => changeNode(nameOf(node), { taints: [] }),
    command: (node) => `kubectl taint nodes ${nameOf(node)} ${TAINT}-`,
  },
];
