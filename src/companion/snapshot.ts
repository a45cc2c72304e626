import { agree } from './agree.ts';
import { awsAccount } from './aws-account.ts';
import { CommandError } from './command-error.ts';
import { readSnapshotOptions } from './options.ts';
import { progressLine } from './progress-line.ts';
import { runCommand } from './run-command.ts';
import { ownTerminal } from './terminal.ts';
import { checkPlace, writeWhole } from './write-whole.ts';

/** `npm run snapshot`: reads the account into one file. */
await runCommand(async (signal) => {
  const { out, ...options } = readSnapshotOptions(process.argv.slice(2));
  await checkPlace(out);
  const reader = awsAccount(options.include);
  const { choice } = await agree(options, reader, ownTerminal, signal);

  const progress = progressLine(process.stderr);
  const snapshot = await reader
    .read(choice, { onProgress: progress.show, signal })
    .catch((error: unknown) => {
      throw new CommandError(reader.explain(error, choice), 1, error);
    })
    .finally(progress.end);
  await writeWhole(out, JSON.stringify(snapshot), signal);

  for (const { what, shown, found } of snapshot.limits) ownTerminal.say(`Holds ${shown} of ${found} ${what}.`);
  for (const action of snapshot.denied)
    ownTerminal.say(`Denied: ${action}. What it shows is unknown; npm run policy prints what allows it.`);
  for (const error of snapshot.errors) ownTerminal.say(error);
  ownTerminal.say(`Written to ${out}. Open it on the page /account/.`);
});
