import { describe, expect, it } from 'vitest';
import { questionDefinition } from '../../src/tutorial/question-definition.ts';

const goals = [{ measure: 'requests.failed', is: { equals: 0 } }];
const answer = (text: string) => ({ answer: text, goals, because: 'It is so.' });
const act = { at: 1_000, fault: 'process-hangs', target: 'task', on: true };
const sound = { diagram: 'ecs-task', question: 'What happens?', acts: [act], judgedAt: 2_000, answers: [answer('This.'), answer('That.')] };

/** What the schema says of a sound question that was changed. */
const complaint = (change: object): string =>
  questionDefinition
    .safeParse({ ...sound, ...change })
    .error?.issues.map(({ message }) => message)
    .join('\n') ?? '';

describe('the schema of a question', () => {
  it('takes a sound question, with nothing prepared unless it says so', () => {
    expect(questionDefinition.parse(sound).prepare).toEqual([]);
  });

  it('wants a choice: two to four answers, which differ', () => {
    expect(complaint({ answers: [answer('This.')] })).not.toBe('');
    expect(complaint({ answers: ['1', '2', '3', '4', '5'].map(answer) })).not.toBe('');
    expect(complaint({ answers: [answer('This.'), answer('This.')] })).toMatch(/Two answers say the same/);
  });

  it('refuses an answer that is always right, or not explained', () => {
    expect(complaint({ answers: [{ ...answer('This.'), goals: [] }, answer('That.')] })).not.toBe('');
    expect(complaint({ answers: [{ answer: 'This.', goals }, answer('That.')] })).not.toBe('');
  });

  it('refuses what is done before the reader comes or after the answer is known', () => {
    expect(complaint({ acts: [{ ...act, at: -1 }] })).toMatch(/between 0 and judgedAt/);
    expect(complaint({ acts: [{ ...act, at: 2_000 }] })).toMatch(/between 0 and judgedAt/);
    expect(complaint({ prepare: [act] })).toMatch(/negative times/);
  });
});
