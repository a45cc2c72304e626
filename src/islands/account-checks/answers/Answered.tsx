import type { Answer } from '../../../account/cluster-answers/answer.ts';
import type { Mask } from '../../../account/mask.ts';

const words: Readonly<Record<Answer['verdict'], string>> = { allowed: 'Allowed.', denied: 'Denied.', unknown: 'Unknown.' };

/** An answer with what decided it. */
export function Answered({ answer: { verdict, because }, show }: { readonly answer: Answer; readonly show: Mask }) {
  return (
    <p role="status" className="answer" data-answer={verdict}>
      <b>{words[verdict]}</b> <bdi>{show(because)}</bdi>
    </p>
  );
}
