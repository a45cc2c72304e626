import { describe, expect, test } from 'vitest';
import scenario from '../../diagrams/ecs-service/scenario.ts';
import { ids } from '../../diagrams/ecs-service/start.ts';
import { judge } from '../../src/model/goal.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import { beginRun, causesOf, extendTo, indexAt } from '../../src/simulation/engine/run.ts';

const story = extendTo(beginRun(scenario), scenario.horizon);

describe('the story of ecs-service', () => {
  test('opens with three healthy tasks and one that is pulling its image', () => {
    const tasks = [...frameAt(story, 0).resources.values()].filter(({ kind }) => kind === 'ecs-task');
    expect(tasks.filter(({ status, health }) => status === 'RUNNING' && health === 'HEALTHY')).toHaveLength(3);
    expect(tasks.filter(({ status, details }) => status === 'ACTIVATING' && details['clause'] === 'web:7, pulling')).toHaveLength(1);
  });

  test('has at least 60 moments at which something drawn changes', () => {
    let drawn = 0;
    for (let index = 1; index < story.length; index += 1) {
      if (frameAt(story, index, frameAt(story, index - 1)).changed.length > 0) drawn += 1;
    }
    expect(drawn).toBeGreaterThanOrEqual(60);
  });

  test.each(scenario.walkthrough.map((step, index) => [step.text, step, index] as const))('%s', (_, step, index) => {
    const next = scenario.walkthrough[index + 1]?.at ?? scenario.horizon + 1;
    const frame = frameAt(story, indexAt(story, step.until ?? next - 1));
    for (const goal of step.then) expect({ goal, ...judge(goal, frame) }).toMatchObject({ met: true });
  });

  test('is the same when it is told again', () => {
    const again = extendTo(beginRun(scenario), scenario.horizon);
    expect(again.length).toBe(story.length);
    for (let index = 0; index < story.length; index += 10) {
      const [a, b] = [frameAt(story, index), frameAt(again, index)];
      expect([...b.resources.values()]).toEqual([...a.resources.values()]);
      expect(b.messages).toEqual(a.messages);
    }
  });

  test('leads the state of a task back to what the reader did', () => {
    const index = indexAt(story, 115_000);
    const starting = [...frameAt(story, index).resources.values()].find(
      ({ kind, status }) => kind === 'ecs-task' && status === 'ACTIVATING',
    );
    expect(causesOf(story, index, starting?.id ?? '').at(-1)).toMatchObject({ from: 'you', to: ids.service, type: 'UpdateService' });
  });
});
