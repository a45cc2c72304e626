import type { ReactNode } from 'react';
import type { Scenario } from '../../simulation/engine/scenario.ts';
import type { Player } from '../../simulation/engine/transport.ts';

export function useShareLink(_player: Player, _scenario: Scenario): { share: () => void; notice: ReactNode } {
  return { share: () => undefined, notice: null };
}
