import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test } from 'vitest';
import bothDefinition from '../../diagrams/ecs-fargate-vs-ec2/diagram.yaml';
import bothScenario from '../../diagrams/ecs-fargate-vs-ec2/scenario.ts';
import bothTopology from '../../diagrams/ecs-fargate-vs-ec2/topology.mmd';
import definition from '../../diagrams/ecs-service/diagram.yaml';
import scenario from '../../diagrams/ecs-service/scenario.ts';
import topology from '../../diagrams/ecs-service/topology.mmd';
import { DiagramView } from '../../src/islands/live-diagram/DiagramView.tsx';

afterEach(cleanup);

const view = <DiagramView id="ecs-service" parts={{ scenario, topology, definition }} />;

/** Renders the diagram and gives what tests ask of it. */
function open() {
  const { container } = render(view);
  const find = (selector: string): HTMLElement => {
    const element = container.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`The diagram has no ${selector}.`);
    return element;
  };
  return {
    container,
    find,
    press: (name: string) => {
      screen.getByRole('button', { name }).click();
    },
    /** Everything of the picture that a reader can tell apart. */
    picture: () => find('.flow').outerHTML,
    time: () => Number(find('[data-diagram]').dataset['time']),
  };
}

test('the server prints picture, panel, log, story and notes without a browser', () => {
  const html = renderToString(view);
  expect(html.match(/data-resource=/g)?.length).toBeGreaterThanOrEqual(4);
  for (const { text } of scenario.walkthrough) expect(html.replaceAll('&#x27;', "'")).toContain(text);
  expect(html).toContain('data-event-log');
  expect(html).toContain('How true is this?');
  expect(html).toContain(definition.sources[0]?.url);
  expect(html).not.toContain('data-account-file');
});

test('nothing plays until the reader plays it', () => {
  const { time } = open();
  expect(time()).toBe(0);
  expect(screen.getByRole('button', { name: 'Play' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
});

test('twelve steps forward, twelve back and twelve forward show the same pictures', () => {
  const { press, picture } = open();
  const first = picture();
  const there = Array.from({ length: 12 }, () => (press('Step'), picture()));
  for (let i = 0; i < 12; i += 1) press('Step back');
  expect(picture()).toBe(first);
  expect(Array.from({ length: 12 }, () => (press('Step'), picture()))).toEqual(there);
  expect(new Set(there).size).toBeGreaterThan(6);
});

/** How long a test waits for what is fetched on first use. */
const patience = { timeout: 20_000 };

/** A button of the panel's part that is fetched with the first panel. */
const fetched = (name: string): Promise<HTMLElement> => screen.findByText(name, { selector: 'button' }, patience);

test('one press may do the same to several resources', async () => {
  const { container } = render(
    <DiagramView id="ecs-fargate-vs-ec2" parts={{ scenario: bothScenario, topology: bothTopology, definition: bothDefinition }} />,
  );
  container.querySelector<HTMLElement>('[data-kind="ecs-cluster"]')?.click();
  (await fetched('Scale both')).click();
  const services = [...container.querySelectorAll('[data-kind="ecs-service"]')].map(({ textContent }) => textContent);
  expect(services).toEqual([expect.stringContaining('of 12 running'), expect.stringContaining('of 12 running')]);
  expect(container.querySelectorAll('.rail .mark')).toHaveLength(1);
});

test('what a press changes is on the page when the press is over', async () => {
  const { press, time, find } = open();
  press('Step');
  expect(time()).toBeGreaterThan(0);
  const service = find('[data-kind="ecs-service"]');
  service.click();
  expect(service.getAttribute('aria-expanded')).toBe('true');
  (await fetched('Set desired count')).click();
  press('Reset');
  expect(time()).toBe(0);
});

test('arrow keys walk through the picture, of which Tab reaches one resource', () => {
  const { container, find } = open();
  const reachable = () => container.querySelectorAll('[data-resource][tabindex="0"]');
  expect(reachable()).toHaveLength(1);
  const first = find('[data-resource][tabindex="0"]');
  first.focus();
  fireEvent.keyDown(first, { key: 'ArrowRight' });
  expect(document.activeElement).not.toBe(first);
  expect(document.activeElement?.hasAttribute('data-resource')).toBe(true);
  expect(reachable()).toHaveLength(1);
  fireEvent.keyDown(document.activeElement ?? first, { key: 'ArrowLeft' });
  expect(document.activeElement).toBe(first);
});

test('Enter opens the panel and takes the focus there; Escape brings it back', () => {
  const { find } = open();
  const service = find('[data-kind="ecs-service"]');
  service.focus();
  service.click(); // a press without a pointer is what Enter makes
  expect(document.activeElement?.textContent).toBe('web');
  fireEvent.keyDown(document.activeElement ?? service, { key: 'Escape' });
  expect(document.activeElement).toBe(service);
  expect(service.getAttribute('aria-expanded')).toBe('false');
});

test('focus and the open panel stay with a resource while its status changes', () => {
  const { container, press } = open();
  const starting = container.querySelector<HTMLElement>('[data-kind="ecs-task"][data-tone="starting"]');
  if (starting === null) throw new Error('The story no longer opens with a task that is starting.');
  fireEvent.click(starting, { detail: 1 });
  starting.focus();
  const opened = starting.dataset['status'];
  for (let i = 0; i < 40 && starting.dataset['status'] === opened; i += 1) press('Step');
  expect(starting.dataset['status']).not.toBe(opened);
  expect(document.activeElement).toBe(starting);
  expect(starting.getAttribute('aria-expanded')).toBe('true');
});

test('a fault is broken and repaired from the menu, and the story knows that the reader took over', async () => {
  const { press, container } = open();
  press('Step');
  press('Break something');
  const menu = screen.getByRole('group', { name: 'Break something' });
  const [fault] = await within(menu).findAllByRole('button', {}, patience);
  const id = fault?.dataset['fault'];
  fault?.click();
  expect(container.textContent).toContain('You took over at 00:0');
  press('Break something');
  const rows = within(screen.getByRole('group', { name: 'Break something' })).getAllByRole('button');
  expect(rows.some((row) => row.dataset['fault'] === id && row.classList.contains('repair'))).toBe(true);
});

test('choosing a step of the story goes to its time and marks it', () => {
  const { find, time } = open();
  const third = scenario.walkthrough[2];
  find('[data-walkthrough] li:nth-child(3) button').click();
  expect(time()).toBe(third?.at);
  expect(find('[data-walkthrough] [aria-current="step"]').textContent).toContain(third?.text);
});

test('a fork keeps the run that it leaves, to return to', () => {
  const { press, time } = open();
  for (let i = 0; i < 5; i += 1) press('Step');
  const there = time();
  press('Fork here');
  press('Reset');
  press('Branches (2)');
  press(`Return to branch 1 at 00:0${Math.floor(there / 1000)}`);
  expect(time()).toBe(there);
});

test('regrouping draws the same resources in other boxes', () => {
  const { container, press } = open();
  const drawn = () => [...container.querySelectorAll<HTMLElement>('[data-resource]')].map(({ dataset }) => dataset['resource']).sort();
  const before = drawn();
  press('by instance');
  expect(drawn()).toEqual(before);
  expect(container.querySelector('[data-kind="ecs-container-instance"] ~ ul [data-kind="ecs-task"]')).not.toBeNull();
});

test('a broken link says so in a sentence and leaves a fresh run', async () => {
  location.hash = '#run.1.notAWholeLink';
  const { time } = open();
  location.hash = '';
  await screen.findByText(/The diagram begins afresh\./, {}, patience);
  expect(time()).toBe(0);
});

test('a shared link opens the moment that it was made at', async () => {
  const { press, time, picture } = open();
  for (let i = 0; i < 8; i += 1) press('Step');
  press('Share');
  const value = (await screen.findByLabelText('Link to this moment', {}, patience)).getAttribute('value') ?? '';
  const [there, shown] = [time(), picture()];
  cleanup();
  location.hash = new URL(value).hash;
  const again = open();
  location.hash = '';
  await screen.findByText('You are at the moment that the link was made at.', {}, patience);
  expect(again.time()).toBe(there);
  expect(again.picture().replaceAll(/_r\w+_/g, '')).toBe(shown.replaceAll(/_r\w+_/g, ''));
});

test('a diagram without a story tells none', () => {
  const { container } = render(<DiagramView id="ecs-service" parts={{ scenario, topology, definition }} story="none" />);
  expect(container.querySelector('[data-walkthrough]')).toBeNull();
  expect(container.querySelector('[data-event-log]')).not.toBeNull();
});

test('the log shortens ids to those of the cards, and shows whole ones when asked', () => {
  const { press, find } = open();
  find('[data-walkthrough] li:nth-child(3) button').click();
  press('Step');
  const log = find('[data-event-log]');
  expect(log.textContent).toContain('in (target-group web)');
  press('Whole ids');
  expect(log.textContent).toContain('in (target-group arn:aws:elasticloadbalancing:');
});

test('every frame is told to the page in the press that draws it', () => {
  const { container, press } = open();
  const told: number[] = [];
  container.addEventListener('drydock:frame', (event) => {
    const { detail } = event as DocumentEventMap['drydock:frame']; // the one event of this name
    told.push(detail.frame.index);
  });
  press('Step');
  expect(told.at(-1)).toBeGreaterThan(0);
});
