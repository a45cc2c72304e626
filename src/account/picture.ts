import type { Frame } from '../model/frame.ts';
import type { Json } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';
import { stillFrame } from '../model/still-frame.ts';
import type { AccountView } from '../model/account-view.ts';
import type { About } from './about.ts';
import type { Choice, Menu, Option } from './choose.ts';
import { choiceOf, menuOf } from './choose.ts';
import { objectsOf } from './chosen-objects.ts';
import type { Elsewhere } from './elsewhere.ts';
import { elsewhereOf } from './elsewhere.ts';
import { gapsOf, undrawnOf } from './gaps.ts';
import type { Estate } from './gather.ts';
import { gather } from './gather.ts';
import { logOf } from './log-of.ts';
import type { Mask } from './mask.ts';
import { accountIdsIn, maskObject, maskOf } from './mask.ts';
import type { Notice } from './notice.ts';
import type { Reading } from './reading.ts';

/** An opened account: everything that was read, and how to hide whose it is. */
export interface Account {
  readonly estate: Estate;
  readonly notices: readonly Notice[];
  readonly mask: Mask;
  /** How it was read. */
  readonly about: About;
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

/** An account without its objects, as plain data. */
export interface Cover extends Pick<Account, 'notices' | 'about'> {
  /** The account ids that are to be masked. */
  readonly accountIds: readonly string[];
}

/** What is known of a reading beside its objects. */
export function coverOf(estate: Estate, { notices, about }: Reading): Cover {
  const shown = function* (): Generator<Json | undefined> {
    for (const { id, body } of estate.values()) {
      yield id;
      yield body;
    }
    for (const { file, text } of notices) yield [file, text];
    yield [about.caller?.account ?? '', about.caller?.arn ?? ''];
  };
  return { notices, about, accountIds: accountIdsIn(shown()) };
}

/** An account of objects and what is known beside them. */
export const accountFrom = (estate: Estate, { notices, about, accountIds }: Cover): Account => ({
  estate,
  notices,
  mask: maskOf(accountIds),
  about,
});

/** Puts a reading together. */
export function accountOf(reading: Reading): Account {
  const estate = gather(reading.objects);
  return accountFrom(estate, coverOf(estate, reading));
}

/** What a diagram draws of an account, and how it is looked at. */
export interface Look {
  readonly view: AccountView;
  /** The kinds that the diagram has a box for. */
  readonly kinds: ReadonlySet<Kind>;
  readonly wish: Choice;
  /** Whether account ids are shown. */
  readonly revealed: boolean;
}

/** Draws the chosen part of an account. */
export function pictureOf({ estate, notices, mask }: Account, { view, kinds, wish, revealed }: Look): Picture {
  const show: Mask = revealed ? (text) => text : mask;
  const menu = menuOf(estate, view, wish);
  const objects = objectsOf(estate, view, choiceOf(menu));
  const chosen = revealed ? objects : objects.map((object) => maskObject(object, mask));
  const named = ({ id, name }: Option): Option => ({ id, name: show(name) });
  return {
    frame: { ...stillFrame(chosen), messages: logOf(chosen) },
    menu: menu.map((level) => ({ ...level, options: level.options.map(named) })),
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
