import type { Projector } from '../project.ts';
import { capacityProviderArn, count, defined, lastPart, scopeOf, text, texts } from './read.ts';

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
          clause: running === undefined ? undefined : `${running} ${running === 1 ? 'task' : 'tasks'} running`,
          placeholder: body['placeholder'],
        }),
      },
      relations: texts(body, 'capacityProviders').map((name) => ({ to: capacityProviderArn(id, name), kind: 'uses' })),
    },
  ];
};

/** Whose hosts a provider runs tasks on; Fargate's names are AWS's own. */
const hostsOf = (name: string): string => (/^FARGATE(_SPOT)?$/.test(name) ? 'hosts of AWS' : 'your instances');

/** A capacity provider of `aws ecs describe-capacity-providers`. */
export const projectCapacityProvider: Projector = ({ id, kind, body }) => {
  const name = text(body, 'name') ?? lastPart(id);
  const type = text(body, 'type');
  return [
    {
      resource: {
        id,
        kind,
        name,
        scope: scopeOf(id),
        status: text(body, 'status') ?? '',
        ...defined({ reason: text(body, 'updateStatus'), text: text(body, 'updateStatusReason') }),
        details: defined({ type, clause: hostsOf(name), placeholder: body['placeholder'] }),
      },
      relations: [],
    },
  ];
};
