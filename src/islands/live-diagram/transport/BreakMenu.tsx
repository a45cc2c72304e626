import { useContext } from 'react';
import type { Frame } from '../../../model/frame.ts';
import type { Id } from '../../../model/json.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { CloseMenu, Menu } from '../Menu.tsx';
import type { FaultRow } from './fault-rows.ts';
import { breakable } from './fault-rows.ts';
import { FaultButton } from './FaultButton.tsx';

interface Props {
  readonly run: Run;
  readonly frame: Frame;
  readonly selected: Id | undefined;
  readonly onToggle: (row: FaultRow) => void;
}

/** Everything that may break in this diagram, and what is broken and may be repaired. */
export function BreakMenu(props: Props) {
  return (
    <Menu label="Break something" className="fault">
      <Rows {...props} />
    </Menu>
  );
}

function Rows({ run, frame, selected, onToggle }: Props) {
  const close = useContext(CloseMenu);
  const rows = breakable(run, frame, selected);
  if (rows.length === 0) return <p className="quiet">Nothing here can break at this moment.</p>;
  return rows.map((row) => (
    <FaultButton
      key={`${row.offer.id} ${row.target} ${row.on}`}
      row={row}
      named
      onToggle={(chosen) => {
        close();
        onToggle(chosen);
      }}
    />
  ));
}
