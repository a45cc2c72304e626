import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgentContainer } from '../../../../src/simulation/ecs/agent/agent-container.ts';
import { containerNextState } from '../../../../src/simulation/ecs/agent/next-state.ts';
import { onePass } from '../../../../src/simulation/ecs/agent/pass.ts';
import type { ContainerStatus } from '../../../../src/simulation/ecs/agent/status.ts';
import { dependenciesAreValid } from '../../../../src/simulation/ecs/agent/valid-dependencies.ts';

const container = (name: string, dependsOn: AgentContainer['dependsOn'] = [], more: Partial<AgentContainer> = {}): AgentContainer => ({
  name,
  known: 'NONE',
  desired: 'RUNNING',
  essential: true,
  dependsOn,
  ...more,
});

/** Containers that wait only for containers before them, in a shuffled list. */
const acyclic = fc
  .array(fc.array(fc.nat({ max: 7 }), { maxLength: 3 }), { minLength: 1, maxLength: 8 })
  .map((waits) =>
    waits.map((earlier, index) =>
      container(
        `c${index}`,
        [...new Set(earlier)].filter((other) => other < index).map((other) => ({ containerName: `c${other}`, condition: 'START' })),
      ),
    ),
  )
  .chain((containers) => fc.shuffledSubarray(containers, { minLength: containers.length, maxLength: containers.length }));

/** Lets every granted step succeed until none is granted, and tells the order in which containers reached a status. */
function play(
  containers: readonly AgentContainer[],
  awaited: ContainerStatus,
): { readonly end: readonly AgentContainer[]; readonly order: readonly string[] } {
  const order: string[] = [];
  let all = containers;
  for (;;) {
    const stepped = all.map((each) => {
      const { nextState } = containerNextState(each, all);
      if (nextState === awaited) order.push(each.name);
      return nextState === 'NONE' ? each : { ...each, known: nextState };
    });
    if (stepped.every((each, index) => each === all[index])) return { end: all, order };
    all = stepped;
  }
}

const waitsOf = (containers: readonly AgentContainer[]) =>
  containers.flatMap(({ name, dependsOn = [] }) => dependsOn.map(({ containerName }) => [containerName, name] as const));

describe('the containers of a task', () => {
  test('all start, each after those that it depends on', () => {
    fc.assert(
      fc.property(acyclic, (containers) => {
        expect(dependenciesAreValid(containers)).toBe(true);
        const { end, order } = play(containers, 'RUNNING');
        expect(end.every(({ known }) => known === 'RUNNING')).toBe(true);
        for (const [first, then] of waitsOf(containers)) expect(order.indexOf(first)).toBeLessThan(order.indexOf(then));
      }),
    );
  });

  test('all stop, each after those that depend on it', () => {
    fc.assert(
      fc.property(acyclic, (containers) => {
        const { end, order } = play(
          containers.map((each) => ({ ...each, known: 'RUNNING', desired: 'STOPPED' })),
          'STOPPED',
        );
        expect(end.every(({ known }) => known === 'STOPPED')).toBe(true);
        for (const [last, before] of waitsOf(containers)) expect(order.indexOf(before)).toBeLessThan(order.indexOf(last));
      }),
    );
  });

  test('cannot be put in order when they wait for each other, however long the circle is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (length) => {
        const circle = Array.from({ length }, (_, index) =>
          container(`c${index}`, [{ containerName: `c${(index + 1) % length}`, condition: 'START' }]),
        );
        expect(dependenciesAreValid([container('free'), ...circle])).toBe(false);
      }),
    );
  });
});

describe('a dependency that can never be met', () => {
  const failed = container('migrate', [], { known: 'STOPPED', desired: 'STOPPED', exitCode: 1 });
  const app = container('app', [{ containerName: 'migrate', condition: 'SUCCESS' }], { known: 'CREATED' });

  test('outweighs one that may still be met, in whichever order they are listed', () => {
    const slow = container('slow');
    const both = [
      { containerName: 'slow', condition: 'START' },
      { containerName: 'migrate', condition: 'SUCCESS' },
    ];
    for (const dependsOn of [both, both.toReversed()]) {
      const { blocked } = containerNextState({ ...app, dependsOn }, [failed, slow]);
      expect(blocked).toEqual({ because: 'dependency did not exit successfully', terminal: true });
    }
  });

  test('stops all that wait behind it in the same pass', () => {
    const proxy = container('proxy', [{ containerName: 'app', condition: 'START' }], { known: 'CREATED' });
    expect(onePass([failed, app, proxy])).toEqual({ transitions: {}, stopped: ['app', 'proxy'], dropped: [] });
  });

  test('does not hold a container that is to stop', () => {
    expect(containerNextState({ ...app, desired: 'STOPPED' }, [failed])).toEqual({ nextState: 'STOPPED', actionRequired: false });
  });
});

test('a call that is on its way is not made again', () => {
  const starting = container('app', [], { known: 'CREATED', applied: 'RUNNING' });
  expect(onePass([starting]).transitions).toEqual({});
  expect(onePass([{ ...starting, applied: 'NONE' }]).transitions).toEqual({ app: 'RUNNING' });
});
