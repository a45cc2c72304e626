import type { Projector } from '../project.ts';
import { count, defined, lastPart, scopeOf, text } from './read.ts';

/** A cluster of `aws ecs describe-clusters`. */
export const projectCluster: Projector = ({ id, kind, body }) => {
  const running = count(body, 'runningTasksCount');
  return [
    {
      resource: {
        id,
        kind,
        name: text(body, 'clusterName') ?? lastPart(id),
        scope: scopeOf(id),
        status: text(body, 'status') ?? '',
        details: defined({
          instances: count(body, 'registeredContainerInstancesCount'),
          running,
          pending: count(body, 'pendingTasksCount'),
          services: count(body, 'activeServicesCount'),
          clause: running === undefined ? undefined : `${running} tasks running`,
          placeholder: body['placeholder'],
        }),
      },
      relations: [],
    },
  ];
};

/** A capacity provider of `aws ecs describe-capacity-providers`. */
export const projectCapacityProvider: Projector = ({ id, kind, body }) => [
  {
    resource: {
      id,
      kind,
      name: text(body, 'name') ?? lastPart(id),
      scope: scopeOf(id),
      status: text(body, 'status') ?? '',
      ...defined({ reason: text(body, 'updateStatus'), text: text(body, 'updateStatusReason') }),
      details: defined({ type: text(body, 'type'), placeholder: body['placeholder'] }),
    },
    relations: [],
  },
];
