import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeAll } from '../../src/account/checks/checks.ts';
import { reportJson, reportMarkdown } from '../../src/account/checks/report.ts';
import { openTexts } from '../../src/account/open-texts.ts';
import type { Account } from '../../src/account/picture.ts';
import { accountOf, pictureOf } from '../../src/account/picture.ts';
import { readSampleAccount } from '../../src/account/sample/samples.ts';
import type { AccountView } from '../../src/model/account-view.ts';
import { accountViews } from '../../src/model/account-view.ts';
import { kinds } from '../../src/model/kind.ts';

const views = Object.keys(accountViews).filter((name): name is AccountView => name in accountViews);
const recordings = globSync('tests/fixtures/aws-cli/*/*.json').map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));

const accounts: Readonly<Record<string, Account>> = {
  'the recorded files': accountOf(await openTexts(recordings)),
  'the healthy sample': accountOf(readSampleAccount('healthy')),
  'the messy sample': accountOf(readSampleAccount('messy')),
};

/** Account ids that stand in these files. */
const ids = /123456789012|111122223333|123456789222|123456789111/;

const drawn = (account: Account, view: AccountView, revealed: boolean): string => {
  const { frame, menu, ...told } = pictureOf(account, { view, kinds: new Set(kinds), wish: {}, revealed });
  const names = menu.flatMap(({ options }) => options.map(({ name }) => name));
  return JSON.stringify([[...frame.resources.values()], [...frame.relations], frame.messages, names, told]);
};

const saved = (account: Account, show: (text: string) => string): string => {
  const judgements = judgeAll({ ...account, today: '2026-11-20' });
  const parts = { judgements, about: account.about, show, today: '2026-11-20' };
  return `${reportMarkdown(parts)} ${reportJson(parts)}`;
};

describe.each(Object.entries(accounts))('requirement 12: the account ids of %s', (_, account) => {
  it.each(views)('are masked in all that a page draws of the view %s', (view) => {
    expect(drawn(account, view, false)).not.toMatch(ids);
  });

  it('are shown when they are revealed', () => {
    expect(views.some((view) => ids.test(drawn(account, view, true)))).toBe(true);
  });

  it('are masked in what is saved of the report', () => {
    expect(saved(account, account.mask)).not.toMatch(ids);
    expect(saved(account, (text) => text)).toMatch(ids);
  });
});
