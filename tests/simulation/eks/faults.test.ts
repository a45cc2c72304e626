import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/model/api-call.ts';
import type { Millis } from '../../../src/model/json.ts';
import type { Where } from '../../../src/model/goal.ts';
import { matches } from '../../../src/model/goal.ts';
import { deploymentId, fault, logOf, nodeIds, readyPod, runOf, seen } from './story.ts';

const [node = ''] = nodeIds;
const pod = readyPod();
const nodeName = node.slice(node.lastIndexOf('/') + 1);
const podName = pod.slice(pod.lastIndexOf('/') + 1);

interface FaultRow {
  readonly name: string;
  readonly id: string;
  readonly target: string;
  /** When it has taken effect, and what is then seen of whom. */
  readonly at: Millis;
  readonly then: readonly { readonly where: Where; readonly kind: string; readonly count: number }[];
  /** Lines of the log, in order. */
  readonly log: readonly string[];
  readonly available: number;
}

const rows: readonly FaultRow[] = [
  {
    name: 'a lost image keeps a new pod in ImagePullBackOff',
    id: 'image-missing',
    target: deploymentId,
    at: 60_000,
    then: [{ kind: 'k8s-pod', where: { reason: 'ImagePullBackOff', status: 'Pending' }, count: 1 }],
    log: [
      'Pulling: Pulling image "web:7"',
      'Failed: Failed to pull image "web:7": rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/library/web:7": failed to resolve reference "docker.io/library/web:7": docker.io/library/web:7: not found',
      'Failed: Error: ErrImagePull',
      'BackOff: Back-off pulling image "web:7"',
      'Failed: Error: ImagePullBackOff',
    ],
    available: 3,
  },
  {
    name: 'a crashing container is restarted at once, then after growing pauses',
    id: 'crash-loop',
    target: pod,
    at: 50_000,
    then: [{ kind: 'k8s-pod', where: { reason: 'CrashLoopBackOff', status: 'Running', health: 'NotReady' }, count: 1 }],
    log: ['Started: Started container web', `BackOff: Back-off restarting failed container web in pod ${podName}_default(`],
    available: 3,
  },
  {
    name: 'a failing readiness probe takes a pod out after three failures and restarts nothing',
    id: 'readiness-fails',
    target: pod,
    at: 60_000,
    then: [{ kind: 'k8s-pod', where: { status: 'Running', health: 'NotReady', 'details.restarts': 0 }, count: 1 }],
    log: ['Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 503'],
    available: 3,
  },
  {
    name: 'a silent node becomes Unknown after 50 s and loses its pods 300 s later',
    id: 'node-lost',
    target: node,
    at: 430_000,
    then: [
      { kind: 'k8s-node', where: { status: 'Unknown', reason: 'NodeStatusUnknown' }, count: 1 },
      { kind: 'k8s-pod', where: { reason: 'Terminating' }, count: 1 },
      { kind: 'k8s-pod', where: { status: 'Running', health: 'Ready' }, count: 4 },
    ],
    log: [
      `NodeNotReady: Node ${nodeName} status is now: NodeNotReady`,
      'NodeNotReady: Node is not ready',
      'TaintManagerEviction: Marking for deletion Pod default/',
      'SuccessfulCreate: Created pod: web-',
    ],
    available: 4,
  },
  {
    name: 'a request larger than every node leaves the new pods without one and keeps the old ones',
    id: 'no-node-fits',
    target: deploymentId,
    at: 60_000,
    then: [
      { kind: 'k8s-pod', where: { status: 'Pending', reason: 'Unschedulable' }, count: 2 },
      { kind: 'k8s-pod', where: { status: 'Running', health: 'Ready' }, count: 3 },
    ],
    log: [
      'FailedScheduling: 0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.',
    ],
    available: 3,
  },
];

/** Whether the beginnings of lines stand in a log in this order. */
function expectInOrder(log: readonly string[], wanted: readonly string[]): void {
  let from = 0;
  for (const line of wanted) {
    const found = log.findIndex((text, index) => index >= from && text.startsWith(line));
    expect(found, `“${line}” is not in the log after line ${from} of ${JSON.stringify(log, null, 1)}`).toBeGreaterThanOrEqual(0);
    from = found + 1;
  }
}

const START = 20_000;

describe('a fault', () => {
  it.each(rows)('$name', ({ id, target, at, then, log, available }) => {
    const run = runOf([{ at: START, ...fault(id, target) }], at);
    const frame = seen(run, at);
    for (const { kind, where, count } of then) {
      const found = [...frame.resources.values()].filter((resource) => resource.kind === kind && matches(resource, where));
      expect(found, JSON.stringify(where)).toHaveLength(count);
    }
    expect(frame.measures['pods.available']).toBe(available);
    expectInOrder(logOf(run), log);
  });

  it.each(rows)('$id is over after its repair', ({ id, target, at }) => {
    const inputs: readonly Input[] = [
      { at: START, ...fault(id, target) },
      { at, ...fault(id, target, false) },
    ];
    const frame = seen(runOf(inputs, 720_000), 720_000);
    expect(frame.measures).toEqual({ 'pods.available': 4, 'pods.wanted': 4, 'requests.served': 120, 'requests.failed': 0 });
    const pods = [...frame.resources.values()].filter(({ kind }) => kind === 'k8s-pod');
    expect(pods.map(({ status, health }) => `${status} ${health ?? ''}`)).toEqual([
      'Running Ready',
      'Running Ready',
      'Running Ready',
      'Running Ready',
    ]);
  });
});

describe('the pauses', () => {
  const times = (run: ReturnType<typeof runOf>, text: string): readonly number[] =>
    run.recording.log.filter((line) => line.text.startsWith(text)).map(({ at }) => at);
  const gaps = (list: readonly number[]): readonly number[] =>
    list.slice(1).map((at, index) => Math.round((at - (list[index] ?? 0)) / 1000));

  it('between crashes grow from 10 s to 300 s and not further', () => {
    const run = runOf([{ at: START, ...fault('crash-loop', pod) }], 720_000);
    const pauses = gaps(times(run, 'BackOff: Back-off restarting'));
    expect(pauses.slice(0, 4).map((pause, index) => pause - 10 * 2 ** index)).toEqual([3, 3, 3, 3]); // pull, start, crash and its notice
    const texts = run.recording.moments.flatMap(({ world }) => {
      const body = JSON.stringify(world.objects.get(pod)?.body.status ?? {});
      return /back-off (\w+) restarting/.exec(body)?.[1] ?? [];
    });
    expect([...new Set(texts)]).toEqual(['10s', '20s', '40s', '1m20s', '2m40s', '5m0s']);
  });

  it('between pulls grow from 10 s', () => {
    const run = runOf([{ at: START, ...fault('image-missing', deploymentId) }], 300_000);
    const failed = times(run, 'Failed: Error: ErrImagePull');
    const pulling = times(run, 'Pulling: Pulling image "web:7"').filter((at) => at > (failed[0] ?? Infinity));
    expect(pulling.slice(0, 4).map((at, index) => Math.round((at - (failed[index] ?? 0)) / 1000))).toEqual([10, 20, 40, 80]);
  });
});
