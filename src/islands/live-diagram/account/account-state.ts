import type { Choice } from '../../../account/choose.ts';
import type { Notice } from '../../../account/notice.ts';
import type { Account } from '../../../account/picture.ts';
import { accountOf, maskNotices } from '../../../account/picture.ts';
import type { Reading } from '../../../account/reading.ts';

/** What a reader has opened and how they look at it. */
export interface AccountState {
  readonly opened?: { readonly account: Account; readonly source: 'account' | 'sample'; readonly live?: true };
  /** Why the last files gave no account. */
  readonly refused: readonly Notice[];
  readonly wish: Choice;
  readonly revealed: boolean;
}

/** What may happen to it. */
export type AccountAction =
  | { readonly type: 'read'; readonly reading: Reading; readonly source: 'account' | 'sample' }
  | { readonly type: 'went-on'; readonly account: Account }
  | { readonly type: 'wished'; readonly wish: Choice }
  | { readonly type: 'toggled' };

/** Before anything was opened: account ids are hidden. */
export const nothingOpened: AccountState = { refused: [], wish: {}, revealed: false };

/** Refused files leave the picture as it was; every new account begins with its ids hidden; another reading of the same one stays as it was looked at. */
export function accountReducer(state: AccountState, action: AccountAction): AccountState {
  switch (action.type) {
    case 'read': {
      const { reading, source } = action;
      if (reading.objects.length === 0) return { ...state, refused: maskNotices(reading.notices) };
      return { ...nothingOpened, opened: { account: accountOf(reading), source } };
    }
    case 'went-on': {
      const opened = { account: action.account, source: 'account', live: true } as const;
      return state.opened?.live === true ? { ...state, opened, refused: [] } : { ...nothingOpened, opened };
    }
    case 'wished':
      return { ...state, wish: action.wish };
    case 'toggled':
      return { ...state, revealed: !state.revealed };
  }
}
