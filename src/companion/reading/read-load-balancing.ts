import type { Service } from '@aws-sdk/client-ecs';
import { described } from './batches.ts';
import { namesOf } from './names.ts';
import type { Ground } from './reading.ts';

/** Reads the target groups that services name, the health of their targets, and their load balancers. */
export async function readLoadBalancing({ asker, keeper }: Ground, services: readonly Service[]): Promise<void> {
  const named = services.flatMap(({ loadBalancers = [] }) => namesOf(loadBalancers, ({ targetGroupArn }) => targetGroupArn));
  const groups = await described(asker, named, {
    action: 'elasticloadbalancing:DescribeTargetGroups',
    what: 'target groups',
    size: 20,
    refusesAll: true,
    send:
      (names) =>
      ({ elasticloadbalancing }, how) =>
        elasticloadbalancing.describeTargetGroups({ TargetGroupArns: [...names] }, how),
    elements: ({ TargetGroups }) => TargetGroups,
  });
  keeper.keep('around.targetGroups', 'elasticloadbalancing:DescribeTargetGroups', groups);
  const [balancers, health] = await Promise.all([
    described(
      asker,
      groups.flatMap(({ LoadBalancerArns = [] }) => LoadBalancerArns),
      {
        action: 'elasticloadbalancing:DescribeLoadBalancers',
        what: 'load balancers',
        size: 20,
        refusesAll: true,
        send:
          (names) =>
          ({ elasticloadbalancing }, how) =>
            elasticloadbalancing.describeLoadBalancers({ LoadBalancerArns: [...names] }, how),
        elements: ({ LoadBalancers }) => LoadBalancers,
      },
    ),
    described(
      asker,
      namesOf(groups, ({ TargetGroupArn }) => TargetGroupArn),
      {
        action: 'elasticloadbalancing:DescribeTargetHealth',
        what: 'target health',
        size: 1,
        send:
          ([TargetGroupArn]) =>
          ({ elasticloadbalancing }, how) =>
            elasticloadbalancing.describeTargetHealth({ TargetGroupArn }, how),
        // AWS does not say of which group a target is.
        elements: ({ TargetHealthDescriptions }, [TargetGroupArn]) => TargetHealthDescriptions?.map((one) => ({ ...one, TargetGroupArn })),
      },
    ),
  ]);
  keeper.keep('around.loadBalancers', 'elasticloadbalancing:DescribeLoadBalancers', balancers);
  keeper.keep('around.targetHealth', 'elasticloadbalancing:DescribeTargetHealth', health);
}
