import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import type { Frame } from '../../src/model/frame.ts';
import type { Resource } from '../../src/model/resource.ts';
import { policyArn } from '../../src/simulation/eks/access/access-policies.ts';
import { aggregated, bindCall, bindCommand, createEntry, eks, entryGroups, grants } from './grants.ts';
import { canI, canICommand, questions } from './questions.ts';

const question = {
  type: 'option',
  label: 'Question',
  options: questions.map((value) => ({ value, label: value.replace(/ (shop|billing)$/, ' in $1') })),
} as const;

const principalOf = ({ details: { principal } }: Resource): string => (typeof principal === 'string' ? principal : '');

const policies = ['AmazonEKSViewPolicy', 'AmazonEKSEditPolicy', 'AmazonEKSAdminPolicy'] as const;
const policyOf = (value: string) => policies.find((name) => name === value) ?? policies[0];

const hasEntry = ({ id }: Resource, frame: Frame): boolean =>
  [...frame.resources.values()].some(({ kind, details }) => kind === 'eks-access-entry' && details['principal'] === id);

/** What a reader may ask and grant, each as the request that kubectl or the AWS CLI sends. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'can-i',
    label: 'Ask as this user',
    on: 'eks-access-entry',
    choice: question,
    call: (entry, _, value) => canI(value, principalOf(entry)),
    command: (_entry, _frame, value) => canICommand(value),
  },
  {
    id: 'bind',
    label: 'Grant as this user',
    on: 'eks-access-entry',
    choice: { type: 'option', label: 'Grant', options: grants },
    call: (entry, _, value) => bindCall(value, principalOf(entry)),
    command: (_entry, _frame, value) => bindCommand(value),
  },
  {
    id: 'associate',
    label: 'Associate in shop',
    on: 'eks-access-entry',
    choice: { type: 'option', label: 'Access policy', options: policies.map((value) => ({ value, label: value })) },
    call: (entry, _, value) =>
      eks('AssociateAccessPolicy', {
        principalArn: principalOf(entry),
        policyArn: policyArn(policyOf(value)),
        accessScope: { type: 'namespace', namespaces: ['shop'] },
      }),
    command: (entry, _frame, value) =>
      `aws eks associate-access-policy --cluster-name drydock --principal-arn ${principalOf(entry)} --policy-arn ${policyArn(policyOf(value))} --access-scope type=namespace,namespaces=shop`,
  },
  {
    id: 'delete-entry',
    label: 'Delete access entry',
    on: 'eks-access-entry',
    call: (entry) => eks('DeleteAccessEntry', { principalArn: principalOf(entry) }),
    command: (entry) => `aws eks delete-access-entry --cluster-name drydock --principal-arn ${principalOf(entry)}`,
  },
  {
    id: 'can-i-account',
    label: 'Ask as this account',
    on: 'k8s-service-account',
    choice: question,
    call: ({ id }, _, value) => canI(value, id),
    command: ({ name, scope }, _frame, value) => `${canICommand(value)} --as=system:serviceaccount:${scope.namespace ?? ''}:${name}`,
  },
  {
    id: 'create-entry',
    label: 'Create access entry',
    on: 'iam-role',
    choice: {
      type: 'option',
      label: 'Group',
      options: entryGroups.map((value) => ({ value, label: value === 'none' ? 'no group' : `group ${value}` })),
    },
    unavailable: (role, frame) => (hasEntry(role, frame) ? 'A principal has at most one entry in a cluster.' : undefined),
    call: ({ id }, _, value) => createEntry(id, value),
    command: ({ id, name }, _frame, value) =>
      `aws eks create-access-entry --cluster-name drydock --principal-arn ${id} --username ${name}${value === 'none' ? '' : ` --kubernetes-groups ${value}`}`,
  },
  {
    id: 'aggregate',
    label: 'Label for view',
    on: 'k8s-cluster-role',
    call: ({ name }) => ({
      api: 'kubernetes',
      verb: 'patch',
      path: `/apis/rbac.authorization.k8s.io/v1/clusterroles/${name}`,
      body: { metadata: { labels: aggregated } },
    }),
    command: ({ name }) => `kubectl label clusterrole ${name} rbac.authorization.k8s.io/aggregate-to-view=true`,
  },
  {
    id: 'delete-binding',
    label: 'Delete binding',
    on: 'k8s-role-binding',
    call: ({ name, scope }) => ({
      api: 'kubernetes',
      verb: 'delete',
      path: `/apis/rbac.authorization.k8s.io/v1/namespaces/${scope.namespace ?? ''}/rolebindings/${name}`,
    }),
    command: ({ name, scope }) => `kubectl delete rolebinding ${name} -n ${scope.namespace ?? ''}`,
  },
];
