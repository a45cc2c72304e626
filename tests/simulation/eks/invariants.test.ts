import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from '../../../src/model/api-call.ts';
import { textAt } from '../../../src/model/eks/read.ts';
import { hasFault } from '../../../src/simulation/engine/world.ts';
import type { Run } from '../../../src/simulation/engine/run.ts';
import { act, extendTo, indexAt, lastMoment, momentAt } from '../../../src/simulation/engine/run.ts';
import { minAvailable } from '../../../src/simulation/eks/deployment/fenceposts.ts';
import { amountOf, plus, requestOf, none } from '../../../src/simulation/eks/scheduler/amount.ts';
import type { Amount } from '../../../src/simulation/eks/scheduler/amount.ts';
import { every, find, typed } from '../../../src/simulation/eks/store.ts';
import { deletePod, deploymentId, fault, nodeIds, podsOf, runOf, scaleTo, seen, setImage } from './story.ts';

const END = 720_000;
const anyTime = fc.integer({ min: 0, max: 400_000 });

/** Something that a reader does; a number chooses the pod or the node. */
const anyDeed: fc.Arbitrary<(run: Run, time: number) => Act | undefined> = fc.oneof(
  fc.integer({ min: 0, max: 10 }).map((replicas) => () => scaleTo(replicas)),
  fc.constantFrom('web:7', 'web:8', 'web:9', 'web:nine').map((image) => () => setImage(image)),
  fc.nat(20).map((choice) => (run: Run, time: number) => {
    const pods = podsOf(seen(run, time));
    const pod = pods[choice % Math.max(1, pods.length)];
    return pod && deletePod(pod.id);
  }),
  fc
    .tuple(fc.constantFrom('crash-loop', 'readiness-fails'), fc.nat(20), fc.boolean())
    .map(([id, choice, on]) => (run: Run, time: number) => {
      const pods = podsOf(seen(run, time)).filter(({ details }) => details['node'] !== undefined);
      const pod = pods[choice % Math.max(1, pods.length)];
      return pod && fault(id, pod.id, on);
    }),
  fc.tuple(fc.constantFrom('image-missing', 'no-node-fits'), fc.boolean()).map(
    ([id, on]) =>
      () =>
        fault(id, deploymentId, on),
  ),
  fc.tuple(fc.constantFrom(...nodeIds), fc.boolean()).map(
    ([node, on]) =>
      () =>
        fault('node-lost', node, on),
  ),
);

const anyStory = fc.array(fc.tuple(anyTime, anyDeed), { minLength: 1, maxLength: 8 });

/** A run in which a reader does all that at those times. */
function tell(story: readonly (readonly [number, (run: Run, time: number) => Act | undefined])[]): Run {
  let run = runOf([], 0);
  for (const [at, deed] of story.toSorted((a, b) => a[0] - b[0])) {
    run = extendTo(run, at);
    const wanted = deed(run, at);
    if (wanted !== undefined) ({ run } = act(run, indexAt(run, at), at, wanted));
  }
  return extendTo(run, END);
}

/** Throws the name of the first rule that a moment breaks. */
function checkMoment(run: Run, index: number): void {
  const { world, changed } = momentAt(run, index);
  const before = index === 0 ? undefined : momentAt(run, index - 1).world;
  for (const id of changed) {
    const now = world.objects.get(id);
    const was = before?.objects.get(id);
    if (now === undefined || was === undefined || now === was) continue;
    const [pod, formerly] = [typed('Pod', now), typed('Pod', was)];
    const version = (one: typeof now): number => Number(textAt(one.body, 'metadata', 'resourceVersion'));
    expect(version(now), `${id} was changed without a new resourceVersion`).toBeGreaterThan(version(was));
    if (formerly?.body.spec.nodeName !== undefined) {
      expect(pod?.body.spec.nodeName, `${id} moved to another node`).toBe(formerly.body.spec.nodeName);
    }
  }
}

/** The requests on each node never exceed what it has for pods. */
function checkNodes(run: Run): void {
  const { world } = lastMoment(run);
  const sums = new Map<string, Amount>();
  for (const object of world.objects.values()) {
    const pod = typed('Pod', object)?.body;
    const node = pod?.spec.nodeName;
    if (pod !== undefined && node !== undefined) sums.set(node, plus(sums.get(node) ?? none, requestOf(pod)));
  }
  for (const { body } of every(world, 'Node')) {
    const { cpu, memory, pods } = sums.get(body.metadata.name) ?? none;
    const most = amountOf(body.status?.allocatable);
    expect(cpu).toBeLessThanOrEqual(most.cpu);
    expect(memory).toBeLessThanOrEqual(most.memory);
    expect(pods).toBeLessThanOrEqual(most.pods);
  }
}

describe('whatever a reader does', { timeout: 120_000 }, () => {
  it('each change has a larger resourceVersion, no pod moves, and no node holds more than it has', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const run = tell(story);
        for (let index = 0; index < run.length; index += 1) checkMoment(run, index);
        checkNodes(run);
      }),
      { numRuns: 25, seed: 20261123 },
    );
  });

  it('what is left at the end is rest, or a loop that a fault explains', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const run = tell(story);
        const { world } = lastMoment(run);
        const deployment = find(world, 'Deployment', deploymentId)?.body;
        const isBroken = world.faults.size > 0 || deployment?.spec.template.spec.containers[0]?.image === 'web:nine';
        if (isBroken || (deployment?.spec.replicas ?? 0) > 9) return;
        expect(seen(run, END).measures['pods.available']).toBe(deployment?.spec.replicas);
        expect([...world.actors.values()].flatMap(({ timers }) => Object.keys(timers))).toEqual([]);
      }),
      { numRuns: 25, seed: 20261124 },
    );
  });

  it('a rollout alone never leaves fewer pods available than it may', () => {
    const images = fc.array(fc.tuple(anyTime, fc.constantFrom('web:8', 'web:9', 'web:nine')), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(images, fc.integer({ min: 1, max: 9 }), (rollouts, replicas) => {
        const inputs = [
          { at: 0, ...scaleTo(replicas) },
          ...rollouts.toSorted((a, b) => a[0] - b[0]).map(([at, image]) => ({ at: at + 60_000, ...setImage(image) })),
        ];
        const run = runOf(inputs, END);
        for (let index = 0; index < run.length; index += 1) {
          const { world } = momentAt(run, index);
          const deployment = find(world, 'Deployment', deploymentId)?.body;
          if (world.time < 60_000 || deployment === undefined) continue;
          expect(deployment.status?.availableReplicas).toBeGreaterThanOrEqual(minAvailable(deployment));
        }
      }),
      { numRuns: 25, seed: 20261125 },
    );
  });

  it('the same inputs give the same world', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const print = (): string => JSON.stringify([...lastMoment(tell(story)).world.objects.values()]);
        expect(print()).toBe(print());
      }),
      { numRuns: 5, seed: 20261126 },
    );
  });
});

describe('a node that is cut off', () => {
  it('writes nothing until it is connected again', () => {
    const [node = ''] = nodeIds;
    const run = runOf([{ at: 1_000, ...fault('node-lost', node) }], END);
    const name = node.slice(node.lastIndexOf('/') + 1);
    const own = podsOf(seen(run, 1_000)).filter(({ details }) => details['node'] === name);
    expect(own.length).toBeGreaterThan(0);
    expect(hasFault(lastMoment(run).world, 'node-lost', node)).toBe(true);
    const heard = run.recording.moments
      .flatMap(({ messages }) => messages)
      .filter(({ at, from, log }) => at > 1_000 && !log && own.some(({ id }) => id === from));
    expect(heard).toEqual([]);
  });
});
