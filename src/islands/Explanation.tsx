import { use } from 'react';
import type { Resource } from '../model/resource.ts';
import type { StateText } from '../model/state-text.ts';
import { statusText } from './card-text.ts';
import { explain, fill, textsOf } from './explanation.ts';

/** What a resource is doing, in words: the reason first, then the status, then its health. */
export function Explanation({ resource }: { readonly resource: Resource }) {
  const texts = use(textsOf(resource.kind));
  const found = texts === undefined ? [] : explain(texts, resource);
  const values = { ...resource.details, name: resource.name, reason: resource.reason, health: resource.health };
  return (
    <>
      {found.length === 0 ? (
        <p>{statusText(resource)} is the provider&rsquo;s own word. Drydock has no explanation for it yet.</p>
      ) : (
        found.slice(0, 2).map((text) => <Told key={text.title} text={text} values={values} />)
      )}
      {texts === undefined ? null : (
        <details className="aside-note">
          <summary>{texts.kind.title}</summary>
          <Told text={texts.kind} values={values} />
        </details>
      )}
    </>
  );
}

interface ToldProps {
  readonly text: StateText;
  readonly values: Readonly<Record<string, unknown>>;
}

function Told({ text, values }: ToldProps) {
  return (
    <p>
      {fill(text.text, values)} {text.ends === undefined ? null : `What ends it: ${fill(text.ends, values)}`} <Illustrative text={text} />{' '}
      <a href={text.source}>Source</a>
    </p>
  );
}

/** Marks what no provider publishes. */
export function Illustrative({ text }: { readonly text: StateText }) {
  if (text.confidence === 'verified' || text.confidence === 'secondary') return null;
  return (
    <span className="illustrative" title="The provider does not publish this; the simulation uses a plausible value.">
      illustrative
    </span>
  );
}
