import { policyFor } from '../../account/policy.ts';

/** What could not be read for want of permissions, and the lines of a policy that would allow it. */
export function Denied({ denied }: { readonly denied: readonly string[] }) {
  if (denied.length === 0) return null;
  return (
    <details className="account-denied" data-denied>
      <summary>
        {denied.length} permission{denied.length === 1 ? '' : 's'} denied
      </summary>
      <p>
        What {denied.length === 1 ? 'it shows' : 'they show'} is unknown here: <span className="words">{denied.join(', ')}</span>. These
        lines of an IAM policy allow it:
      </p>
      <pre tabIndex={0} aria-label="Lines of an IAM policy">
        {JSON.stringify(policyFor(denied), undefined, 2)}
      </pre>
    </details>
  );
}
