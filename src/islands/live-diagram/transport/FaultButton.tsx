import type { FaultRow } from './fault-rows.ts';

interface Props {
  readonly row: FaultRow;
  /** Whether to say on which resource; a panel of one resource need not. */
  readonly named: boolean;
  readonly onToggle: (row: FaultRow) => void;
}

/** Breaks something, or repairs it once it is broken. */
export function FaultButton({ row, named, onToggle }: Props) {
  const { offer, on, targetName, unavailable } = row;
  return (
    <button
      type="button"
      className={`button ${on ? 'repair' : 'fault'}`}
      data-fault={offer.id}
      disabled={unavailable !== undefined}
      title={unavailable}
      onClick={() => {
        onToggle(row);
      }}
    >
      <span>{on ? offer.repair : offer.label}</span>
      {named ? <span className="quiet">{targetName}</span> : null}
    </button>
  );
}
