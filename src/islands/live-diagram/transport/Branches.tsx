import type { Branch, Player } from '../../../simulation/engine/transport.ts';
import { clockTime } from '../clock.ts';
import { Menu } from '../Menu.tsx';
import { Key } from './Key.tsx';

/** The runs that the reader left, to return to where they left them; nothing while there are none. */
export function Branches({ player, branches }: { readonly player: Player; readonly branches: readonly Branch[] }) {
  if (branches.length === 0) return null;
  return (
    <Menu label={`Branches (${branches.length})`}>
      {(close) =>
        branches.map(({ id, time, run }) => (
          <Key
            key={id}
            name={`Return to branch ${id}, ${clockTime(time)}, ${run.inputs.length} inputs`}
            onPress={() => {
              close();
              player.returnTo(id);
            }}
          />
        ))
      }
    </Menu>
  );
}
