import type { Service, TaskDefinition } from '@aws-sdk/client-ecs';
import { described } from './batches.ts';
import { namesOf } from './names.ts';
import { listed } from './pages.ts';
import type { EcsFound } from './read-ecs.ts';
import { readDiscovery } from './read-discovery.ts';
import { readLoadBalancing } from './read-load-balancing.ts';
import type { Ground } from './reading.ts';

/** Reads what stands around ECS services, and only what they name: nothing is asked where nothing is named. */
export async function readAroundEcs(ground: Ground, { clusters, services, taskDefinitions }: EcsFound): Promise<void> {
  await Promise.all([
    readLoadBalancing(ground, services),
    readDiscovery(ground, clusters, services),
    readScaling(ground, services),
    readLogGroups(ground, taskDefinitions),
    readSubnets(ground, services),
  ]);
}

/** All scalable targets of a Region at once: fifty in a call, where fifty services by their ids would cost the same call. */
async function readScaling({ asker, keeper }: Ground, services: readonly Service[]): Promise<void> {
  const action = 'application-autoscaling:DescribeScalableTargets';
  if (services.length === 0) return keeper.keep('around.scalableTargets', action, []);
  const { elements } = await listed(asker, {
    action,
    send:
      (NextToken) =>
      ({ scaling }, how) =>
        scaling.describeScalableTargets({ ServiceNamespace: 'ecs', MaxResults: 50, NextToken }, how),
    elements: ({ ScalableTargets }) => ScalableTargets,
  });
  keeper.keep('around.scalableTargets', action, elements);
}

async function readLogGroups({ asker, keeper }: Ground, taskDefinitions: readonly TaskDefinition[]): Promise<void> {
  const named = taskDefinitions.flatMap(({ containerDefinitions = [] }) =>
    namesOf(containerDefinitions, ({ logConfiguration: { logDriver, options = {} } = {} }) =>
      logDriver === 'awslogs' && (options['awslogs-region'] ?? asker.region) === asker.region ? options['awslogs-group'] : undefined,
    ),
  );
  const groups = await described(asker, named, {
    action: 'logs:DescribeLogGroups',
    what: 'log groups',
    size: 50,
    refusesAll: true,
    send:
      (names) =>
      ({ logs }, how) =>
        logs.describeLogGroups({ logGroupIdentifiers: [...names] }, how),
    // An emulator may answer with every group that there is.
    elements: ({ logGroups }, names) => logGroups?.filter(({ logGroupName = '' }) => names.includes(logGroupName)),
  });
  keeper.keep('around.logGroups', 'logs:DescribeLogGroups', groups);
}

/** By a filter, which passes over subnets that are gone. */
async function readSubnets({ asker, keeper }: Ground, services: readonly Service[]): Promise<void> {
  const named = services.flatMap(({ networkConfiguration }) => networkConfiguration?.awsvpcConfiguration?.subnets ?? []);
  const subnets = await described(asker, named, {
    action: 'ec2:DescribeSubnets',
    what: 'subnets',
    size: 200,
    send:
      (names) =>
      ({ ec2 }, how) =>
        ec2.describeSubnets({ Filters: [{ Name: 'subnet-id', Values: [...names] }] }, how),
    elements: ({ Subnets }) => Subnets,
  });
  keeper.keep('around.subnets', 'ec2:DescribeSubnets', subnets);
}
