import type { ApiObject } from '../model/api-object.ts';
import { object, objects, text } from '../model/ecs/read.ts';
import type { Id, Json } from '../model/json.ts';
import { clusterArnIn, logGroupArn, longArn } from './arn.ts';

/** The cluster that an object itself names. */
export function clusterOf({ id, kind, body }: ApiObject): Id | undefined {
  switch (kind) {
    case 'ecs-cluster':
      return id;
    case 'ecs-service':
    case 'ecs-task':
    case 'ecs-container-instance':
      return text(body, 'clusterArn') ?? clusterArnIn(id);
    default:
      return undefined;
  }
}

/** The service that a task belongs to, by the group that ECS gives it. */
export function serviceOf(task: ApiObject): Id | undefined {
  const group = text(task.body, 'group');
  return group?.startsWith('service:') ? longArn(clusterOf(task), 'service', group.slice('service:'.length)) : undefined;
}

/** The task definitions that a service or task names. */
export const taskDefinitionsOf = ({ body }: ApiObject): readonly Id[] =>
  [
    ...new Set([
      text(body, 'taskDefinition'),
      text(body, 'taskDefinitionArn'),
      ...objects(body, 'deployments').map((one) => text(one, 'taskDefinition')),
    ]),
  ].filter((id) => id !== undefined);

/** The target groups that a service or a target names. */
export const targetGroupsOf = ({ body }: ApiObject): readonly Id[] =>
  [text(body, 'TargetGroupArn'), ...objects(body, 'loadBalancers').map((one) => text(one, 'targetGroupArn'))].filter(
    (id) => id !== undefined,
  );

/** The log groups that the containers of a task definition write to, in the Region of the definition. */
export const logGroupsOf = ({ id, kind, body }: ApiObject): readonly Id[] =>
  kind !== 'ecs-task-definition'
    ? []
    : [
        ...new Set(
          objects(body, 'containerDefinitions').flatMap((container) => {
            const name = text(object(object(container, 'logConfiguration'), 'options'), 'awslogs-group');
            return name === undefined ? [] : logGroupArn(id, name);
          }),
        ),
      ];

/** The load balancers that a target group names. */
export const loadBalancersOf = ({ body }: ApiObject): readonly Id[] => textsOf(body['LoadBalancerArns']);

const textsOf = (list: Json | undefined): readonly string[] =>
  Array.isArray(list) ? list.filter((element) => typeof element === 'string') : [];
