import type { AccountReader } from './account-reader.ts';
import type { World } from './choice.ts';
import { identify } from './reading/caller.ts';
import type { Clients } from './reading/clients.ts';
import { explainFailure } from './reading/explain-failure.ts';
import { paceOf } from './reading/pacing.ts';
import { readAccount } from './reading/read-account.ts';

/** The SDK takes a second or two to load, so it is loaded when it is first needed. */
const sdk = () => import('./reading/clients.ts');

/** The account that AWS's own chain of credentials leads to. */
export function awsAccount(include: readonly World[]): AccountReader {
  const pace = paceOf();
  const known = new Map<string | undefined, (region: string) => Clients>();

  /** Keeps the clients of a profile while they work: after a failure the credentials are looked for anew, as the reader may have logged in. */
  async function withClients<Answer>(
    profile: string | undefined,
    use: (clients: (region: string) => Clients) => Promise<Answer>,
  ): Promise<Answer> {
    const clients = known.get(profile) ?? (await sdk()).clientsOf({ profile });
    known.delete(profile);
    const answer = await use(clients);
    known.set(profile, clients);
    return answer;
  }

  return {
    regionOf: async (profile) => (await sdk()).namedRegion({ profile }),
    identify: ({ profile, regions: [region = ''] }, signal) =>
      withClients(profile, (clients) => identify({ clientsOf: clients, pace }, region, signal)),
    read: ({ profile, regions }, hooks) =>
      withClients(profile, (clients) => readAccount({ regions, include, clientsOf: clients, pace }, hooks)),
    explain: (error, { profile, regions }) => explainFailure(error, { profile, region: regions.length === 1 ? regions[0] : undefined }),
  };
}
