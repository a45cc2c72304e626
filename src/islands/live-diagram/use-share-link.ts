import { useEffect, useState } from 'react';
import { decodeShare, fragmentOf, isShareFragment, openFragment } from '../../simulation/engine/share-link.ts';
import type { Scenario } from '../../simulation/engine/scenario.ts';
import type { Player } from '../../simulation/engine/transport.ts';

/** What came of a link: one that was made for the reader, or why one could not be opened. */
export interface LinkNews {
  readonly text: string;
  /** The link to copy by hand, where the browser would not copy it. */
  readonly link?: string;
}

/** Opens the moment that the page's address asks for, and makes links to the present one. */
export function useShareLink(player: Player, scenario: Scenario) {
  const [news, setNews] = useState<LinkNews>();
  useEffect(() => {
    const open = (): void => {
      const { hash } = location;
      if (!isShareFragment(hash) || isForAnother(hash, scenario)) return;
      const opened = openFragment(hash, scenario);
      if (opened.ok) player.open(opened.value.run, opened.value.time);
      setNews({ text: opened.ok ? 'You are at the moment that the link was made at.' : opened.problem.text });
    };
    open();
    addEventListener('hashchange', open);
    return () => {
      removeEventListener('hashchange', open);
    };
  }, [player, scenario]);

  const share = (): void => {
    const { run, time } = player.getState();
    const link = `${location.origin}${location.pathname}#${fragmentOf(run, time)}`;
    setNews({ text: 'This link opens this very moment:', link });
    navigator.clipboard.writeText(link).then(
      () => {
        setNews({ text: 'Copied. This link opens this very moment:', link });
      },
      () => undefined, // the link stands on the page to be copied by hand
    );
  };
  return { news, share } as const;
}

/** Whether a link is to another diagram of this page, which will open it itself. */
function isForAnother(fragment: string, scenario: Scenario): boolean {
  const decoded = decodeShare(fragment);
  if (!decoded.ok || decoded.value.scenario === scenario.id) return false;
  return document.querySelector(`[data-diagram="${CSS.escape(decoded.value.scenario)}"]`) !== null;
}
