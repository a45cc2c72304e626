import type { Run } from '../../simulation/engine/run.ts';
import { momentAt } from '../../simulation/engine/run.ts';
import type { DiagramDefinition } from '../../topology/diagram-definition.ts';
import { saveAs } from './save-as.ts';
import { Fidelity } from './told/Fidelity.tsx';
import { PlotTable } from './transport/PlotTable.tsx';

interface Props {
  readonly definition: DiagramDefinition;
  readonly run: Run | undefined;
  readonly index: number;
  readonly mayBeSaved: boolean;
}

/** What stands behind a diagram: the numbers of its plot, how true the model is, and the world as a file. */
export function Foot({ definition, run, index, mayBeSaved }: Props) {
  return (
    <div className="foot">
      {run?.scenario.plots.map((plot) => (
        <PlotTable key={plot.title} plot={plot} run={run} index={index} />
      ))}
      <Fidelity fidelity={definition.fidelity} sources={definition.sources} />
      {run === undefined || !mayBeSaved ? null : (
        <button
          type="button"
          className="link"
          onClick={() => {
            void saveAs(`${run.scenario.id}.json`, momentAt(run, index).world.objects.values());
          }}
        >
          Save as account file
        </button>
      )}
    </div>
  );
}
