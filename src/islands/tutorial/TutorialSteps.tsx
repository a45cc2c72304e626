import './tutorial.css';
import type { Standing } from '../../tutorial/standing.ts';
import { currentStep, nextGoal, whyUnmet } from '../../tutorial/standing.ts';
import { KeptProgress } from './KeptProgress.tsx';
import { Step } from './Step.tsx';
import { useTutorial } from './use-tutorial.ts';

interface Props {
  readonly tutorial: string;
  /** The id of the diagram on the same page that it is done on. */
  readonly diagram: string;
  /** How the tutorial stands when the diagram opens. */
  readonly opening: Standing;
}

/** The steps of a tutorial, judged on every frame of the page's live diagram. */
export function TutorialSteps({ tutorial, diagram, opening }: Props) {
  const { state, reset, load } = useTutorial(tutorial, diagram, opening);
  const { standing, news, problem, progress } = state;
  const current = currentStep(standing);
  return (
    <>
      <section className="tutorial-steps" aria-label="Steps">
        <ol data-walkthrough>
          {standing.map((step) => (
            <Step key={step.step.id} standing={step} current={step === current} />
          ))}
        </ol>
        <p role="status" className="tutorial-news">
          {news}
        </p>
        <KeptProgress progress={progress} problem={problem} onReset={reset} onLoad={load} />
      </section>
      <NextGoal standing={standing} />
    </>
  );
}

/** One line that stays in sight beside the diagram: the step, and what it still lacks. */
function NextGoal({ standing }: { readonly standing: Standing }) {
  const current = currentStep(standing);
  const next = current && nextGoal(current);
  return (
    <p className="tutorial-next">
      {current === undefined || next === undefined ? (
        <>
          <b>Done.</b> You have done all {standing.length} steps.
        </>
      ) : (
        <>
          <b>
            Step {standing.indexOf(current) + 1} of {standing.length}, {current.step.title}.
          </b>{' '}
          {whyUnmet(next)}
        </>
      )}
    </p>
  );
}
