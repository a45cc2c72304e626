import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { Id } from '../../../model/json.ts';
import type { Run } from '../../../simulation/engine/run.ts';
import type { Placement } from '../../../topology/placement.ts';
import type { Topology } from '../../../topology/topology.ts';
import { kinOf } from '../../kin.ts';
import { useListener } from '../../use-listener.ts';
import { isSide, neighbour } from '../../arrow-walk.ts';
import { Drawn } from './Boxes.tsx';
import { Edges } from './Edges.tsx';
import { framesOf, StageContext } from './stage-state.ts';
import { useKeptHeight } from './use-kept-height.ts';

interface Props {
  readonly topology: Topology;
  readonly placement: Placement;
  /** What the picture is of; another one is laid out from the beginning. */
  readonly picture: string;
  readonly selected: Id | undefined;
  readonly panelId: string;
  /** The run that the picture is of; an account has none. */
  readonly run: Run | undefined;
  readonly onSelect: (id: Id, byKeyboard: boolean) => void;
}

const buttonsIn = (stage: HTMLElement): readonly HTMLElement[] => [...stage.querySelectorAll<HTMLElement>('[data-resource]')];

/** The picture: one stop of the Tab key; arrow keys move between resources, Enter opens one. */
export function Stage({ topology, placement, picture, selected, panelId, run, onSelect }: Props): ReactNode {
  const [visited, setVisited] = useState<Id>();
  const { frame, roots, spots } = placement;
  const drawn = (id: Id | undefined): id is Id => id !== undefined && spots.get(id)?.placed.type === 'box';
  const reachable = [visited, selected].find(drawn) ?? firstOf(placement);
  const frames = useMemo(() => framesOf(topology), [topology]);
  const nothing = run === undefined ? 'These files do not tell.' : 'Nothing in it at this moment.';
  const kin = useMemo(() => new Set(selected === undefined ? [] : kinElsewhere(placement, selected)), [placement, selected]);
  const state = useMemo(
    () => ({ selected, reachable, kin, frames, panelId, nothing, select: onSelect }),
    [selected, reachable, kin, frames, panelId, nothing, onSelect],
  );

  const stage = useRef<HTMLDivElement>(null);
  useKeptHeight(stage, picture);
  useListener(stage, 'keydown', (event) => {
    const buttons = stage.current === null ? [] : buttonsIn(stage.current);
    const at = buttons.findIndex((button) => button === event.target);
    if (at === -1) return;
    const next = isSide(event.key)
      ? neighbour(buttons.map((button) => button.getBoundingClientRect()), at, event.key) // prettier-ignore
      : { Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  });
  useListener(stage, 'focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.dataset['resource'] !== undefined) setVisited(target.dataset['resource']);
  });
  return (
    <StageContext value={state}>
      <div
        className="stage"
        ref={stage}
        role="group"
        aria-label={`Picture with ${frame.resources.size} resources; arrow keys move between them`}
      >
        <div className="picture">
          <ul className="flow" data-direction={topology.direction}>
            {roots.map((placed) => (
              <Drawn key={placed.key} placed={placed} depth={0} />
            ))}
          </ul>
          <Edges topology={topology} placement={placement} run={run} />
        </div>
      </div>
    </StageContext>
  );
}

function firstOf({ roots }: Placement): Id | undefined {
  const queue = [...roots];
  for (const placed of queue) {
    if (placed.type === 'collection') continue;
    if (placed.resource !== undefined) return placed.resource.id;
    queue.push(...placed.members);
  }
  return undefined;
}

/** What a resource is related to and is neither drawn in nor around. */
function kinElsewhere({ frame, spots }: Placement, id: Id): readonly Id[] {
  const around = (inner: Id, outer: Id): boolean => spots.get(inner)?.around.some(({ key }) => key === outer) ?? false;
  return kinOf(frame, id).flatMap((kin) => (around(id, kin.id) || around(kin.id, id) ? [] : [kin.id]));
}
