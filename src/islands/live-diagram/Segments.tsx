import { atOnce } from './use-player.ts';

interface Props<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** A choice of one among a few, as buttons side by side. */
export function Segments<Id extends string>({ label, options, chosen, onChoose }: Props<Id>) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.id}
          type="button"
          aria-pressed={option.id === chosen}
          onClick={() => {
            atOnce(() => {
              onChoose(option.id);
            });
          }}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
