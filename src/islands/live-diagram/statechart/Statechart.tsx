import { use, useLayoutEffect, useMemo, useRef } from 'react';
import { light, pathsOf, waysOut } from './statechart-reading.ts';
import './statechart.css';

interface Props {
  /** The name of a behaviour in its domain, such as `ecs-task`. */
  readonly behaviour: string;
  /** The value of its snapshot. */
  readonly state: unknown;
}

const drawings = import.meta.glob<string>('/src/simulation/*/*.statechart.svg', { query: '?raw', import: 'default' });
const fetched = new Map<string, Promise<string | undefined>>();

/** The drawing of a behaviour's statechart; the same promise for the same behaviour. */
function drawingOf(behaviour: string): Promise<string | undefined> {
  let drawing = fetched.get(behaviour);
  if (drawing === undefined) {
    const path = Object.keys(drawings).find((one) => one.endsWith(`/${behaviour}.statechart.svg`));
    drawing = (path === undefined ? undefined : drawings[path]?.()) ?? Promise.resolve(undefined);
    fetched.set(behaviour, drawing);
  }
  return drawing;
}

/** The statechart of a behaviour with its present state lit, and the same in words. Suspends until its drawing has come. */
export default function Statechart({ behaviour, state }: Props) {
  const current = useMemo(() => pathsOf(state), [state]);
  const drawing = use(drawingOf(behaviour));
  const innermost = current.at(-1) ?? '';
  if (drawing === undefined) return <p>{innermost} now. This machine has no drawing.</p>;
  return <Drawn drawing={drawing} current={current} label={`Statechart of ${behaviour}, now ${innermost}`} />;
}

function Drawn({ drawing, current, label }: { readonly drawing: string; readonly current: readonly string[]; readonly label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useMemo(
    () => document.importNode(new DOMParser().parseFromString(drawing, 'image/svg+xml').documentElement, true),
    [drawing],
  );
  const ways = waysOut(chart, current);
  useLayoutEffect(() => {
    frame.current?.replaceChildren(chart);
  }, [chart]);
  useLayoutEffect(() => {
    light(chart, current);
    if (frame.current !== null) bringIntoSight(frame.current, chart);
  }, [chart, current]);
  return (
    <>
      <p>
        {current.join(', ')} now.{' '}
        {ways.length === 0 ? 'No way leads out of it.' : `From here: ${ways.map(({ to, on }) => `${to} (${on})`).join('; ')}.`}
      </p>
      <div className="statechart-frame" ref={frame} role="img" aria-label={label} tabIndex={0} />
    </>
  );
}

/** Scrolls the frame, and nothing around it, to the innermost current state. */
function bringIntoSight(frame: HTMLElement, chart: Element): void {
  const state = [...chart.querySelectorAll('[data-current]')].at(-1)?.getBoundingClientRect();
  if (state === undefined) return;
  const around = frame.getBoundingClientRect();
  frame.scrollBy(state.x + state.width / 2 - around.x - around.width / 2, state.y + state.height / 2 - around.y - around.height / 2);
}
