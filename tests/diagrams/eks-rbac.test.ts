import { describe, expect, it } from 'vitest';
import scenario from '../../diagrams/eks-rbac/scenario.ts';
import { people, reviewId, webAccount } from '../../diagrams/eks-rbac/cluster.ts';
import { bindCall, createEntry } from '../../diagrams/eks-rbac/grants.ts';
import { canI, questions } from '../../diagrams/eks-rbac/questions.ts';
import type { Act, Reply } from '../../src/model/api-call.ts';
import { judge } from '../../src/model/goal.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { act, beginRun, extendTo, indexAt } from '../../src/simulation/engine/run.ts';

const told = extendTo(beginRun(scenario), scenario.horizon);
const fresh = beginRun(scenario, { inputs: [] });

function after(acts: readonly Act[]): { readonly run: Run; readonly replies: readonly (Reply | undefined)[] } {
  let run = fresh;
  const replies = acts.map((deed) => {
    const done = act(run, run.length - 1, 1_000, deed);
    run = extendTo(done.run, 1_000);
    return done.reply;
  });
  return { run, replies };
}
const answerTo = (question: string, by: string, before: readonly Act[] = []): Reply | undefined =>
  after([...before, { call: canI(question, by) }]).replies.at(-1);

describe('the walkthrough', () => {
  const { walkthrough, horizon } = scenario;
  it.each(walkthrough.map((step, index) => ({ ...step, end: (walkthrough[index + 1]?.at ?? horizon + 1) - 1 })))(
    'at $at ms keeps what it promises: $text',
    ({ then, end }) => {
      const frame = frameAt(told, indexAt(told, end));
      for (const goal of then) expect(judge(goal, frame), JSON.stringify(goal)).toMatchObject({ met: true });
    },
  );
});

describe('kubectl auth can-i', () => {
  it.each([
    ['list pods shop', people.cleo, 'RBAC: allowed by ClusterRoleBinding "everybody-views" of ClusterRole "view" to User "cleo"'],
    ['get secrets shop', people.cleo, undefined],
    ['create rolebindings shop', people.ben, 'RBAC: allowed by RoleBinding "shop-leads/shop" of ClusterRole "admin" to Group "shop-leads"'],
    ['create rolebindings billing', people.ben, undefined],
    ['list configmaps shop', webAccount, undefined],
    [
      'delete nodes',
      people.ada,
      `EKS Access Policy: allowed by ClusterRoleBinding "${people.ada}+arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy" of ClusterRole "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy" to User "ada"`,
    ],
  ])('%s as %s says by what: %s', (question, by, reason) => {
    const status = { allowed: reason !== undefined, ...(reason === undefined ? {} : { reason }) };
    expect(answerTo(question, by)).toEqual({ ok: true, body: expect.objectContaining({ status }) as object });
  });

  it('leads from the answer to the binding and the role that decided', () => {
    const { run } = after([{ call: canI('create rolebindings shop', people.ben) }]);
    const relations = frameAt(run, run.length - 1)
      .relations.get(reviewId('ben'))
      ?.map(({ to }) => to.replace('k8s:drydock/', ''));
    expect(relations).toEqual(['User//ben', 'RoleBinding/shop/shop-leads', 'ClusterRole//admin']);
  });

  it('offers each question once', () => {
    expect(new Set(questions).size).toBe(questions.length);
  });

  it('knows nobody without an access entry', () => {
    expect(answerTo('list pods shop', people.nora)).toMatchObject({ ok: false, body: { code: 401, reason: 'Unauthorized' } });
  });
});

describe('a grant', () => {
  it('of more than one has is refused with what is missing', () => {
    const [reply] = after([{ call: bindCall('cluster-admin', people.ben) }]).replies;
    expect(reply).toMatchObject({
      ok: false,
      body: {
        code: 403,
        message: `rolebindings.rbac.authorization.k8s.io "nora-cluster-admin" is forbidden: user "ben" (groups=["shop-leads" "system:authenticated"]) is attempting to grant RBAC permissions not currently held:
{APIGroups:["*"], Resources:["*"], Verbs:["*"]}
{NonResourceURLs:["*"], Verbs:["*"]}`,
      },
    });
  });

  it('of what one has oneself holds for whoever gets that name', () => {
    const before = [{ call: bindCall('admin', people.ben) }, { call: createEntry(people.nora, 'none') }];
    expect(answerTo('delete secrets shop', people.nora, before)).toMatchObject({ body: { status: { allowed: true } } });
    expect(answerTo('delete secrets billing', people.nora, before)).toMatchObject({ body: { status: { allowed: false } } });
  });

  it('by somebody who may bind anything is never refused', () => {
    const [reply] = after([{ call: bindCall('cluster-admin', people.ada) }]).replies;
    expect(reply).toMatchObject({ ok: true });
  });
});

describe('an access entry', () => {
  it('exists once for a principal', () => {
    const [reply] = after([{ call: createEntry(people.ben, 'none') }]).replies;
    expect(reply).toMatchObject({ ok: false, body: { __type: 'ResourceInUseException' } });
  });
});
