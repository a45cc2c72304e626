import type { JsonObject } from '../../model/json.ts';
import { readDocument } from '../read-document.ts';
import type { Reading } from '../reading.ts';
import { snapshotName, snapshotVersion } from '../snapshot-frame.ts';
import { messyAround, messyEcs } from './sample-account.ts';
import { eksPlatform, monitoring } from './sample-eks.ts';
import type { Lists, Workload } from './sample-workload.ts';
import { joined, sampleCluster, subnets, workload } from './sample-workload.ts';

/** The sample accounts, each with what it shows. */
export const sampleAccounts = {
  healthy: 'Follows every practice that can be seen.',
  messy: 'A failing deployment, a lack of room, old versions, open doors, and denied permissions.',
  empty: 'Nothing runs here, and everything could be read.',
  huge: 'Two hundred services and a thousand tasks, of more than were read.',
} as const;

/** The name of a sample account. */
export type SampleName = keyof typeof sampleAccounts;

type Content = Readonly<Partial<Record<'regions' | 'ecs' | 'eks' | 'around' | 'limits' | 'denied' | 'errors', JsonObject[string]>>>;

const snapshot = (content: Content): JsonObject => ({
  schema: snapshotName,
  version: snapshotVersion,
  readAt: '2026-11-20T10:30:00.000Z',
  caller: { account: '111122223333', arn: 'arn:aws:sts::111122223333:assumed-role/ReadOnly/reader' },
  regions: ['eu-west-1'],
  ecs: noEcs,
  eks: noEks,
  around: noneAround,
  limits: [],
  denied: [],
  errors: [],
  ...content,
});

const emptyLists = (...names: readonly string[]): Lists => Object.fromEntries(names.map((name) => [name, []]));

/** The lists that were read and had nothing in them. */
const noEcs = emptyLists(
  'clusters',
  'capacityProviders',
  'services',
  'serviceDeployments',
  'tasks',
  'taskDefinitions',
  'containerInstances',
);
const noEks = emptyLists(
  'clusters',
  'nodegroups',
  'fargateProfiles',
  'addons',
  'accessEntries',
  'podIdentityAssociations',
  'insights',
  'updates',
);
const noneAround = joined(
  emptyLists('loadBalancers', 'targetGroups', 'targetHealth', 'namespaces', 'discoveryServices', 'discoveryInstances', 'logGroups'),
  emptyLists('scalableTargets', 'subnets', 'workspaces', 'scrapers', 'grafanaWorkspaces'),
);

/** The services of an account as the sections of its file. */
function withWorkloads(cluster: string, workloads: readonly Workload[], well: boolean): { readonly ecs: Lists; readonly around: Lists } {
  const parts = workloads.map(workload);
  const tasks = workloads.reduce((sum, one) => sum + one.tasks, 0);
  const clusters = { clusters: [sampleCluster(cluster, { services: workloads.length, tasks }, well)] };
  return {
    ecs: joined(noEcs, clusters, ...parts.map(({ ecs }) => ecs)),
    around: joined(noneAround, { subnets }, ...parts.map(({ around }) => around)),
  };
}

function healthy(): JsonObject {
  const common = { cluster: 'shop', well: true };
  const { ecs, around } = withWorkloads(
    'shop',
    [
      { ...common, name: 'storefront', tasks: 6, first: 1, balanced: true },
      { ...common, name: 'checkout', tasks: 3, first: 7, balanced: true },
      { ...common, name: 'mailer', tasks: 2, first: 10, balanced: false },
    ],
    true,
  );
  return snapshot({ ecs, around: joined(around, monitoring('platform')), eks: joined(noEks, eksPlatform('platform', true)) });
}

function messy(): JsonObject {
  const legacy = { name: 'legacy', cluster: 'shop', tasks: 2, first: 40, well: false, balanced: true };
  const { ecs, around } = workload(legacy);
  return snapshot({
    regions: ['eu-west-1', 'us-east-1'],
    ecs: joined(messyEcs, ecs),
    eks: joined(noEks, eksPlatform('platform', false)),
    around: joined(messyAround, around, { subnets }),
    denied: ['aps:ListScrapers', 'aps:ListWorkspaces', 'grafana:ListWorkspaces'],
  });
}

/** A generated account of so many services and tasks; in the sample itself more was found than was read. */
export function hugeDocument(services = 200, tasks = 1000): JsonObject {
  const clusters = Math.min(5, services);
  const each = Math.floor(tasks / services);
  const parts = Array.from({ length: clusters }, (_, cluster) =>
    withWorkloads(
      `shop-${cluster + 1}`,
      Array.from({ length: services }, (_unused, index) => index)
        .filter((index) => index % clusters === cluster)
        .map((index) => ({
          name: `service-${String(index + 1).padStart(4, '0')}`,
          cluster: `shop-${cluster + 1}`,
          tasks: each + (index < tasks - each * services ? 1 : 0),
          first: index * (each + 1) + 1,
          well: index % 7 !== 0,
          balanced: index % 2 === 0,
        })),
      cluster !== 0,
    ),
  );
  return snapshot({
    ecs: joined(...parts.map(({ ecs }) => ecs)),
    around: { ...joined(...parts.map(({ around }) => around)), subnets },
    limits: [
      { what: 'services', shown: services, found: services * 2 },
      { what: 'tasks', shown: tasks, found: tasks * 2 },
    ],
  });
}

const documents: Readonly<Record<SampleName, () => JsonObject>> = { healthy, messy, empty: () => snapshot({}), huge: () => hugeDocument() };

/** A sample account as an account file. */
export const sampleDocument = (name: SampleName): JsonObject => documents[name]();

/** Reads a sample account through the same allow-list as any file. */
export const readSampleAccount = (name: SampleName): Reading => readDocument('The sample account', sampleDocument(name));
