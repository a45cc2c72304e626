import type { Answer } from '../../tutorial/question.ts';

/** Where a reader is with a question, the answer that they chose, and the one that came true. */
export interface Prediction {
  /** `left`: the diagram went another way before the answer was known. */
  readonly phase: 'asking' | 'running' | 'left' | 'judged';
  readonly chosen: Answer | undefined;
  readonly happened: Answer | undefined;
}

/** What can happen to a prediction. */
export type PredictionEvent =
  | { readonly type: 'answer.chosen'; readonly answer: Answer }
  | { readonly type: 'run.begun' }
  | { readonly type: 'run.left' }
  | { readonly type: 'answer.known'; readonly answer: Answer | undefined }
  | { readonly type: 'question.askedAgain' };

/** A question to which nothing is said yet. */
export const unanswered: Prediction = { phase: 'asking', chosen: undefined, happened: undefined };

/** A prediction after what happened. */
export function predictionAfter(state: Prediction, event: PredictionEvent): Prediction {
  switch (event.type) {
    case 'answer.chosen':
      return { ...state, chosen: event.answer };
    case 'run.begun':
      return { ...state, phase: 'running' };
    case 'run.left':
      return state.phase === 'running' ? { ...state, phase: 'left' } : state;
    case 'answer.known':
      return state.phase === 'running' || state.phase === 'left' ? { ...state, phase: 'judged', happened: event.answer } : state;
    case 'question.askedAgain':
      return unanswered;
  }
}

/** Whether the reader said what then happened. */
export const wasRight = ({ chosen, happened }: Prediction): boolean => chosen !== undefined && chosen === happened;

/** What to tell a reader who looks at the diagram and not at the question. */
export function newsOf(state: Prediction): string {
  switch (state.phase) {
    case 'asking':
      return '';
    case 'running':
      return `You said: ${state.chosen?.answer} Now watch the diagram.`;
    case 'left':
      return 'The diagram goes another way now, so the question stays open. Run it again.';
    case 'judged':
      return `${wasRight(state) ? 'You were right.' : 'It came differently.'} ${state.happened?.answer ?? ''}`;
  }
}
