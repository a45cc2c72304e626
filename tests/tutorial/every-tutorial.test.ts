import { describe, expect, it } from 'vitest';
import { doneIn } from '../../src/tutorial/standing.ts';
import { solutionOf } from '../../src/tutorial/tutorial.ts';
import { standingAfter, tutorials } from './headless.ts';

describe.each(Object.entries(tutorials))('%s', (_, tutorial) => {
  it('is not done by waiting: no goal of it is ever met', () => {
    const goals = standingAfter(tutorial, []).flatMap((step) => step.goals);
    expect(goals.filter(({ met }) => met)).toEqual([]);
  });

  it('is done wholly by its own solution', () => {
    expect(doneIn(standingAfter(tutorial, solutionOf(tutorial.steps)))).toEqual(tutorial.steps.map(({ id }) => id));
  });

  it.each(tutorial.steps)('does not count the step $id as done by what the steps before it do', ({ id }) => {
    const before = tutorial.steps.slice(
      0,
      tutorial.steps.findIndex((step) => step.id === id),
    );
    expect(doneIn(standingAfter(tutorial, solutionOf(before)))).not.toContain(id);
  });
});
