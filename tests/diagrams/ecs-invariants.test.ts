import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiObject } from '../../src/model/api-object.ts';
import type { Millis } from '../../src/model/json.ts';
import type { TaskBody } from '../../src/simulation/ecs/objects.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { extendTo, indexAt, lastMoment } from '../../src/simulation/engine/run.ts';
import { writtenAt } from '../../src/simulation/engine/written.ts';
import { checkPromises } from './ecs-invariants.ts';
import { drawsUpTo, ecsScenarios, readAlong } from './reader.ts';

const FIVE_MINUTES: Millis = 300_000;
/** Whatever inputs lead to is over, or goes round, when so much time has passed. */
const SETTLES_WITHIN: Millis = 1_800_000;
/** Then it is watched for so long. */
const WATCHED: Millis = 1_200_000;

/** The objects that were written after a time. */
const writtenAfter = (run: Run, time: Millis): readonly ApiObject[] =>
  run.recording.moments.slice(indexAt(run, time) + 1, run.length).flatMap(({ world, changed }) =>
    changed.flatMap((id) => {
      const object = world.objects.get(id);
      return object !== undefined && writtenAt(object) === world.time ? object : [];
    }),
  );

/** The tasks that stopped after a time. */
const stoppedAfter = (run: Run, time: Millis): readonly TaskBody[] =>
  writtenAfter(run, time)
    .flatMap(({ kind, body }) => (kind === 'ecs-task' ? (body as TaskBody) : [])) // the kind decides the shape
    .filter(({ lastStatus }) => lastStatus === 'STOPPED');

/** Tasks that do not start are tried again at growing intervals; tasks that fail their checks are replaced as long as they do. */
const isLoop = ({ stopCode, stoppedReason }: TaskBody): boolean =>
  stopCode === 'TaskFailedToStart' || /^Task failed (ELB|container) health checks/.test(stoppedReason ?? '');

describe.each(ecsScenarios.map((scenario) => ({ scenario, id: scenario.id })))('whatever a reader does to $id', ({ scenario }) => {
  it('the scheduler keeps to floor and ceiling, no instance holds more than it has, and stopped tasks say why', () => {
    fc.assert(
      fc.property(drawsUpTo(8), (draws) => {
        const deeds = readAlong(scenario, draws, FIVE_MINUTES);
        checkPromises(extendTo(deeds, lastMoment(deeds).world.time + FIVE_MINUTES));
      }),
      { numRuns: Math.ceil(120 / ecsScenarios.length), seed: 20261127 },
    );
  }, 120_000);

  it('the world comes to rest afterwards, or goes round in a throttled restart or in replacements', () => {
    const long = { ...scenario, horizon: FIVE_MINUTES + SETTLES_WITHIN + WATCHED };
    fc.assert(
      fc.property(drawsUpTo(8), (draws) => {
        const run = extendTo(readAlong(long, draws, FIVE_MINUTES), long.horizon);
        const stopped = stoppedAfter(run, long.horizon - WATCHED);
        expect(stopped.filter((task) => !isLoop(task)).map(({ taskArn, stoppedReason }) => ({ taskArn, stoppedReason }))).toEqual([]);
        if (stopped.length > 0) return;
        const written = writtenAfter(run, long.horizon - WATCHED).filter(({ kind }) => /^(ecs|elbv2)-/.test(kind));
        expect([...new Set(written.map(({ kind }) => kind))]).toEqual([]);
      }),
      { numRuns: Math.ceil(40 / ecsScenarios.length), seed: 20261128 },
    );
  }, 120_000);
});
