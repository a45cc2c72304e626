import type { Frame } from '../../src/model/frame.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { connect, excepted, outside, targetOf, targetOptions } from './connections.ts';
import { applyCall, policyOptions } from './policies.ts';

const namespaceOf = ({ scope }: Resource): string => scope.namespace ?? 'default';
const fullName = ({ id }: Resource): string => id.slice(id.lastIndexOf('/') + 1);
const workloadOf = (pod: Resource): string => fullName(pod).replace(/-[^-]+-[^-]+$/, '');

/** The address of a target: that of its pod. */
function addressOf(to: string, frame: Frame): string {
  const [namespace, name] = to.split('/');
  const pods = [...frame.resources.values()].filter(({ kind }) => kind === 'k8s-pod');
  const ip = pods.find((pod) => namespaceOf(pod) === namespace && workloadOf(pod) === name)?.details['ip'];
  return typeof ip === 'string' ? ip : to;
}

const netcat = (value: string, frame: Frame): string => {
  const { to, port, protocol } = targetOf(value);
  return `nc -zv${protocol === 'UDP' ? 'u' : ''} -w 2 ${addressOf(to, frame)} ${port}`;
};

/** What a reader may try, allow and forbid. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'connect',
    label: 'Connect',
    on: 'k8s-pod',
    choice: { type: 'option', label: 'To', options: targetOptions },
    unavailable: ({ health }) => (health === 'Ready' ? undefined : 'The pod is not ready to run a command.'),
    call: (pod, _, value) => connect(`${namespaceOf(pod)}/${workloadOf(pod)}`, value),
    command: (pod, frame, value) => `kubectl exec -n ${namespaceOf(pod)} ${fullName(pod)} -- ${netcat(value, frame)}`,
  },
  {
    id: 'label',
    label: 'Label tier',
    on: 'k8s-pod',
    choice: {
      type: 'option',
      label: 'Tier',
      options: ['frontend', 'fronted', 'backend', 'data'].map((value) => ({ value, label: value })),
    },
    call: (pod, _, value) => ({
      api: 'kubernetes',
      verb: 'patch',
      path: `/api/v1/namespaces/${namespaceOf(pod)}/pods/${fullName(pod)}`,
      body: { metadata: { labels: { tier: value } } },
    }),
    command: (pod, _frame, value) => `kubectl label pod ${fullName(pod)} -n ${namespaceOf(pod)} tier=${value} --overwrite`,
  },
  {
    id: 'apply',
    label: 'Apply policy',
    on: 'k8s-namespace',
    choice: { type: 'option', label: 'Policy', options: policyOptions },
    unavailable: ({ name }) => (name === 'shop' ? undefined : 'The policies on offer are for the namespace shop.'),
    call: (_namespace, _frame, value) => applyCall(value),
    command: (_namespace, _frame, value) => `kubectl apply -n shop -f ${value}.yaml`,
  },
  {
    id: 'delete-policy',
    label: 'Delete policy',
    on: 'k8s-network-policy',
    call: ({ name }) => ({
      api: 'kubernetes',
      verb: 'delete',
      path: `/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies/${name}`,
    }),
    command: ({ name }) => `kubectl delete networkpolicy ${name} -n shop`,
  },
  {
    id: 'connect-from-outside',
    label: 'Connect to web',
    on: 'eks-cluster',
    choice: { type: 'option', label: 'From', options: [outside, excepted].map((value) => ({ value, label: value })) },
    call: (_cluster, _frame, value) => connect(value, 'web'),
    command: (_cluster, frame) => netcat('web', frame),
  },
];
