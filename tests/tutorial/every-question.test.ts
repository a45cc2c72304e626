import { describe, expect, it } from 'vitest';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import { beginRun, extendTo } from '../../src/simulation/engine/run.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import type { Question } from '../../src/tutorial/question.ts';
import { answersIn, inputsOf } from '../../src/tutorial/question.ts';
import { lessonSources } from '../lessons/lesson-sources.ts';

const questions = import.meta.glob<Question>('/content/questions/*.yaml', { import: 'default', eager: true });
const scenarios = import.meta.glob<Scenario>('/diagrams/*/scenario.ts', { import: 'default', eager: true });
const lessons = await lessonSources();

describe.each(Object.entries(questions))('%s', (path, question) => {
  const id = path.slice('/content/questions/'.length, -'.yaml'.length);
  const scenario = scenarios[`/diagrams/${question.diagram}/scenario.ts`];
  const pages = lessons.filter(({ text }) => text.includes(`<Predict id="${id}" />`));

  it('has exactly one answer that comes true on its diagram', () => {
    if (scenario === undefined) throw new Error(`${path} is about ${question.diagram}; there is no such diagram.`);
    expect(question.judgedAt).toBeLessThanOrEqual(scenario.horizon);
    const run = extendTo(beginRun(scenario, { inputs: inputsOf(question) }), question.judgedAt);
    const frame = frameAt(run, run.length - 1);
    expect(answersIn(question, frame).map(({ answer }) => answer)).toHaveLength(1);
  });

  it('is asked once, on a page with its diagram', () => {
    expect(pages).toHaveLength(1);
    expect(pages.filter(({ text }) => text.includes(`<Diagram id="${question.diagram}"`))).toEqual(pages);
  });
});

describe.each(lessons)('the lesson $path', ({ text }) => {
  it('asks only questions that exist', () => {
    const asked = [...text.matchAll(/<Predict\s+id="([^"]*)"/g)].map(([, id = '']) => id);
    expect(asked.filter((id) => questions[`/content/questions/${id}.yaml`] === undefined)).toEqual([]);
  });
});
