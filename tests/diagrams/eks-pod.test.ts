import { describe, expect, it } from 'vitest';
import scenario from '../../diagrams/eks-pod/scenario.ts';
import type { Act } from '../../src/model/api-call.ts';
import { eksHealths, eksReasons } from '../../src/model/eks/vocabulary.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge } from '../../src/model/goal.ts';
import { kinds } from '../../src/model/kind.ts';
import type { Resource } from '../../src/model/resource.ts';
import { statuses } from '../../src/model/status.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun, extendTo, indexAt } from '../../src/simulation/engine/run.ts';
import { eksWaitCodes } from '../../src/simulation/eks/wait-codes.ts';

const told = extendTo(beginRun(scenario), scenario.horizon);
const seen = (run: Run, at: number): Frame => frameAt(run, indexAt(run, at));
const quiet = extendTo(beginRun(scenario, { inputs: [] }), 60_000);
const ready = seen(quiet, 60_000);

const named = (frame: Frame, name: string): Resource => {
  const found = [...frame.resources.values()].find((one) => one.name === name);
  if (found === undefined) throw new Error(`The frame has no ${name}.`);
  return found;
};
const podIn = (frame: Frame): Resource => {
  const found = [...frame.resources.values()].find(({ kind }) => kind === 'k8s-pod');
  if (found === undefined) throw new Error('The frame has no pod.');
  return found;
};
const pod = podIn(ready);
const nameOf = ({ id }: Resource): string => id.slice(id.lastIndexOf('/') + 1);
const deleted: Act = { call: { api: 'kubernetes', verb: 'delete', path: `/api/v1/namespaces/default/pods/${nameOf(pod)}` } };
const breaks = (fault: string, target: string): Act => ({ fault, target, on: true });

/** A run in which the reader does some things a minute after the opening. */
const after = (acts: readonly Act[], until: number): Run =>
  extendTo(beginRun({ ...scenario, horizon: until }, { inputs: acts.map((act, index) => ({ at: 60_000 + index, ...act })) }), until);

/** Every frame of a run. */
function framesOf(run: Run): readonly Frame[] {
  const frames = [frameAt(run, 0)];
  for (let index = 1; index < run.length; index += 1) frames.push(frameAt(run, index, frames[index - 1]));
  return frames;
}

/** The first time at which a container of the pod is as wanted. */
const firstTime = (run: Run, name: string, is: (resource: Resource) => boolean): number => {
  const id = `${pod.id}#${name}`;
  const frame = framesOf(run).find(({ resources }) => {
    const found = resources.get(id);
    return found !== undefined && is(found);
  });
  if (frame === undefined) throw new Error(`${name} never was so.`);
  return frame.time;
};
const ended = (run: Run, name: string): number => firstTime(run, name, ({ status }) => status === 'Terminated');
const logOf = (run: Run): readonly string[] =>
  framesOf(run).flatMap(({ messages }) => messages.filter(({ log }) => log).map(({ text }) => text));

describe('the walkthrough of a pod', () => {
  const { walkthrough, horizon } = scenario;
  it.each(walkthrough.map((step, index) => ({ ...step, end: step.until ?? (walkthrough[index + 1]?.at ?? horizon + 1) - 1 })))(
    'at $at ms keeps what it promises: $text',
    ({ then, end }) => {
      for (const goal of then) expect(judge(goal, seen(told, end)), JSON.stringify(goal)).toMatchObject({ met: true });
    },
  );
});

describe('a pod that comes up', () => {
  it('runs its init container to the end before the sidecar, and the sidecar before the app', () => {
    const running = (name: string): number => firstTime(quiet, name, ({ status }) => status === 'Running');
    expect(ended(quiet, 'migrate')).toBeLessThan(running('proxy'));
    expect(running('proxy')).toBeLessThan(running('app'));
  });

  it('is Pending until the app has started, then Running, then Ready', () => {
    const words = framesOf(quiet).map((frame) => `${podIn(frame).status} ${podIn(frame).health ?? ''}`);
    expect([...new Set(words)]).toEqual(['Pending NotReady', 'Running NotReady', 'Running Ready']);
  });
});

describe('a pod that goes', () => {
  it('ends its sidecar only when the app has ended, after the hook and SIGTERM', () => {
    const run = after([deleted], 100_000);
    expect(ended(run, 'app')).toBeGreaterThan(65_000);
    expect(ended(run, 'app')).toBeLessThan(70_000);
    expect(ended(run, 'proxy')).toBeGreaterThan(ended(run, 'app'));
  });

  it('kills a process that ignores SIGTERM when the grace period is over, with exit code 137', () => {
    const run = after([breaks('ignores-sigterm', `${pod.id}#app`), deleted], 100_000);
    const at = ended(run, 'app');
    expect(at).toBeGreaterThanOrEqual(90_000);
    expect(at).toBeLessThan(91_000);
    expect(seen(run, at).resources.get(`${pod.id}#app`)?.details['exitCode']).toBe(137);
  });
});

describe('what the kubelet does about a broken container', () => {
  it('waits twice as long before each further start, up to 300 seconds', () => {
    const run = after([breaks('container-crashes', `${pod.id}#app`)], 1_500_000);
    const starts = framesOf(run).filter(
      ({ time, messages }) => time > 60_000 && messages.some(({ text }) => text === 'Started: Started container app'),
    );
    const pauses = starts.slice(1).map(({ time }, index) => Math.round((time - (starts[index]?.time ?? 0)) / 10_000) * 10);
    expect(pauses.slice(0, 7)).toEqual([10, 20, 40, 80, 160, 300, 300]);
  });

  it('restarts after three failed liveness probes, and not after failed readiness probes', () => {
    const live = logOf(after([breaks('liveness-probe-fails', `${pod.id}#app`)], 100_000));
    const unready = after([breaks('readiness-probe-fails', `${pod.id}#app`)], 200_000);
    expect(live.filter((line) => line.startsWith('Unhealthy: Liveness'))).toHaveLength(3);
    expect(live).toContain('Killing: Container app failed liveness probe, will be restarted');
    expect(named(seen(unready, 200_000), 'app')).toMatchObject({ status: 'Running', health: 'NotReady', details: { restarts: 0 } });
  });

  it('starts the app when the missing ConfigMap is there again', () => {
    const deployment = named(ready, 'web').id;
    const inputs = [
      { at: 60_000, ...breaks('config-missing', deployment) },
      { at: 120_000, fault: 'config-missing', target: deployment, on: false },
    ];
    const run = extendTo(beginRun(scenario, { inputs }), 180_000);
    expect(podIn(seen(run, 119_000))).toMatchObject({ status: 'Pending', reason: 'CreateContainerConfigError' });
    expect(podIn(seen(run, 180_000))).toMatchObject({ status: 'Running', health: 'Ready' });
  });

  it('sends the pod away from a node without memory, and the next one goes elsewhere', () => {
    const node = [...ready.resources.values()].find(
      ({ kind, details }) => kind === 'k8s-node' && details['fullName'] === pod.details['node'],
    );
    const run = after([breaks('memory-pressure', node?.id ?? '')], 120_000);
    const pods = [...seen(run, 120_000).resources.values()].filter(({ kind }) => kind === 'k8s-pod');
    expect(pods.map(({ status, reason }) => `${status} ${reason ?? ''}`).sort()).toEqual(['Failed Evicted', 'Running ']);
    expect(new Set(pods.map(({ details }) => details['node'])).size).toBe(2);
  });
});

describe('what the pod diagram shows', () => {
  it('is named by words that have an explanation', () => {
    const broken = scenario.faults.map(({ id, on }) => {
      const target = on === 'k8s-container' ? `${pod.id}#app` : [...ready.resources.values()].find(({ kind }) => kind === on)?.id;
      return after([breaks(id, target ?? '')], 200_000);
    });
    const words = ({ kind, status, reason, health, waitingFor = [] }: Resource): readonly string[] =>
      [status, reason ?? [], health ?? [], waitingFor.map(({ code }) => code)].flat().map((word) => `${kind} ${word}`);
    const shown = new Set(
      [told, ...broken].flatMap(framesOf).flatMap(({ resources, changed }) => changed.flatMap((id) => words(resources.get(id) ?? pod))),
    );
    const explained = new Set(
      kinds.flatMap((kind) => [
        ...Object.keys(statuses[kind]).map((word) => `${kind} ${word}`),
        ...[eksReasons, eksHealths, eksWaitCodes].flatMap((list) => list[kind] ?? []).map((word) => `${kind} ${word}`),
      ]),
    );
    expect(shown.size).toBeGreaterThan(40);
    // kubectl's words for init containers hold a count or the reason of a container; the message beside them explains.
    expect([...shown].filter((word) => !explained.has(word) && !word.includes(' Init:'))).toEqual([]);
  });

  it('has for each action its command and an answer', () => {
    const commands = scenario.actions.map((action) => {
      const target = [...ready.resources.values()].find(({ kind }) => kind === action.on);
      return target === undefined ? '' : action.command(target, ready, '1');
    });
    expect(commands).toEqual([
      `kubectl delete pod ${nameOf(pod)}`,
      'kubectl set image deployment/web app=1',
      'kubectl scale deployment/web --replicas=1',
    ]);
  });
});
