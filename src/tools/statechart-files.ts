import type { Domain } from '../simulation/engine/domain.ts';
import { ecsDomain } from '../simulation/ecs/domain.ts';
import { eksDomain } from '../simulation/eks/domain.ts';
import { hashOfText, statechartText, type StatechartText } from './statechart-text.ts';

/** The drawing of one behaviour's statechart, and the text that it must have been drawn from. */
export interface StatechartFile extends StatechartText {
  /** From the root of the project. */
  readonly file: string;
  /** What the drawing holds when it is not stale. */
  readonly hash: string;
}

const domains: Readonly<Record<string, Domain>> = { ecs: ecsDomain, eks: eksDomain };

/** The statechart of every behaviour of every domain. */
export const statechartFiles: readonly StatechartFile[] = Object.entries(domains).flatMap(([world, { behaviours }]) =>
  Object.entries(behaviours).map(([name, { machine }]) => {
    const chart = statechartText(machine);
    return { ...chart, file: `src/simulation/${world}/${name}.statechart.svg`, hash: hashOfText(chart.text) };
  }),
);
