import type { Explained } from './reading/explain-failure.ts';

/** Ends a command with one sentence, and the command that mends it where there is one. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly fix: string | undefined;
  readonly exitCode: number;

  constructor({ sentence, fix }: Explained, exitCode = 1, cause?: unknown) {
    super(sentence, { cause });
    this.fix = fix;
    this.exitCode = exitCode;
  }
}

/** A command line that cannot be meant, or that wants an answer where nobody can give one. */
export const usageError = (sentence: string): CommandError => new CommandError({ sentence }, 2);
