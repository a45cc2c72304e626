import { describe, expect, it } from 'vitest';
import type { Keeper } from '../../src/tutorial/progress.ts';
import { doneOf, mergedProgress, noProgress, openProgress, progressWith, readProgress, saveProgress } from '../../src/tutorial/progress.ts';

function keeperOf(text?: string): Keeper & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>(text === undefined ? [] : [['drydock.progress', text]]);
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

const forbidden: Keeper = {
  getItem: () => {
    throw new Error('SecurityError');
  },
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
};

describe('kept progress', () => {
  it('comes back as it was saved, in one record for all tutorials', () => {
    const keeper = keeperOf();
    const progress = progressWith(progressWith(noProgress, 'first-service', ['run-it', 'deploy']), 'other', ['a']);
    expect(saveProgress(keeper, progress)).toBeUndefined();
    expect(keeper.kept.size).toBe(1);
    expect(openProgress(keeper)).toEqual({ progress });
    expect(doneOf(progress, 'first-service')).toEqual(['run-it', 'deploy']);
  });

  it('begins empty, without a word, where nothing is kept', () => {
    expect(openProgress(keeperOf())).toEqual({ progress: noProgress });
  });

  it.each([
    ['not JSON', 'half a rec'],
    ['another version', JSON.stringify({ version: 2, done: {} })],
    ['another shape', JSON.stringify({ version: 1, done: { 'first-service': 'run-it' } })],
    ['a list', '[]'],
  ])('begins afresh and says so when the record is %s', (_, text) => {
    const { progress, problem } = openProgress(keeperOf(text));
    expect(progress).toEqual(noProgress);
    expect(problem).toMatch(/could not be read/);
    expect(readProgress(text)).toBeUndefined();
  });

  it('says in one sentence that the browser forbids it or has no room', () => {
    expect(openProgress(forbidden)).toMatchObject({ progress: noProgress, problem: expect.stringMatching(/ends with this visit\.$/) });
    expect(saveProgress(forbidden, noProgress)).toMatch(/could not be kept/);
  });

  it('joins the records of two browsers, each step once', () => {
    const here = progressWith(noProgress, 'first-service', ['run-it', 'scale-it']);
    const there = progressWith(progressWith(noProgress, 'first-service', ['run-it', 'deploy']), 'other', ['a']);
    expect(mergedProgress(here, there).done).toEqual({ 'first-service': ['run-it', 'scale-it', 'deploy'], other: ['a'] });
  });
});
