import { describe, expect, it } from 'vitest';
import { actions } from '../../diagrams/eks-network-policies/actions.ts';
import { connect, excepted, outside } from '../../diagrams/eks-network-policies/connections.ts';
import { applyCall } from '../../diagrams/eks-network-policies/policies.ts';
import scenario from '../../diagrams/eks-network-policies/scenario.ts';
import type { Act, Reply } from '../../src/model/api-call.ts';
import { judge } from '../../src/model/goal.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { act, beginRun, extendTo, indexAt } from '../../src/simulation/engine/run.ts';

const told = extendTo(beginRun(scenario), scenario.horizon);
const fresh = extendTo(beginRun(scenario, { inputs: [] }), 1_000);

function after(acts: readonly Act[]): { readonly run: Run; readonly reply: Reply | undefined } {
  let run = fresh;
  let reply: Reply | undefined;
  acts.forEach((deed, index) => {
    const at = 2_000 + index * 1_000;
    run = extendTo(run, at);
    const done = act(run, run.length - 1, at, deed);
    reply = done.reply;
    run = extendTo(done.run, at + 500);
  });
  return { run, reply };
}

const tried = (policies: readonly string[], from: string, to: string): Reply | undefined =>
  after([...policies.map((name) => ({ call: applyCall(name) })), { call: connect(from, to) }]).reply;

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

describe('a connection', () => {
  it.each<[policies: string[], from: string, to: string, allowed: boolean, because: string]>([
    [[], 'shop/web', 'db', true, 'No policy isolates either end.'],
    [['deny-ingress'], 'shop/web', 'api', false, 'For ingress isolated by shop/deny-ingress, and no policy allows this.'],
    [['web-to-api'], 'shop/web', 'api', true, 'By shop/web-to-api for ingress.'],
    [['web-to-api'], 'shop/db', 'api', false, 'For ingress isolated by shop/web-to-api, and no policy allows this.'],
    [['from-monitoring'], 'monitoring/prometheus', 'api', true, 'By shop/from-monitoring for ingress.'],
    [['from-monitoring'], 'monitoring/prometheus', 'db', false, 'For ingress isolated by shop/from-monitoring, and no policy allows this.'],
    [['from-outside'], outside, 'web', true, 'By shop/from-outside for ingress.'],
    [['from-outside'], excepted, 'web', false, 'For ingress isolated by shop/from-outside, and no policy allows this.'],
    [['deny-egress'], 'shop/api', 'outside', false, 'For egress isolated by shop/deny-egress, and no policy allows this.'],
    [['to-dns'], 'shop/api', 'dns', true, 'By shop/to-dns for egress.'],
  ])('under %j from %s to %s is allowed: %s', (policies, from, to, allowed, because) => {
    expect(tried(policies, from, to)).toEqual({ ok: true, body: expect.objectContaining({ allowed, because }) as object });
  });

  it('from a pod whose label is spelled wrong is denied', () => {
    const frame = frameAt(fresh, fresh.length - 1);
    const web = [...frame.resources.values()].find(({ kind, name }) => kind === 'k8s-pod' && name.startsWith('web-'));
    const label = actions.find(({ id }) => id === 'label');
    if (web === undefined || label === undefined) throw new Error('The diagram has no pod web, or no action label.');
    const acts = [applyCall('web-to-api'), label.call(web, frame, 'fronted'), connect('shop/web', 'api')];
    expect(after(acts.map((call) => ({ call }))).reply).toMatchObject({ body: { allowed: false } });
  });

  it('from a workload that is not there is refused with what to do', () => {
    expect(tried([], 'shop/cart', 'db')).toEqual({ ok: false, body: { message: 'No pod of shop/cart is ready; wait for one.' } });
  });
});
