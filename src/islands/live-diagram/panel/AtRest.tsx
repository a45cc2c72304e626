import type { Tone } from '../../../model/status.ts';
import { StatusSymbol } from '../../StatusSymbol.tsx';

const shapes: readonly (readonly [Tone, string])[] = [
  ['running', 'runs'],
  ['starting', 'is starting'],
  ['leaving', 'is on its way out'],
  ['failed', 'has failed'],
  ['gone', 'is gone'],
];

/** What the panel says while nothing is selected. */
export function AtRest({ summary }: { readonly summary: string }) {
  return (
    <>
      <div className="panel-part">
        <h3>Start here</h3>
        <p>{summary}</p>
        <p className="quiet">Select anything in the picture to see what it does, what it waits for and why, and what you can do to it.</p>
      </div>
      <div className="panel-part">
        <h4>The shapes</h4>
        <ul className="shapes">
          {shapes.map(([tone, word]) => (
            <li key={tone}>
              <StatusSymbol tone={tone} /> {word}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
