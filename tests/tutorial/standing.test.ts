import { describe, expect, it } from 'vitest';
import type { Frame } from '../../src/model/frame.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { Standing } from '../../src/tutorial/standing.ts';
import { currentStep, doneIn, judgeFrame, newsOf, nextGoal, openStanding, whyUnmet, withDone } from '../../src/tutorial/standing.ts';
import type { TutorialGoal, TutorialStep } from '../../src/tutorial/tutorial.ts';

/** A moment with so many instances and so many running tasks. */
function moment(instances: number, tasks: number): Frame {
  const of = (kind: Resource['kind'], status: string, count: number): Resource[] =>
    Array.from({ length: count }, (_, i) => ({ id: `${kind} ${i}`, kind, name: `${i}`, scope: {}, status, details: {} }));
  const all = [...of('ecs-container-instance', 'ACTIVE', instances), ...of('ecs-task', 'RUNNING', tasks)];
  const resources = new Map(all.map((resource) => [resource.id, resource]));
  return { index: 0, time: 0, resources, relations: new Map(), messages: [], measures: {}, changed: [] };
}

const running: TutorialGoal = {
  id: 'running',
  label: 'Four tasks run',
  unmet: '{found} of 4 tasks RUNNING',
  hint: 'Scale it',
  when: 'now',
  goal: { kind: 'ecs-task', where: { status: 'RUNNING' }, count: { atLeast: 4 } },
};
const lost: TutorialGoal = {
  ...running,
  id: 'lost',
  label: 'An instance is gone',
  when: 'once',
  goal: { kind: 'ecs-container-instance', count: { atMost: 2 } },
};
const back: TutorialGoal = { ...running, id: 'back' };

const step = (id: string, ...goals: TutorialGoal[]): TutorialStep => ({ id, title: id, why: '', task: '', goals, solution: [] });

const open = openStanding([step('scale', running), step('lose', lost, back)]);
const after = (...frames: Frame[]): Standing => frames.reduce(judgeFrame, open);

describe('the steps of a tutorial', () => {
  it('say of the first unmet goal how far it is', () => {
    const first = currentStep(after(moment(3, 3)));
    const goal = first && nextGoal(first);
    expect(goal && whyUnmet(goal)).toBe('3 of 4 tasks RUNNING');
  });

  it('judge a goal only when those before it are met', () => {
    const [, lose] = after(moment(3, 4));
    expect(lose?.goals.map(({ met }) => met)).toEqual([false, false]);
  });

  it('take what was seen once as met, and what must hold now only while it holds', () => {
    const lose = (standing: Standing) => standing[1]?.goals.map(({ met }) => met);
    const short = after(moment(2, 3));
    expect(lose(short)).toEqual([true, false]);
    expect(lose(judgeFrame(short, moment(3, 3)))).toEqual([true, false]);
    expect(lose(judgeFrame(short, moment(3, 4)))).toEqual([true, true]);
  });

  it('may be done in any order, and stay done', () => {
    const standing = after(moment(2, 3), moment(3, 4), moment(3, 0));
    expect(doneIn(standing)).toEqual(['scale', 'lose']);
    expect(currentStep(standing)).toBeUndefined();
    expect(doneIn(withDone(open, ['lose']))).toEqual(['lose']);
    expect(currentStep(withDone(open, ['lose']))?.step.id).toBe('scale');
  });

  it('announce each goal and each step once', () => {
    const told = new Set<string>();
    const news = newsOf(after(moment(3, 4)), told);
    expect(news.map(({ text }) => text)).toEqual(['Met: Four tasks run.', 'Step 1, scale, is done.']);
    expect(newsOf(after(moment(3, 4)), new Set(news.map(({ id }) => id)))).toEqual([]);
  });
});
