import type { Measures } from '../../../model/frame.ts';
import { serviceProjectors } from '../../../model/project-service.ts';
import type { DomainPart } from '../../engine/domain.ts';
import type { World } from '../../engine/world.ts';
import { allOf } from '../identity.ts';
import { every, typed } from '../store.ts';
import { endpointSliceController } from './endpoint-slice-controller.ts';
import { kubeProxy } from './kube-proxy.ts';
import { requestsTo } from './requests.ts';

function measures(world: World): Measures {
  let [served, failed] = [0, 0];
  for (const { id } of every(world, 'Service')) {
    const requests = requestsTo(world, id);
    served += requests.served;
    failed += requests.failed;
  }
  return { 'requests.served': served, 'requests.failed': failed };
}

/** Services: who lists the addresses behind them, who routes to these, and what becomes of the requests. */
export const servicesPart: DomainPart = {
  projectors: serviceProjectors,
  behaviours: { 'k8s-endpoint-slice-controller': endpointSliceController, 'k8s-service': kubeProxy },
  measures,
  ownerOf: (object) => {
    if (typed('Service', object) !== undefined) return allOf('Service');
    return typed('EndpointSlice', object) === undefined ? undefined : allOf('EndpointSlice');
  },
};
