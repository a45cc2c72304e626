import { agree } from './agree.ts';
import { awsAccount } from './aws-account.ts';
import { readConnectOptions } from './options.ts';
import { runCommand } from './run-command.ts';
import { serve } from './serve.ts';
import { accountSession } from './session.ts';
import { ownTerminal } from './terminal.ts';

/** `npm run connect`: asks whether the account may be read, and serves the site to which it can be shown. */
await runCommand(async (signal) => {
  const options = readConnectOptions(process.argv.slice(2));
  const reader = awsAccount(options.include);
  const session = accountSession(reader, await agree(options, reader, ownTerminal, signal));
  await serve(session, options, signal, ({ account }) => {
    console.log(account);
    return { opens: account };
  });
});
