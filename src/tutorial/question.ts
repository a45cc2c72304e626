import type { Input } from '../model/api-call.ts';
import type { Frame } from '../model/frame.ts';
import type { Goal } from '../model/goal.ts';
import { judge } from '../model/goal.ts';
import type { Millis } from '../model/json.ts';

/** A question whose answer is what then happens on a diagram, as data: `content/questions/<id>.yaml`. */
export interface Question {
  /** The id of the diagram on the same page that gives the answer. */
  readonly diagram: string;
  readonly question: string;
  /** What was done to the diagram's world before the reader meets it, at negative times. */
  readonly prepare: readonly Input[];
  /** What is done when the reader runs it. */
  readonly acts: readonly Input[];
  /** The reader's time at which the answers are judged. */
  readonly judgedAt: Millis;
  readonly answers: readonly Answer[];
}

/** One answer: it is right when all its goals hold. */
export interface Answer {
  readonly answer: string;
  readonly goals: readonly Goal[];
  /** Why this happens, or why it does not. */
  readonly because: string;
}

/** Everything that is done to the world of a question's diagram. */
export const inputsOf = ({ prepare, acts }: Question): readonly Input[] => [...prepare, ...acts];

/** The answers that a frame bears out. In a sound question it is one. */
export const answersIn = ({ answers }: Question, frame: Pick<Frame, 'resources' | 'measures'>): readonly Answer[] =>
  answers.filter(({ goals }) => goals.every((goal) => judge(goal, frame).met));
