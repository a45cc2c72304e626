import type { Resource } from '../../src/model/resource.ts';
import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { configure, kubectl, terminate, updateCluster, updateNodes, useImage } from './calls.ts';
import { ownGroupId } from './cluster.ts';

const numberIn = ({ details }: Resource, name: string): number => {
  const value = details[name];
  return typeof value === 'number' ? value : 0;
};

const textIn = ({ details }: Resource, name: string): string => {
  const value = details[name];
  return typeof value === 'string' ? value : '';
};

const whileUpdating = ({ status }: Resource): string | undefined =>
  status === 'UPDATING' ? 'An update is under way; one at a time.' : undefined;

const GROUP = '--cluster-name drydock --nodegroup-name workers';

const updateConfigs = [
  { value: 'one', label: 'one node at a time', config: { maxUnavailable: 1, updateStrategy: 'DEFAULT' } },
  { value: 'two', label: 'two nodes at a time', config: { maxUnavailable: 2, updateStrategy: 'DEFAULT' } },
  { value: 'all', label: 'all of them', config: { maxUnavailablePercentage: 100, updateStrategy: 'DEFAULT' } },
  { value: 'minimal', label: 'MINIMAL: old nodes go first', config: { maxUnavailable: 1, updateStrategy: 'MINIMAL' } },
] as const;

const configOf = (value: string): (typeof updateConfigs)[number]['config'] =>
  (updateConfigs.find((one) => one.value === value) ?? updateConfigs[0]).config;

const nameOf = (node: Resource): string => textIn(node, 'fullName');

/** What a reader may do, each as the command that does it. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'update-cluster',
    label: 'Update version',
    on: 'eks-cluster',
    choice: { type: 'option', label: 'Version', options: ['1.36', '1.35', '1.37'].map((value) => ({ value, label: value })) },
    unavailable: whileUpdating,
    call: (_cluster, _frame, value) => updateCluster(value),
    command: (_cluster, _frame, value) => `aws eks update-cluster-version --name drydock --kubernetes-version ${value}`,
  },
  {
    id: 'update-nodes',
    label: 'Update nodes',
    on: 'eks-nodegroup',
    choice: {
      type: 'option',
      label: 'Budgets',
      options: [
        { value: 'respect', label: 'respect budgets' },
        { value: 'force', label: 'force: ignore budgets at the end' },
      ],
    },
    unavailable: whileUpdating,
    call: (_group, _frame, value) => updateNodes(value === 'force'),
    command: (_group, _frame, value) => `aws eks update-nodegroup-version ${GROUP}${value === 'force' ? ' --force' : ''}`,
  },
  {
    id: 'scale-nodes',
    label: 'Scale',
    on: 'eks-nodegroup',
    choice: { type: 'number', label: 'Nodes', min: 1, max: 6, now: (group) => numberIn(group, 'desired') },
    unavailable: whileUpdating,
    call: (_group, _frame, value) => configure({ scalingConfig: { desiredSize: Number(value) } }),
    command: (_group, _frame, value) => `aws eks update-nodegroup-config ${GROUP} --scaling-config desiredSize=${value}`,
  },
  {
    id: 'set-update-config',
    label: 'Set update config',
    on: 'eks-nodegroup',
    choice: { type: 'option', label: 'At once', options: updateConfigs.map(({ value, label }) => ({ value, label })) },
    unavailable: whileUpdating,
    call: (_group, _frame, value) => configure({ updateConfig: configOf(value) }),
    command: (_group, _frame, value) => {
      const settings = Object.entries(configOf(value)).map(([name, set]) => `${name}=${set}`);
      return `aws eks update-nodegroup-config ${GROUP} --update-config ${settings.join(',')}`;
    },
  },
  {
    id: 'set-budget',
    label: 'Change budget',
    on: 'k8s-pod-disruption-budget',
    choice: { type: 'number', label: 'maxUnavailable', min: 0, max: 3, now: (budget) => numberIn(budget, 'maxUnavailable') },
    call: (_budget, _frame, value) => ({
      api: 'kubernetes',
      verb: 'patch',
      path: '/apis/policy/v1/namespaces/default/poddisruptionbudgets/web-budget',
      body: { spec: { maxUnavailable: Number(value) } },
    }),
    command: (_budget, _frame, value) => `kubectl patch pdb web-budget --patch '{"spec":{"maxUnavailable":${value}}}'`,
  },
  {
    id: 'scale-pods',
    label: 'Scale',
    on: 'k8s-deployment',
    choice: { type: 'number', label: 'Replicas', min: 0, max: 12, now: (deployment) => numberIn(deployment, 'wanted') },
    call: (_deployment, _frame, value) => ({
      api: 'kubernetes',
      verb: 'patch',
      path: '/apis/apps/v1/namespaces/default/deployments/web/scale',
      body: { spec: { replicas: Number(value) } },
    }),
    command: (_deployment, _frame, value) => `kubectl scale deployment/web --replicas=${value}`,
  },
  {
    id: 'drain',
    label: 'Drain',
    on: 'k8s-node',
    call: ({ id }) => kubectl('drain', id),
    command: (node) => `kubectl drain ${nameOf(node)} --ignore-daemonsets`,
  },
  {
    id: 'cordon',
    label: 'Cordon',
    on: 'k8s-node',
    unavailable: ({ reason }) => (reason === 'SchedulingDisabled' ? 'The node is cordoned already.' : undefined),
    call: ({ id }) => kubectl('cordon', id),
    command: (node) => `kubectl cordon ${nameOf(node)}`,
  },
  {
    id: 'uncordon',
    label: 'Uncordon',
    on: 'k8s-node',
    unavailable: ({ reason }) => (reason === 'SchedulingDisabled' ? undefined : 'The node is not cordoned.'),
    call: ({ id }) => kubectl('uncordon', id),
    command: (node) => `kubectl uncordon ${nameOf(node)}`,
  },
  {
    id: 'terminate',
    label: 'Terminate instance',
    on: 'k8s-node',
    call: (node) => terminate(textIn(node, 'instance')),
    command: (node) => `aws ec2 terminate-instances --instance-ids ${textIn(node, 'instance')}`,
  },
  {
    id: 'use-image',
    label: 'Use an AMI of',
    on: 'autoscaling-group',
    choice: { type: 'option', label: 'Version', options: ['1.36', '1.35'].map((value) => ({ value, label: value })) },
    unavailable: ({ id }) => (id === ownGroupId ? undefined : 'EKS owns this group; update the node group instead.'),
    call: (_group, _frame, value) => useImage(value),
    command: (_group, _frame, value) =>
      `aws ec2 create-launch-template-version --launch-template-name own-nodes --source-version '$Latest' --launch-template-data ImageId=<AMI of ${value}>`,
  },
];
