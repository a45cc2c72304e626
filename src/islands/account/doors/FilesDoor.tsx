import { useOwnId } from '../../own-id.ts';

interface Props {
  readonly disabled: boolean;
  readonly onOpen: (files: readonly File[]) => void;
}

/** Opens files that commands printed. They are read in the page and sent nowhere. */
export function FilesDoor({ disabled, onOpen }: Props) {
  const id = useOwnId();
  return (
    <section className="account-door-card" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>Open files</h2>
      <p className="quiet">
        The file of <code>npm run snapshot</code>, or the output of <code>aws ecs</code>, <code>aws eks</code> and <code>kubectl get</code>.
        They are read in this page, sent nowhere and not kept.
      </p>
      <label htmlFor={id}>Choose files, or drop them anywhere on this page</label>
      <input
        id={id}
        type="file"
        multiple
        disabled={disabled}
        accept=".json,.yaml,.yml,application/json"
        data-account-file
        onChange={({ target }) => {
          onOpen([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </section>
  );
}
