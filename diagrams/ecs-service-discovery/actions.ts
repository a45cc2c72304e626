import type { ApiCall } from '../../src/model/api-call.ts';
import type { Resource } from '../../src/model/resource.ts';
import { setDesiredCount, stopTask } from '../../src/simulation/ecs/offers.ts';
import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';

/** The short id by which the Cloud Map API knows a service. */
const serviceId = ({ details }: Resource): string => (typeof details['serviceId'] === 'string' ? details['serviceId'] : '');

/** A call that changes the TTL of the A record of a Cloud Map service. */
export const updateTtl = (Id: string, TTL: number): ApiCall => ({
  api: 'servicediscovery',
  operation: 'UpdateService',
  input: { Id, Service: { DnsConfig: { DnsRecords: [{ Type: 'A', TTL }] } } },
});

/** What a reader may do: to the TTL, and to the service behind the name. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'set-ttl',
    label: 'Change TTL',
    on: 'servicediscovery-service',
    choice: {
      type: 'option',
      label: 'Time to live of the record',
      options: [
        { value: '10', label: '10 seconds' },
        { value: '60', label: '60 seconds' },
        { value: '300', label: '300 seconds' },
      ],
    },
    call: (resource, _, value) => updateTtl(serviceId(resource), Number(value)),
    command: (resource, _, value) =>
      `aws servicediscovery update-service --id ${serviceId(resource)} --service 'DnsConfig={DnsRecords=[{Type=A,TTL=${value}}]}'`,
  },
  setDesiredCount(10),
  stopTask,
];
