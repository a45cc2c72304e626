import type { Plot } from '../../engine/scenario.ts';
import type { Effect } from '../../engine/effect.ts';
import { begin } from '../../engine/effect.ts';
import type { ClusterPlan } from '../start.ts';
import { arnOf, clientAsks, idOf } from '../start.ts';
import type { Service } from './service.ts';

/** The controller of EndpointSlices, and a client who makes these Services. */
export const startServices = (plan: ClusterPlan, ...services: readonly Service[]): readonly Effect[] => [
  begin(`${arnOf(plan)}#endpointslice-controller`, 'k8s-endpoint-slice-controller'),
  ...services.map((body) => {
    const { name, namespace } = body.metadata;
    const object = { id: idOf(plan, 'Service', name, namespace), kind: 'k8s-service', body } as const;
    return clientAsks(plan, { type: 'object.create', object }, `create service ${name}`);
  }),
];

/** What the clients of the Services notice. */
export const requestsPlot: Plot = {
  title: 'Requests',
  unit: 'a second',
  lines: [
    { measure: 'requests.served', label: 'served', look: 'good' },
    { measure: 'requests.failed', label: 'failed', look: 'bad' },
  ],
};
