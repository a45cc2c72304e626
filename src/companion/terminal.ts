import { confirm, isCancel, text } from '@clack/prompts';
import { regionName } from './choice.ts';

/** Where a command speaks to its reader. What it is asked to print goes to standard output; all else is said here. */
export interface Terminal {
  /** Whether somebody is there to answer. */
  readonly interactive: boolean;
  readonly say: (line: string) => void;
  /** False also when the reader ends the question. */
  readonly confirm: (question: string) => Promise<boolean>;
  /** The name of a Region; undefined when the reader ends the question. */
  readonly askRegion: (question: string) => Promise<string | undefined>;
}

const output = process.stderr;

/** The terminal that the command was started in. */
export const ownTerminal: Terminal = {
  interactive: process.stdin.isTTY && output.isTTY,
  say: (line) => void output.write(`${line}\n`),
  confirm: async (message) => (await confirm({ message, output })) === true,
  askRegion: async (message) => {
    const answer = await text({
      message,
      placeholder: 'eu-west-1',
      output,
      validate: (value) => regionName.safeParse(value ?? '').error?.issues[0]?.message,
    });
    return isCancel(answer) ? undefined : answer;
  },
};
