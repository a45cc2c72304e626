import type { CapacityPrices } from '../../model/capacity-price.ts';
import type { Measures } from '../../model/frame.ts';
import type { Id } from '../../model/json.ts';
import type { DomainPart } from '../engine/domain.ts';
import type { World } from '../engine/world.ts';
import { serviceOfGroup } from '../network/target-group-machine.ts';
import { revisionHour } from './hourly-cost.ts';
import type { ServiceBody } from './objects.ts';
import { clusterOf, serviceOf } from './objects.ts';

/** A Fargate service costs what its tasks reserve, from their placement until they are told to stop. */
function fargateCost(world: World, { deployments }: ServiceBody, prices: CapacityPrices): number {
  return deployments.reduce(
    (sum, { taskDefinition, runningCount, pendingCount }) =>
      sum + (runningCount + pendingCount) * revisionHour(world, taskDefinition, prices),
    0,
  );
}

/** Running tasks and failed requests of one service, from the counts that it and its target group keep. */
function standing(world: World, id: Id, prefix: string): Measures {
  const service = serviceOf(world, id);
  const group = service?.loadBalancers[0]?.targetGroupArn;
  return {
    [`${prefix}.running`]: service?.runningCount ?? 0,
    [`${prefix}.failed`]: (group === undefined ? undefined : serviceOfGroup(world, group))?.failed ?? 0,
  };
}

/** The measures of one service on Fargate beside one on the instances of a cluster: what each runs, fails and costs in an hour. */
export const sideBySide = (services: { readonly fargate: Id; readonly ec2: Id }, prices: CapacityPrices): DomainPart => ({
  measures: (world) => {
    const fargate = serviceOf(world, services.fargate);
    const cluster = fargate && clusterOf(world, fargate.clusterArn);
    return {
      ...standing(world, services.fargate, 'fargate'),
      ...standing(world, services.ec2, 'ec2'),
      'fargate.cost': fargate === undefined ? 0 : fargateCost(world, fargate, prices),
      'ec2.cost': (cluster?.registeredContainerInstancesCount ?? 0) * prices.instance,
    };
  },
});
