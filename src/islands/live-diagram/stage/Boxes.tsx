import { useContext } from 'react';
import type { Resource } from '../../../model/resource.ts';
import { toneOf } from '../../../model/status.ts';
import type { Box, Placed } from '../../../topology/placement.ts';
import { Card } from './Card.tsx';
import { clauseOf, statusText } from '../../card-text.ts';
import { Counted } from './Counted.tsx';
import { Pieces } from './Pieces.tsx';
import { PartNotes } from './part-notes.ts';
import type { StageState } from './stage-state.ts';
import { StageContext, useResourceButton } from './stage-state.ts';
import { StatusSymbol } from '../../StatusSymbol.tsx';
import { Used } from './Used.tsx';
import { useOwnId } from '../../own-id.ts';

interface Props {
  readonly placed: readonly Placed[];
  readonly depth: number;
  readonly direction: 'LR' | undefined;
}

/** The members of a box in their order: cards side by side in a grid, frames around further members as the box has them. */
function Boxes({ placed, depth, direction }: Props) {
  const { frames } = useContext(StageContext);
  const isLeaf = (member: Placed): boolean => leafs(member, frames);
  return runsOf(placed, isLeaf).map((run, i) => (
    <ul key={i} className={run.some(isLeaf) ? 'cards' : 'boxes'} data-direction={direction}>
      {run.map((member) => (
        <Drawn key={member.key} placed={member} depth={depth} />
      ))}
    </ul>
  ));
}

const leafs = (placed: Placed, frames: StageState['frames']): boolean =>
  placed.type === 'box' && placed.members.length === 0 && !frames.has(placed.node.id);

/** One thing of a placement: a counted group, a card, or a frame around its members. */
export function Drawn({ placed, depth }: { readonly placed: Placed; readonly depth: number }) {
  const { frames } = useContext(StageContext);
  const isLeaf = leafs(placed, frames);
  return (
    <li data-box={placed.key} data-extent={isLeaf ? 'card' : frames.get(placed.node.id)}>
      {placed.type === 'collection' ? (
        <Counted collection={placed} />
      ) : isLeaf ? (
        <Leaf box={placed} />
      ) : (
        <Framed box={placed} depth={depth} />
      )}
    </li>
  );
}

/** Neighbours of one sort together, in their order. */
function runsOf(placed: readonly Placed[], isLeaf: (member: Placed) => boolean): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  for (const member of placed) {
    const [before] = runs.at(-1) ?? [];
    if (before !== undefined && isLeaf(before) === isLeaf(member)) runs.at(-1)?.push(member);
    else runs.push([member]);
  }
  return runs;
}

function Leaf({ box: { resource, node } }: { readonly box: Box }) {
  const notes = useContext(PartNotes).get(node.id) ?? [];
  if (resource !== undefined) return <Card resource={resource} title={node.many ? resource.name : node.label} />;
  return (
    <div className="part">
      <b>{node.label}</b>
      {notes.map(({ text, loud }, i) => (
        <span key={i} data-loud={loud ? '' : undefined}>
          {text}
        </span>
      ))}
    </div>
  );
}

/** What a box is called: the part that it plays and its name, where the name does not say the part already, as `task 4be` does. */
const titleOf = ({ label, many }: Box['node'], { name }: Resource): string =>
  many || name.toLowerCase().startsWith(label.toLowerCase()) ? name : `${label} ${name}`;

function Framed({ box: { resource, node, members, goneCount }, depth }: { readonly box: Box; readonly depth: number }) {
  const { nothing } = useContext(StageContext);
  const headId = useOwnId();
  return (
    <div className={depth === 0 ? 'group' : 'box'} role="group" aria-labelledby={headId}>
      {resource === undefined ? (
        <p className="box-head" id={headId}>
          <span>{node.label}</span>
        </p>
      ) : (
        <Head resource={resource} id={headId} title={titleOf(node, resource)} />
      )}
      {resource === undefined ? null : <Used resource={resource} />}
      <Boxes placed={members} depth={depth + 1} direction={node.direction} />
      {members.length === 0 && resource === undefined ? <p className="quiet">{nothing}</p> : null}
      {goneCount === 0 ? null : <p className="quiet">and {goneCount} gone before</p>}
    </div>
  );
}

function Head({ resource, id, title }: { readonly resource: Resource; readonly id: string; readonly title: string }) {
  const tone = toneOf(resource);
  const clause = clauseOf(resource);
  return (
    <button type="button" className="box-head" id={id} {...useResourceButton(resource)}>
      <span>
        {tone === 'running' ? null : <StatusSymbol tone={tone} />}
        <Pieces text={title} />
      </span>
      <em>
        <span className={tone === 'running' ? 'unseen' : undefined}>
          {statusText(resource)}
          {clause === undefined ? '' : ', '}
        </span>
        {clause === undefined ? null : <Pieces text={clause} />}
      </em>
    </button>
  );
}
