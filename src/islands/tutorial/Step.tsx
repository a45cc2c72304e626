import type { GoalStanding, StepStanding } from '../../tutorial/standing.ts';
import { nextGoal, whyUnmet } from '../../tutorial/standing.ts';

interface Props {
  readonly standing: StepStanding;
  /** Whether this is the step that the reader is at. */
  readonly current: boolean;
}

/** One step: its goals always in sight, its words open while the reader is at it. */
export function Step({ standing, current }: Props) {
  const { step, done, goals } = standing;
  const next = nextGoal(standing);
  return (
    <li className="tutorial-step" data-step={step.id} data-done={done} aria-current={current ? 'step' : undefined}>
      <h2>{step.title}</h2>
      <details open={current}>
        <summary>What to do, and why</summary>
        <p>{step.task}</p>
        <p className="quiet">{step.why}</p>
      </details>
      <ul>
        {goals.map((standing) => (
          <Goal key={standing.goal.id} standing={standing} next={standing === next} />
        ))}
      </ul>
      {next === undefined ? null : (
        <details className="tutorial-hint" key={next.goal.id}>
          <summary>Hint</summary>
          <p data-hint={next.goal.id}>{next.goal.hint}</p>
        </details>
      )}
    </li>
  );
}

/** One goal with its verdict; the first unmet one says what it lacks. */
function Goal({ standing, next }: { readonly standing: GoalStanding; readonly next: boolean }) {
  const { goal, met } = standing;
  return (
    <li data-goal={goal.id} data-met={met}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {met ? <path d="M2 6.5 5 9.5 10.5 3" /> : <circle cx="6" cy="6" r="4.3" />}
      </svg>
      <span className="tutorial-verdict">{met ? 'Met:' : 'Not met:'} </span>
      <span>
        {goal.label}
        {next ? <span className="tutorial-unmet">{whyUnmet(standing)}</span> : null}
      </span>
    </li>
  );
}
