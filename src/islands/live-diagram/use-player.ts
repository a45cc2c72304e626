import { useEffect, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { Input } from '../../model/api-call.ts';
import type { Kind } from '../../model/kind.ts';
import { beginRun } from '../../simulation/engine/run.ts';
import type { Scenario } from '../../simulation/engine/scenario.ts';
import type { Player, PlayerState } from '../../simulation/engine/transport.ts';
import { createPlayer } from '../../simulation/engine/transport.ts';

/** A player of a scenario and where it stands. */
export function usePlayer(
  scenario: Scenario,
  drawn: ReadonlySet<Kind>,
  inputs: readonly Input[] | undefined,
): readonly [Player, PlayerState] {
  const [player] = useState(() => createPlayer(beginRun(scenario, inputs === undefined ? {} : { inputs }), { drawn }));
  const state = useSyncExternalStore(player.subscribe, player.getState, player.getState);
  usePlaying(player, state.status === 'playing');
  useLookAhead(player, state.run.inputs);
  return [player, state];
}

/** Lets time pass while playing, once for each frame of the screen. */
function usePlaying(player: Player, playing: boolean): void {
  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    let request = requestAnimationFrame(function tick(now) {
      player.tick(now - last);
      last = now;
      request = requestAnimationFrame(tick);
    });
    return () => {
      cancelAnimationFrame(request);
    };
  }, [player, playing]);
}

/** So many moments are looked ahead at once, and so many ms are left between: the page stays quick. */
const SLICE = 60;
const PAUSE_MS = 40;

/** Looks through the rest of the run bit by bit, so that the rail can show where nothing will change. */
function useLookAhead(player: Player, inputs: readonly Input[]): void {
  useEffect(() => {
    let timer = setTimeout(function look() {
      if (player.lookAhead(SLICE)) timer = setTimeout(look, PAUSE_MS);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [player, inputs]);
}

/** Does something and shows what came of it before it returns: what a click changes is on the page when the click is over. */
export const atOnce = (deed: () => void): void => {
  flushSync(deed);
};
