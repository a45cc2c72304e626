import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TutorialSteps } from '../../src/islands/tutorial/TutorialSteps.tsx';
import { ecsProjectors } from '../../src/model/project-ecs.ts';
import type { Domain } from '../../src/simulation/engine/domain.ts';
import { put } from '../../src/simulation/engine/effect.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { act as actOn, beginRun } from '../../src/simulation/engine/run.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import type { World } from '../../src/simulation/engine/world.ts';
import { openStanding } from '../../src/tutorial/standing.ts';
import type { TutorialGoal } from '../../src/tutorial/tutorial.ts';

const ID = 'service';

const desired = (world: World): number => Number(world.objects.get(ID)?.body['desiredCount']);

/** A world that does at once what it is told: as many tasks run as are wanted. */
const domain: Domain = {
  projectors: ecsProjectors,
  behaviours: {},
  apis: {
    ecs: (call) => ({
      reply: { ok: true, body: null },
      effects: [put({ id: ID, kind: 'ecs-service', body: 'input' in call ? call.input : {} })],
      about: ID,
      text: '',
    }),
  },
  faults: {},
  measures: (world) => ({ running: desired(world) }),
  ownerOf: () => undefined,
};

const scenario: Scenario = {
  id: 'toy',
  domain,
  seed: 1,
  start: [put({ id: ID, kind: 'ecs-service', body: { desiredCount: 0 } })],
  opensAt: 0,
  horizon: 60_000,
  actions: [],
  faults: [],
  walkthrough: [],
  plots: [],
};

const scale = (run: Run, desiredCount: number): Run =>
  actOn(run, run.length - 1, run.length * 1000, { call: { api: 'ecs', operation: 'UpdateService', input: { desiredCount } } }).run;

const goal = (id: string, atLeast: number): TutorialGoal => ({
  id,
  label: `${atLeast} tasks run`,
  unmet: `{found} of ${atLeast} tasks RUNNING`,
  hint: `Set the desired count to ${atLeast}`,
  when: 'now',
  goal: { measure: 'running', is: { atLeast } },
});

const step = { title: '', why: 'Why', task: 'Do this', solution: [] };
const opening = openStanding([
  { ...step, id: 'run', title: 'Run it', goals: [goal('two', 2)] },
  { ...step, id: 'scale', title: 'Scale it', goals: [goal('three', 3), goal('four', 4)] },
]);

const steps = <TutorialSteps tutorial="first" diagram="toy" opening={opening} />;

function draw(run: Run, index = run.length - 1): void {
  act(() => {
    document.dispatchEvent(new CustomEvent('drydock:frame', { detail: { run, frame: frameAt(run, index) } }));
  });
}

const met = (): Record<string, string | null> =>
  Object.fromEntries(
    [...document.querySelectorAll('[data-goal]')].map(
      (goal) => [goal.getAttribute('data-goal') ?? '', goal.getAttribute('data-met')] as const,
    ),
  );

beforeEach(() => {
  localStorage.clear();
});
afterEach(cleanup);

describe('the steps of a tutorial on a page', () => {
  it('are whole without JavaScript: words, hints and goals, none met', () => {
    const html = renderToString(steps);
    expect(html.match(/data-met="false"/g)).toHaveLength(3);
    expect(html).not.toContain('data-met="true"');
    for (const words of ['Do this', 'Why', 'Set the desired count to 2', 'Set the desired count to 3']) expect(html).toContain(words);
  });

  it('judge each frame that the diagram draws, and name what is lacking', () => {
    render(steps);
    const run = scale(beginRun(scenario), 3);
    draw(run);
    expect(met()).toEqual({ two: 'true', three: 'true', four: 'false' });
    expect(screen.getByText('Scale it').closest('li')?.getAttribute('aria-current')).toBe('step');
    expect(screen.getAllByText('3 of 4 tasks RUNNING')).not.toHaveLength(0);
    expect(document.querySelector('[aria-current] [data-hint]')?.textContent).toBe('Set the desired count to 4');
  });

  it('announce a goal once, also when the reader goes back and comes again', () => {
    render(steps);
    const run = scale(beginRun(scenario), 2);
    const status = () => screen.getByRole('status').textContent;
    draw(run);
    expect(status()).toBe('Met: 2 tasks run. Step 1, Run it, is done.');
    const longer = scale(run, 3);
    draw(longer);
    expect(status()).toBe('Met: 3 tasks run.');
    draw(longer, 0);
    draw(longer);
    expect(status()).toBe('Met: 3 tasks run.');
  });

  it('judge also the frames that the diagram left out', () => {
    render(steps);
    draw(scale(scale(beginRun(scenario), 4), 0));
    expect(met()).toEqual({ two: 'true', three: 'true', four: 'true' });
  });

  it('keep a step done after going back in time, and unmeet the goals of one that is not', () => {
    render(steps);
    const run = scale(beginRun(scenario), 3);
    draw(run);
    draw(run, 0);
    expect(met()).toEqual({ two: 'true', three: 'false', four: 'false' });
  });

  it('are still done at the next visit, without a second announcement', () => {
    const visit = render(steps);
    draw(scale(beginRun(scenario), 2));
    visit.unmount();
    render(steps);
    draw(beginRun(scenario));
    expect(met()).toEqual({ two: 'true', three: 'false', four: 'false' });
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('begin afresh with one sentence when the kept record is broken', () => {
    localStorage.setItem('drydock.progress', '{');
    render(steps);
    expect(screen.getByRole('alert').textContent).toMatch(/could not be read/);
    expect(Object.values(met())).toEqual(['false', 'false', 'false']);
  });

  it('start over on demand, and let the diagram begin anew', () => {
    render(
      <>
        {steps}
        <div data-diagram="toy" />
      </>,
    );
    let resets = 0;
    document.querySelector('[data-diagram]')?.addEventListener('drydock:reset', () => {
      resets += 1;
    });
    draw(scale(beginRun(scenario), 4));
    fireEvent.click(screen.getByRole('button', { name: 'Start over' }));
    expect(Object.values(met())).toEqual(['false', 'false', 'false']);
    expect(resets).toBe(1);
  });

  it('take over progress from a file, and refuse another file with one sentence', async () => {
    render(steps);
    const choose = (text: string): void => {
      const files = [new File([text], 'progress.json', { type: 'application/json' })];
      fireEvent.change(screen.getByLabelText('File with your progress'), { target: { files } });
    };
    choose('[]');
    await waitFor(() => {
      expect(screen.getByRole('alert').textContent).toMatch(/^progress\.json does not hold progress/);
    });
    choose(JSON.stringify({ version: 1, done: { first: ['scale'] } }));
    await waitFor(() => {
      expect(met()).toEqual({ two: 'false', three: 'true', four: 'true' });
    });
  });
});
