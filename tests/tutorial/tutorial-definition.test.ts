import { describe, expect, it } from 'vitest';
import type { Tutorial } from '../../src/tutorial/tutorial.ts';
import { tutorialDefinition } from '../../src/tutorial/tutorial-definition.ts';
import { tutorials } from './headless.ts';

const sound = Object.values(tutorials)[0];

/** What the schema says of a sound tutorial that was changed. */
function complaint(change: (tutorial: Tutorial, step: Tutorial['steps'][number]) => object): string {
  const step = sound?.steps[0];
  if (sound === undefined || step === undefined) throw new Error('There is no tutorial in content/tutorials/.');
  const { error } = tutorialDefinition.safeParse({ ...sound, ...change(sound, step) });
  return error?.issues.map(({ message, path }) => `${path.join('.')}: ${message}`).join('\n') ?? '';
}

describe('the schema of a tutorial', () => {
  it('takes every tutorial as it is', () => {
    expect(complaint(() => ({}))).toBe('');
  });

  it('refuses two steps or two goals with one id, since progress and pages name them by it', () => {
    expect(complaint(({ steps }, step) => ({ steps: [...steps, step] }))).toMatch(/Two steps have the same id/);
    expect(complaint(({ steps }, step) => ({ steps: [...steps, { ...step, id: 'again' }] }))).toMatch(/Two goals have the same id/);
  });

  it('refuses to prepare the world once the reader has met it', () => {
    expect(complaint((_, { solution }) => ({ prepare: solution }))).toMatch(/negative times/);
  });

  it('refuses a goal that compares with nothing, and one of an unknown kind', () => {
    const withGoal = (goal: unknown) => complaint((_, step) => ({ steps: [{ ...step, goals: [{ ...step.goals[0], goal }] }] }));
    expect(withGoal({ kind: 'ecs-task', count: { atLeast: 1 } })).toBe('');
    expect(withGoal({ kind: 'ecs-task', count: {} })).not.toBe('');
    expect(withGoal({ kind: 'ecs-tusk', count: { atLeast: 1 } })).not.toBe('');
  });
});
