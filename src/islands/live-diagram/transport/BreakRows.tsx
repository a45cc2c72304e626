import { useContext } from 'react';
import type { Frame } from '../../../model/frame.ts';
import type { Id } from '../../../model/json.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { CloseMenu } from '../Menu.tsx';
import type { FaultRow } from './fault-rows.ts';
import { breakable } from './fault-rows.ts';
import { FaultButton } from './FaultButton.tsx';

/** What the rows of the menu are made from. */
export interface BreakRowsProps {
  readonly run: Run;
  readonly frame: Frame;
  readonly selected: Id | undefined;
  readonly onToggle: (row: FaultRow) => void;
}

/** A button for each fault that can be switched on or off at this moment. */
export default function BreakRows({ run, frame, selected, onToggle }: BreakRowsProps) {
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
