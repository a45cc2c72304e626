import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { Predict } from '../../src/islands/predict/Predict.tsx';
import { ecsProjectors } from '../../src/model/project-ecs.ts';
import type { Domain } from '../../src/simulation/engine/domain.ts';
import { put } from '../../src/simulation/engine/effect.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun, extendTo, indexAt } from '../../src/simulation/engine/run.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import type { Question } from '../../src/tutorial/question.ts';

/** A world in which as many tasks run as were last asked for. */
const domain: Domain = {
  projectors: ecsProjectors,
  behaviours: {},
  apis: {
    ecs: (call) => ({
      reply: { ok: true, body: null },
      effects: [put({ id: 'service', kind: 'ecs-service', body: 'input' in call ? call.input : {} })],
      about: 'service',
      text: '',
    }),
  },
  faults: {},
  measures: ({ objects }) => ({ running: Number(objects.get('service')?.body['desiredCount']) }),
  ownerOf: () => undefined,
};

const scenario: Scenario = {
  id: 'toy',
  domain,
  seed: 1,
  start: [put({ id: 'service', kind: 'ecs-service', body: { desiredCount: 1 } })],
  opensAt: 0,
  horizon: 60_000,
  actions: [],
  faults: [],
  walkthrough: [],
  plots: [],
};

const scaled = (at: number, desiredCount: number) =>
  ({ at, call: { api: 'ecs', operation: 'UpdateService', input: { desiredCount } } }) as const;

const question: Question = {
  diagram: 'toy',
  question: 'How many tasks run?',
  prepare: [],
  acts: [scaled(5_000, 3), scaled(20_000, 1)],
  judgedAt: 10_000,
  answers: [
    { answer: 'One.', goals: [{ measure: 'running', is: { equals: 1 } }], because: 'You asked for more.' },
    { answer: 'Three.', goals: [{ measure: 'running', is: { equals: 3 } }], because: 'You asked for three.' },
  ],
};

/** A page with a diagram that notes what it is asked for, once it is alive. */
function open(isAlive = true) {
  render(
    <>
      <div data-diagram="toy" />
      <Predict id="how-many" question={question} />
    </>,
  );
  const diagram = document.querySelector<HTMLElement>('[data-diagram]');
  const asked: string[] = [];
  let run: Run | undefined;
  const live = (): void => {
    diagram?.addEventListener('drydock:run', (event) => {
      event.preventDefault();
      run = beginRun(scenario, { inputs: event.detail.inputs });
      asked.push('run');
    });
    for (const type of ['drydock:seek', 'drydock:reset']) diagram?.addEventListener(type, () => asked.push(type));
  };
  if (isAlive) live();
  const draw = async (time: number, other?: Run): Promise<void> => {
    const drawn = extendTo(other ?? run ?? beginRun(scenario), time);
    await act(async () => {
      const detail = { run: drawn, time, frame: frameAt(drawn, indexAt(drawn, time)) };
      diagram?.dispatchEvent(new CustomEvent('drydock:frame', { bubbles: true, detail }));
      await Promise.resolve();
    });
  };
  return { asked, draw, live };
}

const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};
const choose = (answer: string): void => {
  fireEvent.click(screen.getByLabelText(answer));
};
const said = (): string | null => screen.getByRole('status').textContent;

afterEach(cleanup);

describe('a question', () => {
  it('is there without JavaScript, and can be answered only once it is alive', () => {
    const html = renderToString(<Predict id="how-many" question={question} />);
    expect(html).toContain('How many tasks run?');
    expect(html).toMatch(/<fieldset[^>]* disabled/);
  });

  it('can be run only when an answer is chosen', () => {
    open();
    expect(screen.getByRole('button', { name: 'Run it' }).hasAttribute('disabled')).toBe(true);
    choose('One.');
    expect(screen.getByRole('button', { name: 'Run it' }).hasAttribute('disabled')).toBe(false);
  });

  it('is judged by the frame at its time, also when the reader went past it', async () => {
    const { draw } = open();
    choose('Three.');
    press('Run it');
    await draw(9_000);
    expect(said()).toMatch(/^You said: Three\./);
    await draw(30_000);
    expect(said()).toBe('You were right. Three.');
    press('Read why');
    expect(document.activeElement?.textContent).toContain('You asked for three.');
  });

  it('tells who was wrong what happened, and why their answer did not', async () => {
    const { draw } = open();
    choose('One.');
    press('Run it');
    await draw(10_000);
    expect(said()).toBe('It came differently. Three.');
    expect(screen.getByLabelText(/^Three\./).closest('label')?.textContent).toContain('This happened');
    expect(screen.getByText('You asked for more.')).toBeTruthy();
  });

  it('lets the reader skip to the answer, and be asked again', async () => {
    const { asked, draw } = open();
    choose('Three.');
    press('Run it');
    press('Skip to the answer');
    await draw(10_000);
    press('Ask again');
    expect(asked).toEqual(['run', 'drydock:seek', 'drydock:reset']);
    expect(document.activeElement).toBe(screen.getByLabelText('One.'));
    expect(screen.getByLabelText<HTMLInputElement>('Three.').checked).toBe(false);
  });

  it('stays open when the reader takes the diagram another way', async () => {
    const { draw } = open();
    choose('Three.');
    press('Run it');
    await draw(2_000, beginRun(scenario, { inputs: [scaled(1_000, 5)] }));
    expect(said()).toMatch(/^The diagram goes another way/);
    press('Run it');
    await draw(10_000);
    expect(said()).toBe('You were right. Three.');
  });

  it('waits for a diagram that is not alive yet', async () => {
    const { asked, draw, live } = open(false);
    choose('Three.');
    press('Run it');
    expect(asked).toEqual([]);
    live();
    await draw(0);
    expect(asked).toEqual(['run']);
    await draw(10_000);
    expect(said()).toBe('You were right. Three.');
  });
});
