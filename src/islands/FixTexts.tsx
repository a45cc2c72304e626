import { useState } from 'react';
import type { Fix } from '../account/checks/check.ts';
import { fixText } from '../account/checks/fix-text.ts';
import type { Mask } from '../account/mask.ts';
import type { Id } from '../model/json.ts';

const names: Readonly<Record<Fix['form'], string>> = { cli: 'Command line', cloudformation: 'CloudFormation', terraform: 'Terraform' };

interface Props {
  readonly fixes: readonly Fix[];
  /** What is to be changed; nothing is offered where nothing is. */
  readonly resource: Id | undefined;
  readonly show: Mask;
}

/** What would change a verdict, as text to copy. Nothing here runs it. */
export function FixTexts({ fixes, resource, show }: Props) {
  const [copied, setCopied] = useState<Fix>();
  if (resource === undefined) return null;
  return (
    <details className="fixes">
      <summary>What would change it</summary>
      <p className="quiet">
        Text to copy; this page changes nothing. Fill in what stands in angle brackets, and merge it with what you have.
      </p>
      {fixes.map((fix) => {
        const text = show(fixText(fix, resource));
        return (
          <div key={fix.form} className="fix">
            <p>
              <b>{names[fix.form]}</b>{' '}
              <button
                type="button"
                className="button"
                aria-label={`Copy ${names[fix.form]}`}
                onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(fix))}
              >
                {copied === fix ? 'Copied' : 'Copy'}
              </button>
            </p>
            <pre tabIndex={0} data-fix={fix.form}>
              <code>{text}</code>
            </pre>
          </div>
        );
      })}
    </details>
  );
}
