import type { Asker, Send } from './asker.ts';

/** An answer that may go on on another page. */
export interface Page {
  readonly nextToken?: string | undefined;
  readonly NextToken?: string | undefined;
}

/** A list that goes on for longer than this is broken. */
const mostPages = 2_000;

/** How a list is asked for, page by page. */
export interface Listing<Answer, Element> {
  readonly action: string;
  readonly send: (token: string | undefined) => Send<Answer>;
  readonly elements: (answer: Answer) => readonly Element[] | undefined;
  /** Stops when so many are found; the rest is not asked for. */
  readonly atMost?: number;
}

/** What a list gave. */
export interface Listed<Element> {
  readonly elements: readonly Element[];
  /** Whether there are more than were asked for. */
  readonly more: boolean;
  /** Whether the list was denied or failed before its end. */
  readonly failed: boolean;
}

/** Reads a list to its end, or to as many as are wanted. Pages that turn in a circle, or that lack their list, end it with a sentence. */
export async function listed<Answer extends Page, Element>(
  asker: Asker,
  { action, send, elements, atMost = Infinity }: Listing<Answer, Element>,
): Promise<Listed<Element>> {
  const found: Element[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const answer = await asker.ask(action, send(token));
    if (answer === undefined) return { elements: found.slice(0, atMost), more: false, failed: true };
    const page = elements(answer);
    if (page === undefined) asker.complain(action, 'answered without its list');
    found.push(...(page ?? []));
    const next = answer.nextToken ?? answer.NextToken;
    token = next === '' ? undefined : next;
    if (token !== undefined && (seen.has(token) || seen.size >= mostPages)) {
      asker.complain(action, 'gave the same page again and again');
      break;
    }
    if (token !== undefined) seen.add(token);
  } while (token !== undefined && found.length < atMost);
  return { elements: found.slice(0, atMost), more: token !== undefined || found.length > atMost, failed: false };
}
