import type { Mask } from '../../../account/mask.ts';
import { useOwnId } from '../../own-id.ts';

interface Field {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of several names that were read. */
export function Choice({ label, value, options, show, onChange }: Field & { readonly options: readonly string[]; readonly show: Mask }) {
  const id = useOwnId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {show(option)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A word that the reader types. */
export function Typed({ label, value, onChange }: Field) {
  const id = useOwnId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input id={id} value={value} autoComplete="off" spellCheck={false} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
}
