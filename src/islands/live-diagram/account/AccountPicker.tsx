import type { Choice, Menu, Option } from '../../../account/choose.ts';
import { useOwnId } from '../own-id.ts';

interface Props {
  readonly menu: Menu;
  readonly onWish: (wish: Choice) => void;
}

/** Chooses Region, cluster and service; a wider choice leaves the narrower ones open. */
export function AccountPicker({ menu: { places, clusters, services, chosen }, onWish }: Props) {
  const { place, cluster } = chosen;
  return (
    <div className="account-picker">
      <Select label="Region" options={places} chosen={place} onChoose={(id) => onWish({ place: id })} />
      <Select label="Cluster" options={clusters} chosen={cluster} onChoose={(id) => onWish({ place, cluster: id })} />
      <Select label="Service" options={services} chosen={chosen.service} onChoose={(id) => onWish({ place, cluster, service: id })} />
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
