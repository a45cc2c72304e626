/** What the files of a cluster answer to a question: with what they do not hold it is unknown, neither yes nor no. */
export interface Answer {
  readonly verdict: 'allowed' | 'denied' | 'unknown';
  /** One sentence that names what decided, or what the files lack. */
  readonly because: string;
}
