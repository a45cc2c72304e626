import type { Service } from '@aws-sdk/client-ecs';
import { described } from './batches.ts';
import { isMoving, mostMoving } from './moving.ts';
import { namesOf } from './names.ts';
import type { Ground } from './reading.ts';

/** The newest of each service; the history goes back ninety days. */
const newest = 5;

/** Reads the newest deployments of services that are being changed. With none of those the list is left out: nothing is known of the others'. */
export async function readServiceDeployments({ asker, keeper }: Ground, services: readonly Service[]): Promise<void> {
  const moving = services.filter(isMoving).slice(0, mostMoving);
  if (moving.length === 0) return;
  const lists = await Promise.all(
    moving.map(({ clusterArn: cluster, serviceArn: service }) =>
      asker.ask('ecs:ListServiceDeployments', ({ ecs }, how) => ecs.listServiceDeployments({ cluster, service, maxResults: newest }, how)),
    ),
  );
  const arns = lists.flatMap((answer) => namesOf(answer?.serviceDeployments ?? [], ({ serviceDeploymentArn }) => serviceDeploymentArn));
  const deployments = await described(asker, arns, {
    action: 'ecs:DescribeServiceDeployments',
    what: 'service deployments',
    size: 20,
    send:
      (names) =>
      ({ ecs }, how) =>
        ecs.describeServiceDeployments({ serviceDeploymentArns: [...names] }, how),
    failures: ({ failures }) => failures,
    elements: ({ serviceDeployments }) => serviceDeployments,
  });
  keeper.keep('ecs.serviceDeployments', 'ecs:DescribeServiceDeployments', deployments);
}
