import type { Choice, Menu, Option } from '../../../account/choose.ts';
import { choiceOf } from '../../../account/choose.ts';
import { useOwnId } from '../../own-id.ts';

interface Props {
  readonly menu: Menu;
  readonly onWish: (wish: Choice) => void;
}

/** Chooses from wide to narrow, such as Region, cluster and service; a wider choice leaves the narrower ones open. */
export function AccountPicker({ menu, onWish }: Props) {
  return (
    <div className="account-picker">
      {menu.map(({ id, label, options, chosen }, index) => (
        <Select
          key={id}
          label={label}
          options={options}
          chosen={chosen}
          onChoose={(wish) => onWish({ ...choiceOf(menu.slice(0, index)), [id]: wish })}
        />
      ))}
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** The options are numbered in the page, since their ids are ARNs with the account in them. */
function Select({ label, options, chosen, onChoose }: SelectProps) {
  const id = useOwnId();
  return (
    <div className="account-choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        disabled={options.length === 0}
        value={options.findIndex((option) => option.id === chosen)}
        onChange={({ target }) => {
          onChoose(options[Number(target.value)]?.id);
        }}
      >
        {options.length === 0 ? <option value={-1}>none in these files</option> : null}
        {options.map((option, index) => (
          <option key={option.id} value={index}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
