import type { Asker } from './asker.ts';
import type { Clients } from './clients.ts';
import { notAws } from './explain-failure.ts';
import type { Pace } from './pacing.ts';

/** Who AWS says is asking. */
export interface Caller {
  readonly account?: string | undefined;
  readonly arn?: string | undefined;
}

const action = 'sts:GetCallerIdentity';

const send = async ({ sts }: Clients, how: { readonly abortSignal: AbortSignal }): Promise<Caller> => {
  const { Account: account, Arn: arn } = await sts.getCallerIdentity({}, how);
  if (account === undefined || arn === undefined) throw new Error(notAws); // a page of a network's own parses as an empty answer
  return { account, arn };
};

/** Whose account it is; undefined when even that is denied. */
export const askCaller = (asker: Asker): Promise<Caller | undefined> => asker.ask(action, send);

/** Whose account it would be that is read. Throws whatever keeps it from being read. */
export const identify = (
  { clientsOf, pace }: { readonly clientsOf: (region: string) => Clients; readonly pace: Pace },
  region: string,
  abortSignal: AbortSignal,
): Promise<Caller> => pace.run(region, action, () => send(clientsOf(region), { abortSignal }), abortSignal);
