import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { Act } from '../../../model/api-call.ts';
import type { Id, Millis } from '../../../model/json.ts';
import type { Player, PlayerState } from '../../../simulation/engine/transport.ts';
import { speeds } from '../../../simulation/engine/transport.ts';
import { useListener } from '../../use-listener.ts';
import { atOnce } from '../use-player.ts';
import { Branches } from './Branches.tsx';
import { BreakMenu } from './BreakMenu.tsx';
import type { FaultRow } from './fault-rows.ts';
import { Key } from './Key.tsx';
import { Plot } from './Plot.tsx';
import { PlotMenu } from './PlotMenu.tsx';
import { Rail } from './Rail.tsx';

interface Props {
  readonly player: Player;
  readonly state: PlayerState;
  readonly selected: Id | undefined;
  /** When the run left the scenario's story, if it has. */
  readonly leftAt: Millis | undefined;
  readonly onAct: (deed: Act) => void;
  readonly onSelect: (id: Id) => void;
  readonly onShare: () => void;
  /** The sentence over the rail. */
  readonly children: ReactNode;
}

/** Plots, rail and keys on one time axis. Left and right arrow step while the focus is on a key. */
export function Transport({ player, state, selected, leftAt, onAct, onSelect, onShare, children }: Props) {
  const { run, index, time, frame, status, speed, quiet } = state;
  const playing = status === 'playing';
  const { plots } = run.scenario;
  const [shown, setShown] = useState<ReadonlySet<string>>(
    () => new Set(plots.filter(({ opens }, at) => at === 0 || opens === true).map(({ title }) => title).reverse()), // prettier-ignore
  );
  // What the reader chose last, at first the first: a narrow page has room for one.
  const leading = [...shown].at(-1);
  const toggle = ({ offer, target, on }: FaultRow): void => {
    onAct({ fault: offer.id, target, on: !on });
    onSelect(target);
  };
  const keys = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const transport = keys.current;
    const diagram = transport?.closest<HTMLElement>('[data-diagram]');
    if (transport === null || diagram === null || diagram === undefined) return;
    // On a narrow page the panel is a sheet that stands on the transport.
    const observer = new ResizeObserver(() => {
      diagram.style.setProperty('--transport-height', `${transport.offsetHeight}px`);
    });
    observer.observe(transport);
    return () => {
      observer.disconnect();
      diagram.style.removeProperty('--transport-height');
    };
  }, []);
  useListener(keys, 'keydown', (event) => {
    if (!(event.target instanceof HTMLButtonElement)) return;
    if (event.key === 'ArrowRight') atOnce(player.step);
    else if (event.key === 'ArrowLeft') atOnce(player.stepBack);
    else return;
    event.preventDefault();
  });
  return (
    <div className="transport" role="group" aria-label="Transport" ref={keys}>
      {children}
      {plots
        .filter(({ title }) => shown.has(title))
        .map((plot) => (
          <Plot key={plot.title} plot={plot} leads={plot.title === leading} run={run} index={index} time={time} measures={frame.measures} />
        ))}
      <Rail
        run={run}
        index={index}
        time={time}
        quiet={quiet}
        leftAt={leftAt}
        onSeek={(to) => {
          atOnce(() => {
            player.seek(to);
          });
        }}
      />
      <span className="axis-end">{speed}×</span>
      <div className="keys">
        <Key
          className="main"
          name={playing ? 'Pause' : 'Play'}
          sign={playing ? '❚❚' : '▶'}
          onPress={playing ? player.pause : player.play}
        />
        <Key className="terse" name="Step back" sign="◂" onPress={player.stepBack} />
        <Key name="Step" sign="▸" onPress={player.step} />
        <select
          className="speed"
          aria-label="Speed"
          value={speed}
          onChange={(event) => {
            const chosen = speeds.find((one) => String(one) === event.target.value);
            if (chosen !== undefined) player.setSpeed(chosen);
          }}
        >
          {speeds.map((one) => (
            <option key={one} value={one}>
              {one}×
            </option>
          ))}
        </select>
        <PlotMenu plots={plots} shown={shown} onChange={setShown} />
        <span className="gap" />
        <BreakMenu run={run} frame={frame} selected={selected} onToggle={toggle} />
        <Key name="Fork here" onPress={player.fork} />
        <Branches player={player} branches={state.branches} />
        <Key name="Share" onPress={onShare} />
        <Key name="Reset" onPress={player.reset} />
      </div>
    </div>
  );
}
