import type { Notice } from '../../account/notice.ts';
import type { Account } from '../../account/picture.ts';
import type { Wanted } from '../../account/map/wanted.ts';
import { everything } from '../../account/map/wanted.ts';
import type { Id } from '../../model/json.ts';
import type { Outcome } from '../account-reader.ts';

/** Where an account came from. */
export type Source = 'sample' | 'files' | 'companion';

/** What a reader has opened, and how they look at it. An account from the companion is kept beside, with its hour. */
export interface PageState {
  readonly source?: Source;
  readonly opened?: Account;
  /** What is being read, as the object of a sentence. */
  readonly busy?: string | undefined;
  /** Why the last files gave no account. */
  readonly refused: readonly Notice[];
  readonly revealed: boolean;
  readonly selected?: Id | undefined;
  readonly wanted: Wanted;
}

/** What may happen to it. */
export type PageAction =
  | { readonly type: 'began'; readonly busy: string }
  | { readonly type: 'read'; readonly outcome: Outcome; readonly source: 'sample' | 'files' }
  | { readonly type: 'went-live' }
  | { readonly type: 'toggled' }
  | { readonly type: 'selected'; readonly id: Id | undefined }
  | { readonly type: 'sought'; readonly wanted: Wanted };

/** Before anything was opened: account ids are hidden. */
export const nothingYet: PageState = { refused: [], revealed: false, wanted: everything };

/** Refused files leave what was open as it was; each new account begins with its ids hidden. */
export function pageReducer(state: PageState, action: PageAction): PageState {
  switch (action.type) {
    case 'began':
      return { ...state, busy: action.busy, refused: [] };
    case 'read':
      if ('refused' in action.outcome) return { ...state, busy: undefined, refused: action.outcome.refused };
      return { ...nothingYet, source: action.source, opened: action.outcome.account };
    case 'went-live':
      return state.source === 'companion' ? state : { ...nothingYet, source: 'companion' };
    case 'toggled':
      return { ...state, revealed: !state.revealed };
    case 'selected':
      return { ...state, selected: action.id };
    case 'sought':
      return { ...state, wanted: action.wanted };
  }
}
