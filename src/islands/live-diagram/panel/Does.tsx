import { useState } from 'react';
import type { Act } from '../../../model/api-call.ts';
import type { Frame } from '../../../model/frame.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import { faultsOf } from '../transport/fault-rows.ts';
import { FaultButton } from '../transport/FaultButton.tsx';
import { Action } from './Action.tsx';
import { Command } from './Command.tsx';
import { presentValue } from './present-value.ts';

interface Props {
  readonly resource: Resource;
  readonly frame: Frame;
  readonly run: Run;
  readonly onAct: (deed: Act) => void;
}

/** What a reader can do to a resource and what can break on it, with the command line of the action that is pointed at. */
export function Does({ resource, frame, run, onAct }: Props) {
  const [command, setCommand] = useState<string>();
  const actions = run.scenario.actions.filter(({ on }) => on === resource.kind);
  const faults = faultsOf(run, frame, resource);
  if (actions.length + faults.length === 0) return null;
  const [first] = actions;
  const shown = command ?? first?.command(resource, frame, presentValue(first, resource));
  return (
    <>
      <h4>Do</h4>
      {actions.map((offer) => (
        <Action
          key={offer.id}
          offer={offer}
          resource={resource}
          frame={frame}
          onShow={setCommand}
          onAct={(value) => {
            const { call, also } = offer;
            for (const one of [call(resource, frame, value), ...(also?.(resource, frame, value) ?? [])]) onAct({ call: one });
          }}
        />
      ))}
      {faults.length === 0 ? null : (
        <div className="buttons">
          {faults.map((row) => (
            <FaultButton
              key={row.offer.id}
              row={row}
              named={false}
              onToggle={({ offer, target, on }) => {
                onAct({ fault: offer.id, target, on: !on });
              }}
            />
          ))}
        </div>
      )}
      {shown === undefined ? null : <Command line={shown} />}
    </>
  );
}
