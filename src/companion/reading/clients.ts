import { Amp } from '@aws-sdk/client-amp';
import { ApplicationAutoScaling } from '@aws-sdk/client-application-auto-scaling';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { EC2 } from '@aws-sdk/client-ec2';
import { ECS } from '@aws-sdk/client-ecs';
import { EKS } from '@aws-sdk/client-eks';
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import { Grafana } from '@aws-sdk/client-grafana';
import { ServiceDiscovery } from '@aws-sdk/client-servicediscovery';
import { STS } from '@aws-sdk/client-sts';
import { readOnly } from './read-only.ts';

/** The clients of one Region, by the id with which they sign. Each refuses what is not in the table of operations. */
export type Clients = ReturnType<typeof makeClients>;

/** Where credentials come from, if not from the default chain alone. */
export interface Identity {
  /** A profile of `~/.aws/config`; without one the AWS CLI's own choice. */
  readonly profile?: string | undefined;
}

type Credentials = STS['config']['credentials'];

/** The clients of any Region. Credentials are looked for once, as a profile may ask a browser for them. */
export function clientsOf({ profile }: Identity): (region: string) => Clients {
  const made = new Map<string, Clients>();
  let credentials: Credentials | undefined;
  return (region) => {
    const known = made.get(region);
    if (known !== undefined) return known;
    const clients = makeClients(region, profile, credentials);
    credentials ??= clients.sts.config.credentials;
    made.set(region, clients);
    return clients;
  };
}

/** The Region that the environment or the profile names; undefined when neither does, so that it is asked for and never guessed. */
export const namedRegion = ({ profile }: Identity): Promise<string | undefined> =>
  new STS(withProfile(profile)).config.region().catch(() => undefined);

const withProfile = (profile: string | undefined) => (profile === undefined ? {} : { profile });

function makeClients(region: string, profile: string | undefined, known: Credentials | undefined) {
  const own = {
    ...withProfile(profile),
    region,
    maxAttempts: 4,
    retryMode: 'standard', // waits twice as long each time, and at random
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
  };
  const sts = guarded('sts', new STS({ ...own, ...(known === undefined ? {} : { credentials: known }) }));
  const shared = { ...own, credentials: sts.config.credentials };
  return {
    sts,
    ecs: guarded('ecs', new ECS(shared)),
    eks: guarded('eks', new EKS(shared)),
    elasticloadbalancing: guarded('elasticloadbalancing', new ElasticLoadBalancingV2(shared)),
    servicediscovery: guarded('servicediscovery', new ServiceDiscovery(shared)),
    scaling: guarded('application-autoscaling', new ApplicationAutoScaling(shared)),
    logs: guarded('logs', new CloudWatchLogs(shared)),
    ec2: guarded('ec2', new EC2(shared)),
    aps: guarded('aps', new Amp(shared)),
    grafana: guarded('grafana', new Grafana(shared)),
  };
}

interface Guardable {
  readonly middlewareStack: {
    add(
      middleware: ReturnType<typeof readOnly>,
      options: { readonly step: 'initialize'; readonly priority: 'high'; readonly name: string },
    ): void;
  };
}

function guarded<Client extends Guardable>(service: string, client: Client): Client {
  client.middlewareStack.add(readOnly(service), { step: 'initialize', priority: 'high', name: 'readOnly' });
  return client;
}
