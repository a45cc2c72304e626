import { describe, expect, it } from 'vitest';
import type { ApiObject } from '../../src/model/api-object.ts';
import type { Frame } from '../../src/model/frame.ts';
import type { Kind } from '../../src/model/kind.ts';
import type { Resource } from '../../src/model/resource.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import { beginRun, extendTo, momentAt } from '../../src/simulation/engine/run.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { ecsScenarios } from './reader.ts';
import type { Verdict } from './waiters.ts';
import { servicesStable, tasksRunning, tasksStopped } from './waiters.ts';

/** An object as the API would print it, the same as the diagram draws it, and what the diagram says at that moment. */
interface Seen {
  readonly object: ApiObject;
  readonly resource: Resource;
  readonly frame: Frame;
}

/** Everything of a kind that a walkthrough shows, each time that it has changed. */
function* seenIn(scenario: Scenario, kind: Kind): Generator<Seen> {
  const run = extendTo(beginRun(scenario), scenario.horizon);
  let frame: Frame | undefined;
  for (let index = 0; index < run.length; index += 1) {
    frame = frameAt(run, index, frame);
    const { objects } = momentAt(run, index).world;
    for (const id of frame.changed) {
      const [object, resource] = [objects.get(id), frame.resources.get(id)];
      if (object?.kind === kind && resource !== undefined) yield { object, resource, frame };
    }
  }
}

describe.each(ecsScenarios.map((scenario) => ({ scenario, id: scenario.id })))(
  "the SDK's own waiters on the walkthrough of $id",
  ({ scenario }) => {
    it('find a service stable exactly when it is drawn with one deployment and as many running tasks as desired', async () => {
      const verdicts = new Set<Verdict>();
      for (const { object, resource, frame } of seenIn(scenario, 'ecs-service')) {
        const { deployments, running, desired } = resource.details;
        const verdict = await servicesStable(object);
        verdicts.add(verdict);
        expect({ time: frame.time, verdict }).toEqual({
          time: frame.time,
          verdict: deployments === 1 && running === desired ? 'success' : 'retry',
        });
      }
      expect([...verdicts].sort()).toEqual(['retry', 'success']);
    });

    it('find a service stable whenever the diagram says that it waits for nothing, and when it says “steady state”', async () => {
      let steady = 0;
      for (const { object, resource, frame } of seenIn(scenario, 'ecs-service')) {
        const says = frame.messages.some(
          ({ log, from, text }) => log && from === object.id && text.endsWith('has reached a steady state.'),
        );
        if (resource.waitingFor !== undefined && !says) continue;
        steady += 1;
        expect({ time: frame.time, verdict: await servicesStable(object) }).toEqual({ time: frame.time, verdict: 'success' });
      }
      expect(steady).toBeGreaterThan(0);
    });

    it('find a task running, and stopped, exactly when it is drawn so', async () => {
      const statuses = new Set<string>();
      for (const { object, resource, frame } of seenIn(scenario, 'ecs-task')) {
        const { status } = resource;
        statuses.add(status);
        const running = status === 'RUNNING' ? 'success' : status === 'STOPPED' ? 'failure' : 'retry';
        const found = { time: frame.time, status, running: await tasksRunning(object), stopped: await tasksStopped(object) };
        expect(found).toEqual({ time: frame.time, status, running, stopped: status === 'STOPPED' ? 'success' : 'retry' });
      }
      expect([...statuses]).toEqual(expect.arrayContaining(['RUNNING', 'STOPPED']));
    });
  },
);
