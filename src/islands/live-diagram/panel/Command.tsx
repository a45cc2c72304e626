import { useState } from 'react';

/** The command line that does the same, with a button that copies it. */
export function Command({ line }: { readonly line: string }) {
  const [copied, setCopied] = useState<string>();
  const copy = (): void => {
    navigator.clipboard.writeText(line).then(
      () => {
        setCopied(line);
      },
      () => {
        setCopied(undefined);
      },
    );
  };
  return (
    <div className="command">
      <code>{line}</code>
      <button type="button" className="link" onClick={copy}>
        {copied === line ? 'Copied' : 'Copy'}
      </button>
    </div>
  );
}
