import type { SampleName } from '../../../account/sample/samples.ts';

interface Props {
  readonly disabled: boolean;
  readonly onOpen: (name: SampleName) => void;
}

/** The samples by the word on their button; what each shows is fetched with them. */
const samples: readonly (readonly [SampleName, string])[] = [
  ['healthy', 'Healthy'],
  ['messy', 'Messy'],
  ['empty', 'Empty'],
  ['huge', 'Huge'],
];

/** Opens an account that nobody owns, to see what this page shows. */
export function SampleDoor({ disabled, onOpen }: Props) {
  return (
    <section className="account-door-card" aria-label="Look at a sample">
      <h2>Look at a sample</h2>
      <p className="quiet">Accounts that nobody owns. Their resources are made up; their shapes are those of the AWS APIs.</p>
      <div className="account-buttons">
        {samples.map(([name, word]) => (
          <button
            key={name}
            type="button"
            className="button"
            disabled={disabled}
            data-sample={name}
            onClick={() => {
              onOpen(name);
            }}
          >
            {word}
          </button>
        ))}
      </div>
    </section>
  );
}
