import type { DiagramDefinition } from '../../../topology/diagram-definition.ts';

/** What the model behind a diagram does as the provider does, what it makes simpler, and what it leaves out. */
export function Fidelity({ fidelity, sources }: Pick<DiagramDefinition, 'fidelity' | 'sources'>) {
  return (
    <details>
      <summary>How true is this?</summary>
      <div className="fidelity">
        <Lines title="Modelled" lines={fidelity.modelled} />
        <Lines title="Simplified" lines={fidelity.simplified} />
        <Lines title="Left out" lines={fidelity.leftOut} />
        <div>
          <h4>Sources</h4>
          <ul>
            {sources.map(({ title, url }) => (
              <li key={url}>
                <a href={url}>{title}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </details>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
