import { describe, expect, it } from 'vitest';
import scenario from '../../diagrams/eks-deployment/scenario.ts';
import type { Frame } from '../../src/model/frame.ts';
import { judge } from '../../src/model/goal.ts';
import { kinds } from '../../src/model/kind.ts';
import type { Resource } from '../../src/model/resource.ts';
import { statuses } from '../../src/model/status.ts';
import { eksHealths, eksReasons } from '../../src/model/eks/vocabulary.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { act, beginRun, causesOf, extendTo, indexAt, lastMoment } from '../../src/simulation/engine/run.ts';
import { eksWaitCodes } from '../../src/simulation/eks/wait-codes.ts';
import { deploymentId, fault, nodeIds, podsOf, readyPod, runOf, seen } from '../simulation/eks/story.ts';

const told = extendTo(beginRun(scenario), scenario.horizon);

/** Every frame of a run. */
function framesOf(run: Run): readonly Frame[] {
  const frames = [frameAt(run, 0)];
  for (let index = 1; index < run.length; index += 1) frames.push(frameAt(run, index, frames[index - 1]));
  return frames;
}

/** The words with which a resource is shown, each with its kind. */
const wordsOf = (resource: Resource | undefined): readonly string[] => {
  const { kind, status, reason = [], health = [], waitingFor = [] } = resource ?? {};
  return kind === undefined
    ? []
    : [status ?? [], reason, health, waitingFor.map(({ code }) => code)].flat().map((word) => `${kind} ${word}`);
};

const only = (frame: Frame, id: string): Resource => {
  const resource = frame.resources.get(id);
  if (resource === undefined) throw new Error(`The frame has no ${id}.`);
  return resource;
};

describe('the opening of the EKS diagram', () => {
  it('is the moment at which a fourth pod is being made', () => {
    const frame = frameAt(beginRun(scenario), 0);
    const pods = podsOf(frame).map(({ status, reason, health }) => `${status} ${reason ?? health ?? ''}`);
    expect(pods.sort()).toEqual(['Pending ContainerCreating', 'Running Ready', 'Running Ready', 'Running Ready']);
    expect(only(frame, deploymentId).details['clause']).toBe('4 wanted, 4 updated, 3 available');
  });

  it('leads to at least 60 drawn steps when nobody acts', () => {
    expect(framesOf(told).filter(({ changed }) => changed.length > 0).length).toBeGreaterThanOrEqual(60);
  });
});

describe('the walkthrough', () => {
  const { walkthrough, horizon } = scenario;
  it.each(walkthrough.map((step, index) => ({ ...step, end: step.until ?? (walkthrough[index + 1]?.at ?? horizon + 1) - 1 })))(
    'at $at ms keeps what it promises: $text',
    ({ then, end }) => {
      const frame = seen(told, end);
      for (const goal of then) expect(judge(goal, frame), JSON.stringify(goal)).toMatchObject({ met: true });
    },
  );
});

describe('what the diagram shows', () => {
  const broken = [
    fault('image-missing', deploymentId),
    fault('no-node-fits', deploymentId),
    fault('crash-loop', readyPod()),
    fault('readiness-fails', readyPod()),
    fault('node-lost', nodeIds[0] ?? ''),
  ].map((deed) => runOf([{ at: 1_000, ...deed }], scenario.horizon));

  it('is named by words that have an explanation', () => {
    const shown = new Set(
      [told, ...broken].flatMap(framesOf).flatMap(({ resources, changed }) => changed.flatMap((id) => wordsOf(resources.get(id)))),
    );
    const explained = new Set(
      kinds.flatMap((kind) => [
        ...Object.keys(statuses[kind]).map((word) => `${kind} ${word}`),
        ...[eksReasons, eksHealths, eksWaitCodes].flatMap((words) => words[kind] ?? []).map((word) => `${kind} ${word}`),
      ]),
    );
    expect(shown.size).toBeGreaterThan(40);
    expect([...shown].filter((word) => !explained.has(word))).toEqual([]);
  });

  it('says how long each pod waits for its next start', () => {
    const frame = seen(runOf([{ at: 20_000, ...fault('crash-loop', readyPod()) }], 50_000), 50_000);
    expect(only(frame, readyPod()).waitingFor).toMatchObject([{ code: 'next-restart', until: expect.any(Number) as number }]);
  });

  it('says that a stuck rollout waits for a ready pod, and until when', () => {
    const frame = seen(told, 140_000);
    const controller = [...frame.resources.values()].find(({ kind }) => kind === 'k8s-deployment-controller');
    expect(controller?.waitingFor).toMatchObject([{ code: 'ready-pod', on: deploymentId, values: { available: 3, wanted: 4 } }]);
    expect(controller?.waitingFor?.[0]?.until).toBeGreaterThan(600_000);
  });
});

describe('what a reader does', () => {
  const at = 60_000;
  const index = indexAt(told, at);
  const frame = frameAt(told, index);
  const offers = scenario.actions
    .filter(({ id }) => id !== 'add-probe')
    .flatMap((action) =>
      [...frame.resources.values()]
        .filter(({ kind }) => kind === action.on)
        .slice(0, 1)
        .map((resource) => ({ action, resource })),
    );
  const commands: Readonly<Record<string, string>> = {
    scale: 'kubectl scale deployment/web --replicas=6',
    'set-image': 'kubectl set image deployment/web web=6',
    undo: 'kubectl rollout undo deployment/web',
    'remove-probe': `kubectl patch deployment/web --type=json -p '[{"op":"remove","path":"/spec/template/spec/containers/0/readinessProbe"}]'`,
    'delete-pod': `kubectl delete pod ${
      offers
        .find(({ action }) => action.id === 'delete-pod')
        ?.resource.id.split('/')
        .at(-1) ?? ''
    }`,
  };

  it.each(offers)('has its command and is accepted: $action.id', ({ action, resource }) => {
    expect(action.command(resource, frame, '6')).toBe(commands[action.id]);
    expect(action.unavailable?.(resource, frame)).toBeUndefined();
    expect(act(told, index, at, { call: action.call(resource, frame, '6') }).reply).toMatchObject({ ok: true });
  });

  it('is seen in the same instant', () => {
    const scale = offers.find(({ action }) => action.id === 'scale');
    if (scale === undefined) throw new Error('The diagram offers no scaling.');
    const { run } = act(told, index, at, { call: scale.action.call(scale.resource, frame, '6') });
    expect(only(frameAt(run, run.length - 1), deploymentId).details['wanted']).toBe(6);
    expect(lastMoment(run).world.time).toBe(at);
  });

  it('is where the chain of causes of a new pod ends', () => {
    const scale = offers.find(({ action }) => action.id === 'scale');
    if (scale === undefined) throw new Error('The diagram offers no scaling.');
    const acted = act(told, index, at, { call: scale.action.call(scale.resource, frame, '6') }).run;
    const run = extendTo(acted, at + 5_000);
    const before = new Set(podsOf(frame).map(({ id }) => id));
    const [fresh] = podsOf(frameAt(run, run.length - 1)).filter(({ id }) => !before.has(id));
    expect(fresh).toBeDefined();
    const chain = causesOf(run, run.length - 1, fresh?.id ?? '').map(({ from, text }) => `${from.split('#').at(-1) ?? ''}: ${text}`);
    expect(chain.at(-1)).toBe('you: scale web to 6');
    expect(chain.some((line) => line.startsWith('deployment-controller: scale web-'))).toBe(true);
  });

  it('is told as the cause of what has no actor of its own: a Deployment, and a container in a pod', () => {
    const acted = act(told, index, at, { fault: 'no-node-fits', target: deploymentId, on: true }).run;
    const run = extendTo(acted, at + 5_000);
    expect(causesOf(run, run.length - 1, deploymentId).at(-1)).toMatchObject({ from: 'you', type: 'fault.on' });

    const [pod] = podsOf(frame);
    const crashed = act(told, index, at, { fault: 'crash-loop', target: pod?.id ?? '', on: true }).run;
    expect(causesOf(crashed, crashed.length - 1, `${pod?.id ?? ''}#web`).at(-1)).toMatchObject({ from: 'you', type: 'fault.on' });
  });

  it('can undo a rollout only when there was one before', () => {
    const first = frameAt(beginRun(scenario), 0);
    const undo = scenario.actions.find(({ id }) => id === 'undo');
    expect(undo?.unavailable?.(only(first, deploymentId), first)).toBe('There is no rollout before this one.');
  });

  it('can add a readiness probe when it is missing, and an undo brings it back too', () => {
    const deed = (run: Run, id: string, time: number): Run => {
      const before = frameAt(run, indexAt(run, time));
      const action = scenario.actions.find((one) => one.id === id);
      if (action === undefined) throw new Error(`The diagram does not offer ${id}.`);
      expect(action.unavailable?.(only(before, deploymentId), before)).toBeUndefined();
      const { run: acted } = act(run, indexAt(run, time), time, { call: action.call(only(before, deploymentId), before, '') });
      return extendTo(acted, time + 60_000);
    };
    const probed = (run: Run, time: number): unknown => only(seen(run, time), deploymentId).details['readinessProbe'];
    const adds = scenario.actions.find(({ id }) => id === 'add-probe');
    expect(adds?.unavailable?.(only(frame, deploymentId), frame)).toBe('The template has a readiness probe.');

    const removed = deed(told, 'remove-probe', at);
    expect(probed(removed, at + 60_000)).toBeUndefined();
    expect(probed(deed(removed, 'add-probe', at + 60_000), at + 120_000)).toBe('/healthz');
    const undone = deed(removed, 'undo', at + 60_000);
    expect(probed(undone, at + 120_000)).toBe('/healthz');
    const sets = [...seen(undone, at + 120_000).resources.values()].filter(({ kind }) => kind === 'k8s-replica-set');
    expect(sets).toHaveLength(3);
  });
});
