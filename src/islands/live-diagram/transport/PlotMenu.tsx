import type { Plot } from '../../../simulation/engine/scenario.ts';
import { Menu } from '../Menu.tsx';
import { atOnce } from '../use-player.ts';

interface Props {
  readonly plots: readonly Plot[];
  readonly shown: ReadonlySet<string>;
  readonly onChange: (shown: ReadonlySet<string>) => void;
}

/** Which plots stand over the rail, for the reader to choose; nothing where there is no choice. */
export function PlotMenu({ plots, shown, onChange }: Props) {
  if (plots.length < 2) return null;
  return (
    <Menu label="Plots">
      {plots.map(({ title }) => (
        <button
          key={title}
          type="button"
          className="button toggle"
          aria-pressed={shown.has(title)}
          onClick={() => {
            atOnce(() => {
              onChange(new Set(shown.has(title) ? [...shown].filter((one) => one !== title) : [...shown, title]));
            });
          }}
        >
          {title}
        </button>
      ))}
    </Menu>
  );
}
