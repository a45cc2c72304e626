import { describe, expect, it } from 'vitest';
import scenario from '../../diagrams/eks-control-plane/scenario.ts';
import { clusterId, etcdId, people } from '../../diagrams/eks-control-plane/cluster.ts';
import { places, sent } from '../../diagrams/eks-control-plane/requests.ts';
import type { Act, Input } from '../../src/model/api-call.ts';
import { judge } from '../../src/model/goal.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { act, beginRun, extendTo, indexAt, logAt } from '../../src/simulation/engine/run.ts';

const told = extendTo(beginRun(scenario), scenario.horizon);
const runOf = (inputs: readonly Input[], until = 60_000): Run => extendTo(beginRun(scenario, { inputs }), until);
const seen = (run: Run, time: number) => frameAt(run, indexAt(run, time));
const logOf = (run: Run): readonly string[] => logAt(run, run.length - 1).map(({ text }) => text);
const asks = (by: string, request: string, from: string = places.laptop): Act => ({ call: sent(request, by, from) });
const membersOf = (run: Run, time: number): readonly string[] =>
  [1, 2, 3].map((number) => seen(run, time).resources.get(etcdId(number))?.status ?? '').sort();

describe('the walkthrough', () => {
  const { walkthrough, horizon } = scenario;
  it.each(walkthrough.map((step, index) => ({ ...step, end: step.until ?? (walkthrough[index + 1]?.at ?? horizon + 1) - 1 })))(
    'at $at ms keeps what it promises: $text',
    ({ then, end }) => {
      for (const goal of then) expect(judge(goal, seen(told, end)), JSON.stringify(goal)).toMatchObject({ met: true });
    },
  );
});

describe('a request', () => {
  it.each([
    { by: people.developer, request: 'pods', says: /^web-\w+-\w+, web-\w+-\w+$/ },
    {
      by: people.developer,
      request: 'secrets',
      says: /^Error from server \(Forbidden\): secrets is forbidden: User "developer" cannot list resource "secrets" in API group "" in the namespace "shop"$/,
    },
    {
      by: people.developer,
      request: 'nodes',
      says: /^Error from server \(Forbidden\): nodes is forbidden: User "developer" cannot list resource "nodes" in API group "" at the cluster scope$/,
    },
    { by: people.visitor, request: 'pods', says: /^error: You must be logged in to the server \(Unauthorized\)$/ },
    {
      by: people.admin,
      request: 'debug',
      says: /^Error from server \(Forbidden\): pods "debug" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false/,
    },
    {
      by: people.admin,
      request: 'stale',
      says: /^Error from server \(Conflict\): Operation cannot be fulfilled on deployments.apps "web": the object has been modified; please apply your changes to the latest version and try again$/,
    },
    { by: people.auditor, request: 'pods', says: /^web-/ },
    { by: people.auditor, request: 'system-pods', says: /Forbidden/ },
    {
      by: people.auditor,
      request: 'scale-3',
      says: /^Error from server \(Forbidden\): deployments.apps "web" is forbidden: User "auditor" cannot patch resource "deployments\/scale" in API group "apps" in the namespace "shop"$/,
    },
    { by: people.developer, request: 'scale-3', says: /^deployment.apps\/web scaled$/ },
  ])('of $by for $request ends with what kubectl prints: $says', ({ by, request, says }) => {
    const log = logOf(runOf([{ at: 1_000, ...asks(by, request) }], 6_000));
    expect(
      log.some((line) => says.test(line)),
      log.join('\n'),
    ).toBe(true);
  });

  it('passes its stages one after the other, and the rule that let it through is in the audit log', () => {
    const run = runOf([{ at: 1_000, ...asks(people.developer, 'scale-3') }], 6_000);
    const ways = run.recording.moments
      .flatMap(({ messages }) => messages)
      .filter(({ type }) => type === 'request.sent')
      .map(({ to }) => to.replace(/^.*[/#]/, ''));
    expect(ways).toEqual([
      'endpoint',
      expect.stringMatching(/^kube-apiserver-/),
      'authentication',
      'authorization',
      'admission',
      'storage',
    ]);
    const [event] = [...seen(run, 6_000).resources.values()].filter(({ kind }) => kind === 'k8s-audit-event');
    expect(event).toMatchObject({
      status: 'ResponseComplete',
      text: 'RBAC: allowed by RoleBinding "developers/shop" of Role "developer" to Group "developers"',
    });
  });

  it('of an expired token is not believed, and of a new one is', () => {
    const fault = { fault: 'token-expired', target: people.admin } as const;
    const run = runOf([
      { at: 0, ...fault, on: true },
      { at: 1_000, ...asks(people.admin, 'nodes') },
      { at: 10_000, ...fault, on: false },
      { at: 11_000, ...asks(people.admin, 'nodes') },
    ]);
    expect(logOf(run).filter((line) => line.startsWith('error:') || line.startsWith('ip-'))).toEqual([
      'error: You must be logged in to the server (Unauthorized)',
      expect.stringMatching(/^ip-/),
    ]);
  });
});

describe('etcd', () => {
  it('elects another leader when it loses one of three, and goes on storing', () => {
    const run = runOf([
      { at: 0, fault: 'etcd-member-lost', target: etcdId(1), on: true },
      { at: 5_000, ...asks(people.admin, 'scale-3') },
    ]);
    expect(membersOf(run, 4_000)).toEqual(['Follower', 'Leader', 'Lost']);
    expect(seen(run, 40_000).measures['pods.available']).toBe(3);
  });

  it('stores nothing without two of three, and what controllers asked meanwhile is stored afterwards', () => {
    const run = runOf(
      [
        { at: 0, ...asks(people.admin, 'scale-3') },
        { at: 2_700, fault: 'etcd-member-lost', target: etcdId(2), on: true },
        { at: 2_700, fault: 'etcd-member-lost', target: etcdId(3), on: true },
        { at: 60_000, fault: 'etcd-member-lost', target: etcdId(2), on: false },
      ],
      120_000,
    );
    expect(membersOf(run, 50_000)).toEqual(['Follower', 'Lost', 'Lost']);
    expect(seen(run, 50_000).measures).toMatchObject({ 'pods.wanted': 3, 'pods.available': 2 });
    expect(membersOf(run, 120_000)).toEqual(['Follower', 'Leader', 'Lost']);
    expect(seen(run, 120_000).measures).toMatchObject({ 'pods.wanted': 3, 'pods.available': 3 });
  });

  it('survives the loss of a zone, whose pods are replaced elsewhere', () => {
    const run = extendTo(
      beginRun({ ...scenario, horizon: 600_000 }, { inputs: [{ at: 0, fault: 'zone-lost', target: 'eu-west-1a', on: true }] }),
      600_000,
    );
    expect(membersOf(run, 10_000)).toEqual(['Follower', 'Leader', 'Lost']);
    expect(seen(run, 600_000).measures['pods.available']).toBe(2);
  });
});

describe('the API servers', () => {
  it('answer as long as one of them is there', () => {
    const lost = (number: number): Act => ({ fault: 'api-server-lost', target: `${clusterId}/kube-apiserver-${number}`, on: true });
    const one = runOf([
      { at: 0, ...lost(1) },
      { at: 1_000, ...asks(people.admin, 'nodes') },
    ]);
    expect(logOf(one).some((line) => line.startsWith('ip-'))).toBe(true);
    const none = runOf([
      { at: 0, ...lost(1) },
      { at: 0, ...lost(2) },
      { at: 1_000, ...asks(people.admin, 'nodes') },
    ]);
    expect(logOf(none)).toContain('Unable to connect to the server: dial tcp: i/o timeout');
  });
});

describe('the EKS API', () => {
  const index = indexAt(told, 0);
  const call = (operation: string, input: { readonly [field: string]: string | boolean | object }): Act => ({
    call: { api: 'eks', operation, input: { name: 'drydock', ...(JSON.parse(JSON.stringify(input)) as object) } },
  });
  it.each([
    [{ version: '1.34' }, 'Unsupported Kubernetes minor version update from 1.35 to 1.34'],
    [{ version: '1.37' }, 'unsupported Kubernetes version'],
  ])('refuses the version %j', (input, message) => {
    expect(act(told, index, 0, call('UpdateClusterVersion', input)).reply).toMatchObject({ ok: false, body: { message } });
  });

  it('takes one update at a time', () => {
    const { run } = act(told, index, 0, call('UpdateClusterVersion', { version: '1.36' }));
    const second = act(run, run.length - 1, 0, call('UpdateClusterVersion', { version: '1.36' }));
    expect(second.reply).toMatchObject({ ok: false, body: { __type: 'ResourceInUseException' } });
  });
});
