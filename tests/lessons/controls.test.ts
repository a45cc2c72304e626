import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { controlsIn, lessonSources } from './lesson-sources.ts';

const scenarios = Object.values(import.meta.glob<Scenario>('/diagrams/*/scenario.ts', { eager: true, import: 'default' }));

/** What every diagram and the account page have; their own tests hold these names. */
const everywhere = ['Play', 'Pause', 'Step', 'Step back', 'Reset', 'Speed', 'Time', 'Share', 'Fork here', 'Break something'].concat([
  'My account',
  'Read my account',
]);

const lessons = await lessonSources();

describe.each(lessons)('the lesson $path', ({ text }) => {
  test('sets in bold only names of controls that its diagrams have', () => {
    const shown = scenarios.filter(({ id }) => text.includes(`<Diagram id="${id}"`));
    const own = shown.flatMap(({ actions, faults }) => [...actions, ...faults].map(({ label }) => label));
    expect(controlsIn(text).filter((name) => ![...everywhere, ...own].includes(name))).toEqual([]);
  });
});
