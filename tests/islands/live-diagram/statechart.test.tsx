import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import Statechart from '../../../src/islands/live-diagram/statechart/Statechart.tsx';
import { pathsOf } from '../../../src/islands/live-diagram/statechart/statechart-reading.ts';

const show = (behaviour: string, state: unknown) => (
  <Suspense fallback="…">
    <Statechart behaviour={behaviour} state={state} />
  </Suspense>
);
const lit = () => [...document.querySelectorAll('[data-current]')].map((element) => element.getAttribute('data-state'));

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});
afterEach(cleanup);

describe('a statechart', () => {
  test('lights the state that its machine is in, and follows it', async () => {
    const { rerender } = await act(() => Promise.resolve(render(show('k8s-node', 'Connected'))));
    await screen.findByText(/^Connected now\. From here: CutOff \(connection\.lost\)\.$/);
    expect(lit()).toEqual(['Connected']);
    rerender(show('k8s-node', 'CutOff'));
    expect(lit()).toEqual(['CutOff']);
    expect(screen.getByRole('img', { name: 'Statechart of k8s-node, now CutOff' })).toBeTruthy();
  });

  test('lights an outer state with the one in it', () => {
    expect(pathsOf({ RUNNING: { HEALTHY: 'passing' } })).toEqual(['RUNNING', 'RUNNING.HEALTHY', 'RUNNING.HEALTHY.passing']);
  });

  test('says so when there is no drawing', async () => {
    await act(() => Promise.resolve(render(show('nobody', 'here'))));
    expect(await screen.findByText('here now. This machine has no drawing.')).toBeTruthy();
  });
});
