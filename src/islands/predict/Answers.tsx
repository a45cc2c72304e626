import type { Answer, Question } from '../../tutorial/question.ts';
import type { Prediction } from './prediction-state.ts';

interface Props {
  /** What makes the answers one group. */
  readonly name: string;
  readonly question: Question;
  readonly prediction: Prediction;
  /** Whether an answer may be chosen now. */
  readonly isOpen: boolean;
  readonly onChoose: (answer: Answer) => void;
}

/** The question and its answers; once it is judged, the one that came true is marked, and the reader's own. */
export function Answers({ name, question, prediction, isOpen, onChoose }: Props) {
  const { chosen, happened } = prediction;
  return (
    <fieldset disabled={!isOpen}>
      <legend>{question.question}</legend>
      {question.answers.map((answer) => (
        <label key={answer.answer} className="predict-answer" data-happened={answer === happened || undefined}>
          <input
            type="radio"
            name={name}
            checked={answer === chosen}
            onChange={() => {
              onChoose(answer);
            }}
          />
          <span>{answer.answer}</span>
          {answer === happened ? <b>This happened</b> : null}
        </label>
      ))}
    </fieldset>
  );
}
