import type { ApiObject } from '../api-object.ts';
import type { Projected } from '../project.ts';
import { listAt, numberAt, present, textAt } from './read.ts';

/** An update as `aws eks describe-update` prints it. It does not say of which node group it is. */
export function projectUpdate({ id, body }: ApiObject): readonly Projected[] {
  const [error] = listAt(body, 'errors');
  const type = textAt(body, 'type') ?? 'Update';
  const resource = {
    id,
    kind: 'eks-update' as const,
    name: `${type} ${(textAt(body, 'id') ?? '').slice(0, 4)}`,
    scope: {},
    status: textAt(body, 'status') ?? 'InProgress',
    ...present({ reason: textAt(error, 'errorCode'), text: textAt(error, 'errorMessage'), createdAt: textAt(body, 'createdAt') }),
    details: { type, ...present({ clause: textAt(error, 'errorCode') }) },
  };
  return [{ resource, relations: [] }];
}

/** How many instances are in each state of their life: `3 InService, 1 Pending`. */
function countsOf(body: ApiObject['body']): string {
  const states = listAt(body, 'Instances').map((one) => textAt(one, 'LifecycleState') ?? 'unknown');
  return [...Map.groupBy(states, (state) => state)].map(([state, { length }]) => `${length} ${state}`).join(', ');
}

/** An Auto Scaling group as `aws autoscaling describe-auto-scaling-groups` prints it; only one that goes has a Status. */
export function projectAutoScalingGroup({ id, body }: ApiObject): readonly Projected[] {
  const desired = numberAt(body, 'DesiredCapacity') ?? 0;
  const counts = countsOf(body);
  const [, , , region, account] = id.split(':');
  const resource = {
    id,
    kind: 'autoscaling-group' as const,
    name: textAt(body, 'AutoScalingGroupName') ?? id,
    scope: present({ region, account }),
    status: textAt(body, 'Status') ?? 'Active',
    ...present({ createdAt: textAt(body, 'CreatedTime') }),
    details: {
      clause: [`${desired} wanted`, ...(counts === '' ? [] : [counts])].join(': '),
      desired,
      instances: listAt(body, 'Instances').length,
      ...present({ min: numberAt(body, 'MinSize'), max: numberAt(body, 'MaxSize') }),
    },
  };
  return [{ resource, relations: [] }];
}
