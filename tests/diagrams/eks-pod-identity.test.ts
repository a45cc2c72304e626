import { describe, expect, it } from 'vitest';
import { annotate, ask, associate, dissociate } from '../../diagrams/eks-pod-identity/calls.ts';
import scenario from '../../diagrams/eks-pod-identity/scenario.ts';
import type { ApiCall, Reply } from '../../src/model/api-call.ts';
import { judge } from '../../src/model/goal.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import { act, beginRun, extendTo, indexAt, lastMoment } from '../../src/simulation/engine/run.ts';

const told = extendTo(beginRun(scenario), scenario.horizon);
const fresh = extendTo(beginRun(scenario, { inputs: [] }), 1_000);

/** The replies to calls, one second after the other. */
function replies(calls: readonly ApiCall[]): readonly (Reply | undefined)[] {
  let run = fresh;
  return calls.map((call, index) => {
    const at = 2_000 + index * 1_000;
    run = extendTo(run, at);
    const done = act(run, run.length - 1, at, { call });
    run = extendTo(done.run, at + 500);
    return done.reply;
  });
}

describe('the walkthrough of pod identities', () => {
  const { walkthrough, horizon } = scenario;
  it.each(walkthrough.map((step, index) => ({ ...step, end: step.until ?? (walkthrough[index + 1]?.at ?? horizon + 1) - 1 })))(
    'at $at ms keeps what it promises: $text',
    ({ then, end }) => {
      const frame = frameAt(told, indexAt(told, end));
      for (const goal of then) expect(judge(goal, frame), JSON.stringify(goal)).toMatchObject({ met: true });
    },
  );
});

describe('an association', () => {
  it('is refused where there is one', () => {
    expect(replies([associate('stock', 'reports')])).toMatchObject([{ ok: false, body: { __type: 'ResourceInUseException' } }]);
  });

  it('is not found by an id that none has', () => {
    expect(replies([dissociate('a-none')])).toMatchObject([{ ok: false, body: { __type: 'ResourceNotFoundException' } }]);
  });

  it('is missed at once by a pod that was set up for it', () => {
    const [, answer] = replies([dissociate('a-5c1e0f7b29d84a631'), ask('stock')]);
    expect(answer).toMatchObject({ ok: false, body: { code: 'ResourceNotFoundException' } });
  });
});

describe('an annotation', () => {
  it('does not reach a pod that is there', () => {
    const [, answer] = replies([annotate('orders', 'billing'), ask('orders')]);
    expect(answer).toMatchObject({ ok: true, body: { Arn: expect.stringContaining('assumed-role/orders/') as string } });
  });

  it('is stored, and taken away', () => {
    const annotations = (calls: readonly ApiCall[]): unknown => {
      let run = fresh;
      calls.forEach((call, index) => {
        run = extendTo(act(run, run.length - 1, 2_000 + index * 1_000, { call }).run, 2_900 + index * 1_000);
      });
      const body = lastMoment(run).world.objects.get('k8s:drydock/ServiceAccount/shop/orders')?.body;
      return (body?.['metadata'] as { readonly annotations?: unknown } | undefined)?.annotations;
    };
    expect(annotations([annotate('orders', 'billing')])).toEqual({
      'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/billing',
    });
    expect(annotations([annotate('orders', 'none')])).toEqual({});
  });
});
