import { expect, test } from 'vitest';
import { readingMinutes, WORDS_PER_MINUTE } from '../../src/overrides/reading-time.ts';

const words = (count: number): string => 'word '.repeat(count);

test('a lesson takes as many minutes as its words need', () => {
  expect(readingMinutes(words(3 * WORDS_PER_MINUTE))).toBe(3);
  expect(readingMinutes(words(3.6 * WORDS_PER_MINUTE))).toBe(4);
});

test('code blocks, components and signs are no words', () => {
  const body = `${words(WORDS_PER_MINUTE)}\n\`\`\`sh\n${words(9 * WORDS_PER_MINUTE)}\n\`\`\`\n<Diagram id="ecs-task" />${' - '.repeat(900)}`;
  expect(readingMinutes(body)).toBe(1);
});

test('a short lesson takes a minute', () => {
  expect(readingMinutes('')).toBe(1);
});
