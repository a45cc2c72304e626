import { useState } from 'react';
import type { Frame } from '../../model/frame.ts';
import type { Source } from './Head.tsx';

/** A frame of an account, and whether it is the reader's own or the sample. */
export interface AccountFrame {
  readonly frame: Frame;
  readonly source: 'account' | 'sample';
}

/** Which source the reader looks at, and what they have opened. */
export interface OpenedAccount {
  readonly chosen: Source;
  /** What is drawn in place of the simulation. */
  readonly drawn: AccountFrame | undefined;
  readonly files: readonly File[] | undefined;
  /** Whether the reader has ever asked for an account: then its code is fetched, and what they opened is kept. */
  readonly asked: boolean;
  readonly choose: (source: Source) => void;
  readonly open: (files: readonly File[]) => void;
  readonly draw: (frame: Frame, source: AccountFrame['source']) => void;
}

/** The reader's account beside the simulation: switching between them loses neither. */
export function useAccount(): OpenedAccount {
  const [chosen, choose] = useState<Source>('simulation');
  const [asked, setAsked] = useState(false);
  const [files, setFiles] = useState<readonly File[]>();
  const [opened, setOpened] = useState<AccountFrame>();
  const ask = (source: Source): void => {
    choose(source);
    if (source === 'account') setAsked(true);
  };
  return {
    chosen,
    drawn: chosen === 'account' ? opened : undefined,
    files,
    asked,
    choose: ask,
    open: (next) => {
      if (next.length === 0) return;
      setFiles(next);
      ask('account');
    },
    draw: (frame, source) => {
      setOpened({ frame, source });
    },
  };
}
