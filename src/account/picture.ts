import type { Frame } from '../model/frame.ts';
import type { Kind } from '../model/kind.ts';
import { stillFrame } from '../model/still-frame.ts';
import type { Choice, Menu, Option } from './choose.ts';
import { menuOf } from './choose.ts';
import { objectsOf } from './chosen-objects.ts';
import type { Elsewhere } from './elsewhere.ts';
import { elsewhereOf } from './elsewhere.ts';
import { gapsOf, undrawnOf } from './gaps.ts';
import type { Estate } from './gather.ts';
import { gather } from './gather.ts';
import { logOf } from './log-of.ts';
import type { Mask } from './mask.ts';
import { maskObject, maskOf, textsOf } from './mask.ts';
import type { Notice } from './notice.ts';
import type { Reading } from './reading.ts';

/** An opened account: everything that was read, and how to hide whose it is. */
export interface Account {
  readonly estate: Estate;
  readonly notices: readonly Notice[];
  readonly mask: Mask;
}

/** Everything that a page shows of an account. Its words are masked; only the ids in `menu` are not, and no page prints those. */
export interface Picture {
  readonly frame: Frame;
  readonly menu: Menu;
  readonly notices: readonly Notice[];
  /** What the files lack for this choice. */
  readonly gaps: readonly string[];
  /** What was read and has no box in the diagram. */
  readonly undrawn: readonly string[];
  readonly elsewhere: readonly Elsewhere[];
}

/** Puts a reading together. */
export function accountOf({ objects, notices }: Reading): Account {
  const estate = gather(objects);
  const texts = function* (): Generator<string> {
    for (const { id, body } of estate.values()) yield* [id, ...textsOf(body)];
    for (const { file, text } of notices) yield* [file, text];
  };
  return { estate, notices, mask: maskOf(texts()) };
}

/** Draws the chosen part of an account for a diagram that shows these kinds. */
export function pictureOf({ estate, notices, mask }: Account, kinds: ReadonlySet<Kind>, wish: Choice, revealed: boolean): Picture {
  const show: Mask = revealed ? (text) => text : mask;
  const menu = menuOf(estate, wish);
  const objects = objectsOf(estate, menu.chosen);
  const chosen = revealed ? objects : objects.map((object) => maskObject(object, mask));
  const named = ({ id, name }: Option): Option => ({ id, name: show(name) });
  return {
    frame: { ...stillFrame(chosen), messages: logOf(chosen) },
    menu: { ...menu, places: menu.places.map(named), clusters: menu.clusters.map(named), services: menu.services.map(named) },
    notices: shown(notices, show),
    gaps: gapsOf(chosen),
    undrawn: undrawnOf(chosen, kinds),
    elsewhere: elsewhereOf(estate, objects).map(({ where, names }) => ({ where: show(where), names: names.map(show) })),
  };
}

/** Sentences about files that gave no account, without the account ids in them. */
export const maskNotices = (notices: readonly Notice[]): readonly Notice[] =>
  shown(notices, maskOf(notices.flatMap(({ file, text }) => [file, text])));

const shown = (notices: readonly Notice[], show: Mask): readonly Notice[] =>
  notices.map(({ kind, file, text }) => ({ kind, file: show(file), text: show(text) }));
