import type { Act } from '../../src/model/api-call.ts';
import type { Goal } from '../../src/model/goal.ts';
import type { Id } from '../../src/model/json.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { people, plan, reviewId, userId, webAccount } from './cluster.ts';
import { aggregated, bindCall, createEntry } from './grants.ts';
import { canI } from './questions.ts';

const asks = (question: string, by: Id): Act => ({ call: canI(question, by) });
const answer = (user: string, status: 'Allowed' | 'Denied'): Goal => ({
  kind: 'k8s-subject-access-review',
  where: { id: reviewId(user), status },
  count: { equals: 1 },
});
const bindings = (name: string, equals: number): Goal => ({ kind: 'k8s-role-binding', where: { name }, count: { equals } });
const account = `system:serviceaccount:shop:web`;

/** Questions with the binding that decides each, then grants: one too many, one that is right, one by a label. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 1_000,
    text: 'cleo asks whether she may list pods in shop. Two bindings say yes, and the reason names the first: the ClusterRoleBinding that gives her view everywhere.',
    acts: [asks('list pods shop', people.cleo)],
    then: [answer('cleo', 'Allowed')],
    look: reviewId('cleo'),
  },
  {
    at: 10_000,
    text: 'May she delete a pod there? Neither view nor developer has that verb, so the answer is no. No rule forbids it: there are no such rules.',
    acts: [asks('delete pods shop', people.cleo)],
    then: [answer('cleo', 'Denied')],
    look: reviewId('cleo'),
  },
  {
    at: 20_000,
    text: 'The service account of web may get one ConfigMap by its name. To list them is another verb, and a list names no object: no.',
    acts: [asks('list configmaps shop', webAccount)],
    then: [answer(account, 'Denied')],
    look: reviewId(account),
  },
  {
    at: 30_000,
    text: 'ben leads shop with the ClusterRole admin, bound in shop alone. There he may write bindings, in billing he may nothing.',
    acts: [asks('create rolebindings billing', people.ben)],
    then: [answer('ben', 'Denied')],
    look: reviewId('ben'),
  },
  {
    at: 40_000,
    text: 'He tries to bind cluster-admin to nora in shop. He may write bindings, but nobody grants what he does not have himself: Forbidden, with the list of what is missing.',
    acts: [{ call: bindCall('cluster-admin', people.ben) }],
    then: [bindings('nora-cluster-admin', 0)],
    look: userId('ben'),
  },
  {
    at: 50_000,
    text: 'He binds view to nora instead. The API server takes it, although no nora is known yet: a binding names users and does not look for them.',
    acts: [{ call: bindCall('view', people.ben) }],
    then: [bindings('nora-view', 1)],
    look: userId('ben'),
  },
  {
    at: 60_000,
    text: 'An access entry makes the IAM role known as nora. From now on the binding has somebody to hold for.',
    acts: [{ call: createEntry(people.nora, 'none') }, asks('list pods shop', people.nora)],
    then: [answer('nora', 'Allowed')],
    look: reviewId('nora'),
  },
  {
    at: 70_000,
    text: 'Nodes are not part of view. A label on node-reader lets view gather its rules too, and cleo, who has view everywhere, may list nodes without a new binding.',
    acts: [
      {
        call: {
          api: 'kubernetes',
          verb: 'patch',
          path: '/apis/rbac.authorization.k8s.io/v1/clusterroles/node-reader',
          body: { metadata: { labels: aggregated } },
          by: people.ada,
        },
      },
    ],
    then: [{ kind: 'k8s-cluster-role', where: { name: 'node-reader' }, count: { equals: 1 } }],
    look: `k8s:${plan.name}/ClusterRole//node-reader`,
  },
  {
    at: 80_000,
    text: 'She asks. It is yes, by the same binding as before.',
    acts: [asks('list nodes', people.cleo)],
    then: [answer('cleo', 'Allowed')],
    look: reviewId('cleo'),
  },
];
