/** A way out of the current state: where it leads, and on what. */
export interface WayOut {
  readonly to: string;
  readonly on: string;
}

/** The paths of all states that a snapshot's value names, an outer one before those in it: `RUNNING`, `RUNNING.HEALTHY`. */
export function pathsOf(value: unknown, outer = ''): readonly string[] {
  const within = (key: string): string => (outer === '' ? key : `${outer}.${key}`);
  if (typeof value === 'string') return [within(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [within(key), ...pathsOf(inner, within(key))]);
}

/** Whether an arrow of a drawn statechart leads out of a current state; one from any state leads only to others. */
function leadsOut(arrow: Element, current: readonly string[]): boolean {
  const from = arrow.getAttribute('data-from');
  return from === '' ? !current.includes(arrow.getAttribute('data-to') ?? '') : from !== null && current.includes(from);
}

/** Where the current states of a drawn statechart may lead. */
export const waysOut = (chart: Element, current: readonly string[]): readonly WayOut[] =>
  [...chart.querySelectorAll('.arrow')]
    .filter((arrow) => leadsOut(arrow, current))
    .map((arrow) => ({
      to: arrow.getAttribute('data-to') ?? '',
      on: Array.from(arrow.querySelectorAll('text'), ({ textContent }) => textContent).join(' '),
    }));

/** Lights the current states of a drawn statechart and the arrows that lead out of them. */
export function light(chart: Element, current: readonly string[]): void {
  for (const state of chart.querySelectorAll('[data-state]')) {
    state.toggleAttribute('data-current', current.includes(state.getAttribute('data-state') ?? ''));
  }
  for (const arrow of chart.querySelectorAll('.arrow')) arrow.toggleAttribute('data-open', leadsOut(arrow, current));
}
