import type { Choice } from '../../../simulation/engine/scenario.ts';

interface Props<C> {
  readonly choice: C;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The field in which a reader chooses what an action is to do. */
export function ChoiceField({ choice, value, onChange }: Props<Choice>) {
  return (
    <label className="field">
      <span className="unseen">{choice.label}</span>
      {choice.type === 'number' ? (
        <NumberInput choice={choice} value={value} onChange={onChange} />
      ) : (
        <select
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          {choice.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}

function NumberInput({ choice: { min, max }, value, onChange }: Props<Extract<Choice, { type: 'number' }>>) {
  return (
    <input
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      onBlur={() => {
        onChange(String(Math.min(max, Math.max(min, Math.round(Number(value))))));
      }}
    />
  );
}
