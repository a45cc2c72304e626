import type { Input } from '../../src/model/api-call.ts';
import { beginRun, extendTo } from '../../src/simulation/engine/run.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import { judgeRun } from '../../src/tutorial/judge-run.ts';
import type { Standing } from '../../src/tutorial/standing.ts';
import { openStanding } from '../../src/tutorial/standing.ts';
import type { Tutorial } from '../../src/tutorial/tutorial.ts';

/** Every tutorial by the path of its file. */
export const tutorials = import.meta.glob<Tutorial>('/content/tutorials/*.yaml', { import: 'default', eager: true });

const scenarios = import.meta.glob<Scenario>('/diagrams/*/scenario.ts', { import: 'default', eager: true });

/** How a tutorial stands at the end of a run of its prepared world with the given inputs. */
export function standingAfter({ diagram, prepare, steps }: Tutorial, inputs: readonly Input[]): Standing {
  const scenario = scenarios[`/diagrams/${diagram}/scenario.ts`];
  if (scenario === undefined) throw new Error(`There is no scenario of ${diagram}.`);
  const run = extendTo(beginRun(scenario, { inputs: [...prepare, ...inputs] }), scenario.horizon);
  return judgeRun(openStanding(steps), run, run.length - 1).standing;
}
