import type { ApiObject } from '../model/api-object.ts';
import type { Id } from '../model/json.ts';
import { clusterArnIn, longArn } from './arn.ts';
import { objectsIn, textIn, textsIn } from './body-fields.ts';

/** The cluster that an object itself names. */
export function clusterOf({ id, kind, body }: ApiObject): Id | undefined {
  switch (kind) {
    case 'ecs-cluster':
      return id;
    case 'ecs-service':
    case 'ecs-task':
    case 'ecs-container-instance':
      return textIn(body, 'clusterArn') ?? clusterArnIn(id);
    default:
      return undefined;
  }
}

/** The service that a task belongs to, by the group that ECS gives it. */
export function serviceOf(task: ApiObject): Id | undefined {
  const group = textIn(task.body, 'group');
  return group?.startsWith('service:') ? longArn(clusterOf(task), 'service', group.slice('service:'.length)) : undefined;
}

/** The task definitions that a service or task names. */
export const taskDefinitionsOf = ({ body }: ApiObject): readonly Id[] =>
  [
    ...new Set([
      textIn(body, 'taskDefinition'),
      textIn(body, 'taskDefinitionArn'),
      ...objectsIn(body, 'deployments').map((one) => textIn(one, 'taskDefinition')),
    ]),
  ].filter((id) => id !== undefined);

/** The target groups that a service or a target names. */
export const targetGroupsOf = ({ body }: ApiObject): readonly Id[] =>
  [textIn(body, 'TargetGroupArn'), ...objectsIn(body, 'loadBalancers').map((one) => textIn(one, 'targetGroupArn'))].filter(
    (id) => id !== undefined,
  );

/** The load balancers that a target group names. */
export const loadBalancersOf = ({ body }: ApiObject): readonly Id[] => textsIn(body, 'LoadBalancerArns');
