interface Props {
  readonly disabled: boolean;
  readonly onOpen: (files: readonly File[]) => void;
}

/** Opens files that commands printed. They are read in the page and sent nowhere. */
export function FilesDoor({ disabled, onOpen }: Props) {
  return (
    <section className="account-door-card" aria-label="Open files">
      <h2>Open files</h2>
      <p className="quiet">
        The file of <code>npm run snapshot</code>, or the output of <code>aws ecs</code>, <code>aws eks</code> and <code>kubectl get</code>.
        They are read in this page, sent nowhere and not kept.
      </p>
      <label>
        Choose files, or drop them anywhere on this page
        <input
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
      </label>
    </section>
  );
}
