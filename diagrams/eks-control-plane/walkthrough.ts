import type { Act } from '../../src/model/api-call.ts';
import type { Goal, Where } from '../../src/model/goal.ts';
import type { Id } from '../../src/model/json.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { endpointCall } from './actions.ts';
import { clusterId, etcdId, people } from './cluster.ts';
import { places, sent } from './requests.ts';

const asks = (by: Id, request: string, from: string = places.laptop): Act => ({ call: sent(request, by, from) });
const member = (number: number, on: boolean): Act => ({ fault: 'etcd-member-lost', target: etcdId(number), on });

const logged = (where: Where): Goal => ({ kind: 'k8s-audit-event', where, count: { atLeast: 1 } });
const members = (status: string, equals: number): Goal => ({ kind: 'k8s-etcd-member', where: { status }, count: { equals } });
const ready = (equals: number): Goal => ({ kind: 'k8s-pod', where: { health: 'Ready' }, count: { equals } });

/** Requests that end at each of the four stages, then a control plane that loses its memory, its door and its version. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'The developer lists the pods of shop. An access entry says who he is, and a RoleBinding of his group that he may.',
    acts: [asks(people.developer, 'pods')],
    then: [logged({ name: 'list pods', 'details.code': 200, 'details.user': 'developer' })],
    look: people.developer,
  },
  {
    at: 6_000,
    text: 'He asks for secrets. No rule names secrets, so the second stage answers Forbidden.',
    acts: [asks(people.developer, 'secrets')],
    then: [logged({ reason: 'Forbidden', 'details.code': 403 })],
    look: people.developer,
  },
  {
    at: 12_000,
    text: 'A visitor signs with an IAM role that has no access entry. The cluster does not know him: Unauthorized.',
    acts: [asks(people.visitor, 'pods')],
    then: [logged({ reason: 'Unauthorized', 'details.code': 401 })],
    look: people.visitor,
  },
  {
    at: 18_000,
    text: 'Even the admin is refused at the third stage. He may create pods, but not one that falls short of restricted.',
    acts: [asks(people.admin, 'debug')],
    then: [logged({ name: 'create pods debug', reason: 'Forbidden' }), ready(2)],
    look: people.admin,
  },
  {
    at: 26_000,
    text: 'The developer scales web to 3. It is stored, and the watch tells the controllers.',
    acts: [asks(people.developer, 'scale-3')],
    then: [ready(3)],
    look: `${clusterId}#kube-apiserver`,
  },
  {
    at: 50_000,
    text: 'The machine of the etcd leader is lost. Two of three are a majority and elect another leader.',
    acts: [member(1, true)],
    then: [members('Lost', 1), members('Leader', 1)],
    look: etcdId(1),
  },
  {
    at: 60_000,
    text: 'A second one is lost. One of three is no majority: nothing is stored or read. The pods run on.',
    acts: [member(2, true), asks(people.admin, 'scale-2')],
    then: [members('Leader', 0), logged({ reason: 'InternalError', 'details.code': 500 }), ready(3)],
    look: `${clusterId}#etcd`,
  },
  {
    at: 80_000,
    text: 'EKS replaces both. The first makes a majority again.',
    acts: [member(1, false), member(2, false)],
    then: [members('Lost', 0), members('Leader', 1)],
    look: `${clusterId}#etcd`,
  },
  {
    at: 120_000,
    text: 'You make the endpoint private. The cluster is UPDATING and works on.',
    acts: [{ call: endpointCall('private') }],
    then: [{ kind: 'eks-endpoint', where: { status: 'ACTIVE', 'details.clause': 'private' }, count: { equals: 1 } }],
    look: `${clusterId}#endpoint`,
  },
  {
    at: 160_000,
    text: 'The same command from the laptop gets no answer now. From inside the VPC it works.',
    acts: [asks(people.admin, 'nodes'), asks(people.admin, 'pods', places.vpc)],
    then: [logged({ name: 'list pods', 'details.code': 200, 'details.user': 'admin' })],
    look: people.admin,
  },
  {
    at: 180_000,
    text: 'You update the control plane. Its API servers are replaced one by one, so one always serves.',
    acts: [{ call: { api: 'eks', operation: 'UpdateClusterVersion', input: { name: 'drydock', version: '1.36' } } }],
    then: [
      { kind: 'eks-cluster', where: { status: 'ACTIVE', 'details.version': '1.36' }, count: { equals: 1 } },
      { kind: 'k8s-api-server-instance', where: { status: 'Serving', 'details.version': '1.36' }, count: { equals: 2 } },
    ],
    look: clusterId,
  },
  {
    at: 235_000,
    text: 'A whole zone is lost. The others go on.',
    acts: [{ fault: 'zone-lost', target: 'eu-west-1b', on: true }],
    then: [
      members('Lost', 1),
      members('Leader', 1),
      { kind: 'k8s-api-server-instance', where: { status: 'Serving' }, count: { equals: 1 } },
      { kind: 'k8s-node', where: { status: 'Unknown' }, count: { equals: 1 } },
    ],
    look: 'eu-west-1b',
  },
];
