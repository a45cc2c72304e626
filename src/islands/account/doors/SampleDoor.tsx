import { useOwnId } from '../../own-id.ts';
import type { SampleName } from './samples.ts';
import { samples } from './samples.ts';

interface Props {
  readonly disabled: boolean;
  readonly onOpen: (name: SampleName) => void;
}

const isSample = (name: string): name is SampleName => Object.hasOwn(samples, name);
const names = Object.keys(samples).filter(isSample);

/** Opens an account that nobody owns, to see what this page shows. */
export function SampleDoor({ disabled, onOpen }: Props) {
  const id = useOwnId();
  return (
    <section className="account-door-card" aria-labelledby={id}>
      <h2 id={id}>Look at a sample</h2>
      <p className="quiet">Accounts that nobody owns. Their resources are made up; their shapes are those of the AWS APIs.</p>
      <div className="account-buttons">
        {names.map((name) => (
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
            {samples[name]}
          </button>
        ))}
      </div>
    </section>
  );
}
