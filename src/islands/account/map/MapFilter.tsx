import type { sizeOf, Wanted } from '../../../account/map/wanted.ts';

type Size = ReturnType<typeof sizeOf>;

interface Props {
  readonly wanted: Wanted;
  readonly size: Size;
  readonly found: Size;
  readonly onWanted: (wanted: Wanted) => void;
}

/** Finds resources by name, status, cluster or Region, and those that need attention. */
export function MapFilter({ wanted, size, found, onWanted }: Props) {
  const all = found.items === size.items && found.clusters === size.clusters;
  return (
    <div className="map-filter" role="search" aria-label="Filter the map">
      <label className="map-find">
        Find by name, status, cluster or Region
        <input
          type="search"
          value={wanted.text}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            onWanted({ ...wanted, text: target.value });
          }}
        />
      </label>
      <label className="map-needy">
        <input
          type="checkbox"
          checked={wanted.needy}
          onChange={({ target }) => {
            onWanted({ ...wanted, needy: target.checked });
          }}
        />
        Only what needs attention ({size.needy.toLocaleString('en')})
      </label>
      <p role="status">
        {all ? '' : `${found.items.toLocaleString('en')} of `}
        {size.items.toLocaleString('en')} on the map, in {size.clusters.toLocaleString('en')} cluster{size.clusters === 1 ? '' : 's'}.
      </p>
    </div>
  );
}
