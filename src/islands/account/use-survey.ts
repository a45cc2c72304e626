import { useEffect, useState } from 'react';
import type { Survey } from '../../account/map/survey.ts';
import { surveying } from '../../account/map/survey.ts';
import type { Account } from '../../account/picture.ts';

/** An account and its survey, which belong together. */
export interface Surveyed {
  readonly account: Account;
  readonly survey: Survey;
}

/** The page stays alive: work goes on for so long, then the page has its turn. */
const TURN_MS = 15;

/** The newest account that has been surveyed; undefined until the first has. */
export function useSurvey(account: Account | undefined): Surveyed | undefined {
  const [surveyed, setSurveyed] = useState<Surveyed>();
  useEffect(() => {
    if (account === undefined) return;
    let wanted = true;
    void inTurns(surveying(account.estate), () => wanted).then((survey) => {
      if (survey !== undefined) setSurveyed({ account, survey });
    });
    return () => {
      wanted = false;
    };
  }, [account]);
  return account === undefined ? undefined : surveyed;
}

/** Runs something that offers pauses, and takes them; undefined when it is no longer wanted. */
async function inTurns<Result>(work: Generator<undefined, Result>, wanted: () => boolean): Promise<Result | undefined> {
  while (wanted()) {
    const end = performance.now() + TURN_MS;
    do {
      const step = work.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return undefined;
}
