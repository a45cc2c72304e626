import { CommandError } from './command-error.ts';

const interrupted = 130;

/**
 * Runs a command of the companion. Ctrl-C aborts its signal and ends it when what is open is closed; a failure is one
 * sentence on standard error, and the command that mends it.
 */
export async function runCommand(command: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
  try {
    await command(ending.signal);
    process.exit();
  } catch (error) {
    const { message, fix, exitCode } = error instanceof CommandError ? error : { message: messageOf(error), fix: undefined, exitCode: 1 };
    if (ending.signal.aborted) console.error('Stopped.');
    else console.error(fix === undefined ? message : `${message}\n${fix}`);
    process.exit(ending.signal.aborted ? interrupted : exitCode);
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
