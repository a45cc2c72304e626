import type { ApiCall } from '../../src/model/api-call.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { commandOf, places, requests, sent } from './requests.ts';

const request = {
  type: 'option',
  label: 'Command',
  options: requests.map(({ value, command }) => ({ value, label: command.replace('kubectl ', '') })),
} as const;

const eks = (operation: string, input: JsonObject): ApiCall => ({ api: 'eks', operation, input: { name: 'drydock', ...input } });

/** The ways in which an endpoint can be open, by the value of the choice. */
const endpoints = {
  public: { endpointPublicAccess: true, endpointPrivateAccess: false, publicAccessCidrs: ['0.0.0.0/0'] },
  both: { endpointPublicAccess: true, endpointPrivateAccess: true, publicAccessCidrs: ['0.0.0.0/0'] },
  office: { endpointPublicAccess: true, endpointPrivateAccess: true, publicAccessCidrs: ['203.0.113.0/24'] },
  private: { endpointPublicAccess: false, endpointPrivateAccess: true },
} as const;

/** The call that opens an endpoint in one of these ways. */
export const endpointCall = (value: string): ApiCall =>
  eks('UpdateClusterConfig', { resourcesVpcConfig: endpoints[isWay(value) ? value : 'public'] });

const isWay = (value: string): value is keyof typeof endpoints => value in endpoints;

const whileUpdating = ({ status }: { readonly status: string }): string | undefined =>
  status === 'UPDATING' ? 'An update is under way; one at a time.' : undefined;

const principalOf = ({ details: { principal } }: Resource): string => (typeof principal === 'string' ? principal : '');

/** What a reader may do, each as the request that kubectl or the AWS CLI sends. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'ask',
    label: 'Send from your laptop',
    on: 'iam-role',
    choice: request,
    call: ({ id }, _, value) => sent(value, id, places.laptop),
    command: (_role, _frame, value) => commandOf(value),
  },
  {
    id: 'ask-inside',
    label: 'Send from inside the VPC',
    on: 'iam-role',
    choice: request,
    call: ({ id }, _, value) => sent(value, id, places.vpc),
    command: (_role, _frame, value) => commandOf(value),
  },
  {
    id: 'set-endpoint',
    label: 'Change endpoint',
    on: 'eks-endpoint',
    choice: {
      type: 'option',
      label: 'Reachable',
      options: [
        { value: 'private', label: 'private only' },
        { value: 'office', label: 'private, public for 203.0.113.0/24' },
        { value: 'both', label: 'public and private' },
        { value: 'public', label: 'public only' },
      ],
    },
    unavailable: whileUpdating,
    call: (_endpoint, _frame, value) => endpointCall(value),
    command: (_endpoint, _frame, value) => {
      const settings = Object.entries(endpoints[isWay(value) ? value : 'public']).map(([name, set]) => `${name}=${String(set)}`);
      return `aws eks update-cluster-config --name drydock --resources-vpc-config ${settings.join(',')}`;
    },
  },
  {
    id: 'update-version',
    label: 'Update version',
    on: 'eks-cluster',
    choice: {
      type: 'option',
      label: 'Version',
      options: ['1.36', '1.35', '1.34', '1.37'].map((value) => ({ value, label: value })),
    },
    unavailable: whileUpdating,
    call: (_cluster, _frame, value) => eks('UpdateClusterVersion', { version: value }),
    command: (_cluster, _frame, value) => `aws eks update-cluster-version --name drydock --kubernetes-version ${value}`,
  },
  {
    id: 'delete-entry',
    label: 'Delete access entry',
    on: 'eks-access-entry',
    call: (entry) => eks('DeleteAccessEntry', { principalArn: principalOf(entry) }),
    command: (entry) => `aws eks delete-access-entry --cluster-name drydock --principal-arn ${principalOf(entry)}`,
  },
];
