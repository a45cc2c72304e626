import { useEffect, useState } from 'react';
import { isShareFragment } from '../../simulation/engine/share-fragment.ts';
import type { Scenario } from '../../simulation/engine/scenario.ts';
import type { Player } from '../../simulation/engine/transport.ts';

/** What came of a link: one that was made for the reader, or why one could not be opened. */
export interface LinkNews {
  readonly text: string;
  /** The link to copy by hand, where the browser would not copy it. */
  readonly link?: string;
}

/** Links are made and read by code that is fetched with the first one. */
const shareLinks = () => import('../../simulation/engine/share-link.ts');

/** Opens the moment that the page's address asks for, and makes links to the present one. */
export function useShareLink(player: Player, scenario: Scenario) {
  const [news, setNews] = useState<LinkNews>();
  useEffect(() => {
    const open = async (): Promise<void> => {
      const { hash } = location;
      if (!isShareFragment(hash)) return;
      const { decodeShare, openFragment } = await shareLinks();
      const decoded = decodeShare(hash);
      if (decoded.ok && isForAnother(decoded.value.scenario, scenario)) return;
      const opened = openFragment(hash, scenario);
      if (opened.ok) player.open(opened.value.run, opened.value.time);
      setNews({ text: opened.ok ? 'You are at the moment that the link was made at.' : opened.problem.text });
    };
    const onHash = (): void => void open();
    onHash();
    addEventListener('hashchange', onHash);
    return () => {
      removeEventListener('hashchange', onHash);
    };
  }, [player, scenario]);

  const share = async (): Promise<void> => {
    const { run, time } = player.getState();
    const { fragmentOf } = await shareLinks();
    const link = `${location.origin}${location.pathname}#${fragmentOf(run, time)}`;
    setNews({ text: 'This link opens this very moment:', link });
    navigator.clipboard.writeText(link).then(
      () => {
        setNews({ text: 'Copied. This link opens this very moment:', link });
      },
      () => undefined, // the link stands on the page to be copied by hand
    );
  };
  return { news, share: (): void => void share() } as const;
}

/** Whether a link is to another diagram of this page, which will open it itself. */
const isForAnother = (wanted: string, { id }: Scenario): boolean =>
  wanted !== id && document.querySelector(`[data-diagram="${CSS.escape(wanted)}"]`) !== null;
