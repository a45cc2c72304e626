import { awsAccount } from './aws-account.ts';
import { worlds } from './choice.ts';
import { readStartOptions } from './options.ts';
import { runCommand } from './run-command.ts';
import { serve } from './serve.ts';
import { accountSession } from './session.ts';

/** `npm start`: builds the site if its sources changed, serves it on the loopback and opens it. An account is read when the reader asks for it there. */
await runCommand(async (signal) => {
  const options = readStartOptions(process.argv.slice(2));
  await serve(accountSession(awsAccount(worlds)), options, signal, ({ origin, account }) => {
    console.log(`Drydock is at ${origin} (Ctrl-C ends it). To look at your own account, open:\n${account}`);
    return { opens: origin };
  });
});
