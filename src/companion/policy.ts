import { policyOf, printPolicy } from '../account/policy.ts';
import { readPolicyOptions } from './options.ts';
import { runCommand } from './run-command.ts';

/** `npm run policy`: prints the IAM policy that allows what a reading uses, and nothing else. */
await runCommand(() => {
  process.stdout.write(printPolicy(policyOf(readPolicyOptions(process.argv.slice(2)))));
  return Promise.resolve();
});
