import { useContext } from 'react';
import type { Branch, Player } from '../../../simulation/engine/transport.ts';
import { clockTime } from '../../clock.ts';
import { CloseMenu, Menu } from '../Menu.tsx';
import { Key } from './Key.tsx';

interface Props {
  readonly player: Player;
  readonly branches: readonly Branch[];
}

/** The runs that the reader left, to return to where they left them; nothing while there are none. */
export function Branches({ player, branches }: Props) {
  if (branches.length === 0) return null;
  return (
    <Menu label={`Branches (${branches.length})`}>
      <Rows player={player} branches={branches} />
    </Menu>
  );
}

function Rows({ player, branches }: Props) {
  const close = useContext(CloseMenu);
  return branches.map(({ id, time }) => (
    <Key
      key={id}
      name={`Return to branch ${id} at ${clockTime(time)}`}
      onPress={() => {
        close();
        player.returnTo(id);
      }}
    />
  ));
}
