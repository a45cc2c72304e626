import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/model/api-call.ts';
import { ecsProjectors } from '../../../src/model/project-ecs.ts';
import type { Domain } from '../../../src/simulation/engine/domain.ts';
import { patch, put } from '../../../src/simulation/engine/effect.ts';
import { extendTo, forkAt, lastMoment, momentAt, beginRun } from '../../../src/simulation/engine/run.ts';
import type { Scenario } from '../../../src/simulation/engine/scenario.ts';
import type { World } from '../../../src/simulation/engine/world.ts';

const ID = 'service';

const domain: Domain = {
  projectors: ecsProjectors,
  behaviours: {},
  apis: {
    ecs: (call) => ({
      reply: { ok: true, body: null },
      effects: [patch(ID, 'input' in call ? call.input : {})],
      about: ID,
      text: '',
    }),
  },
  faults: {},
  measures: () => ({}),
  ownerOf: () => undefined,
};

const scenario: Scenario = {
  id: 'toy',
  domain,
  seed: 1,
  start: [put({ id: ID, kind: 'ecs-service', body: { desiredCount: 3 } })],
  opensAt: 10_000,
  horizon: 60_000,
  actions: [],
  faults: [],
  walkthrough: [],
  plots: [],
};

const scale = (at: number, desiredCount: number): Input => ({
  at,
  call: { api: 'ecs', operation: 'UpdateService', input: { desiredCount } },
});

const desired = (world: World): unknown => world.objects.get(ID)?.body['desiredCount'];

describe('a run with inputs at negative times', () => {
  const inputs = [scale(-10_000, 0), scale(-1, 2), scale(0, 5)];

  it('opens on the world that they prepared, before any input at 0 or later', () => {
    const opening = momentAt(beginRun(scenario, { inputs }), 0);
    expect(desired(opening.world)).toBe(2);
    expect(opening.world.time).toBe(0);
  });

  it('goes on with the inputs at 0 and later, each once', () => {
    const run = extendTo(beginRun(scenario, { inputs }), 60_000);
    expect(run.length).toBe(2);
    expect(desired(lastMoment(run).world)).toBe(5);
  });

  it('keeps what prepared it when it is forked at its opening', () => {
    expect(forkAt(beginRun(scenario, { inputs }), 0).inputs).toEqual(inputs.slice(0, 2));
  });
});
