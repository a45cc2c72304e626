import { expect, test } from 'vitest';
import type { Domain, DomainPart, FaultRule } from '../../../src/simulation/engine/domain.ts';
import { extended } from '../../../src/simulation/engine/domain.ts';
import { emptyWorld } from '../../../src/simulation/engine/world.ts';

const rule: FaultRule = { text: () => 'break it', effects: () => [] };
const core: Domain = {
  projectors: {},
  behaviours: {},
  apis: {},
  faults: { lost: rule },
  measures: () => ({ served: 1 }),
  ownerOf: ({ kind }) => (kind === 'ecs-task' ? 'service' : undefined),
};
const part: DomainPart = {
  faults: { slow: rule },
  measures: () => ({ served: 4, answers: 2 }),
  ownerOf: ({ kind }) => (kind === 'ecs-container' ? 'task' : undefined),
};

test('a domain that is extended has the laws of the core and of the part, and adds up what both measure', () => {
  const domain = extended(core, part);
  expect(Object.keys(domain.faults)).toEqual(['lost', 'slow']);
  expect(domain.measures(emptyWorld(domain, 1, 0, 0))).toEqual({ served: 5, answers: 2 });
  const owners = (['ecs-task', 'ecs-container', 'ecs-service'] as const).map((kind) => domain.ownerOf({ id: 'one', kind, body: {} }));
  expect(owners).toEqual(['service', 'task', undefined]);
});

test('a part that says nothing of a law leaves the law of the core as it is', () => {
  const { measures, ownerOf } = extended(core, { faults: { slow: rule } });
  expect(measures).toBe(core.measures);
  expect(ownerOf).toBe(core.ownerOf);
});

test('a part may not replace a law of the core', () => {
  expect(() => extended(core, { faults: { lost: rule } })).toThrow(
    'The domain has the fault lost already; name that of the part differently.',
  );
});
