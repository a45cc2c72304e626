import { describe, expect, it } from 'vitest';
import scenario from '../../diagrams/eks-architecture/scenario.ts';
import { clusterId } from '../../diagrams/web-on-eks-cluster.ts';
import type { Act } from '../../src/model/api-call.ts';
import { judge } from '../../src/model/goal.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun, extendTo, indexAt } from '../../src/simulation/engine/run.ts';

const told = extendTo(beginRun(scenario), scenario.horizon);
const seen = (run: Run, time: number) => frameAt(run, indexAt(run, time));
const scaled: Act = {
  call: {
    api: 'kubernetes',
    verb: 'patch',
    path: '/apis/apps/v1/namespaces/default/deployments/web/scale',
    body: { spec: { replicas: 5 } },
  },
};
const lost = (fault: string, name: string, on = true): Act => ({ fault, target: `${clusterId}/${name}`, on });
const after = (acts: readonly Act[], until: number): Run =>
  extendTo(beginRun(scenario, { inputs: acts.map((deed, index) => ({ at: index * 5_000, ...deed })) }), until);

describe('the walkthrough', () => {
  const { walkthrough, horizon } = scenario;
  it.each(walkthrough.map((step, index) => ({ ...step, end: step.until ?? (walkthrough[index + 1]?.at ?? horizon + 1) - 1 })))(
    'at $at ms keeps what it promises: $text',
    ({ then, end }) => {
      for (const goal of then) expect(judge(goal, seen(told, end)), JSON.stringify(goal)).toMatchObject({ met: true });
    },
  );

  it('looks only at what is there', () => {
    for (const { at, look } of walkthrough)
      if (look !== undefined && !look.includes('#')) expect(seen(told, at).resources.has(look)).toBe(true);
  });
});

describe('a control plane', () => {
  it.each([
    { gone: 'one API server', acts: [lost('api-server-lost', 'kube-apiserver-1'), scaled], available: 5 },
    {
      gone: 'both API servers',
      acts: [lost('api-server-lost', 'kube-apiserver-1'), lost('api-server-lost', 'kube-apiserver-2'), scaled],
      available: 3,
    },
    { gone: 'one of three members of etcd', acts: [lost('etcd-member-lost', 'etcd-1'), scaled], available: 5 },
    {
      gone: 'two of three members of etcd',
      acts: [lost('etcd-member-lost', 'etcd-1'), lost('etcd-member-lost', 'etcd-2'), scaled],
      available: 3,
    },
  ])('without $gone has $available pods available after web was scaled to five', ({ acts, available }) => {
    expect(seen(after(acts, 60_000), 60_000).measures['pods.available']).toBe(available);
  });

  it('does what was asked meanwhile once a lost member is replaced', () => {
    const acts = [
      lost('etcd-member-lost', 'etcd-1'),
      lost('etcd-member-lost', 'etcd-2'),
      scaled,
      lost('etcd-member-lost', 'etcd-1', false),
    ];
    expect(seen(after(acts, 90_000), 90_000).measures).toMatchObject({ 'pods.wanted': 5, 'pods.available': 5 });
  });
});

it('each part of the picture speaks with the API server, and with no other part', () => {
  const parts = /#(?:kube-scheduler|deployment-controller|replicaset-controller|node-lifecycle-controller)$/;
  const talks = told.recording.moments
    .flatMap(({ messages }) => messages)
    .filter(({ type }) => type !== 'lease.renewed') // leases are not stored, as the diagram says
    .filter(({ from, to }) => from !== to && (parts.test(from) || parts.test(to)));
  expect(talks.length).toBeGreaterThan(20);
  expect(talks.filter(({ from, to }) => ![from, to].includes(`${clusterId}#kube-apiserver`))).toEqual([]);
});
