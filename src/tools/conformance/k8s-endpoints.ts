import type { EndpointService } from '../../simulation/eks/endpoints/endpoint.ts';
import { endpointOf, podChange, shouldPodBeInEndpoints, shouldSetHostname } from '../../simulation/eks/endpoints/endpoint.ts';
import type { Pod } from '../../simulation/eks/objects.ts';
import type { PodRow } from './k8s-objects.ts';
import { podOf } from './k8s-objects.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

interface Given {
  readonly pod: {
    readonly namespace?: string;
    readonly ready?: boolean;
    readonly terminating?: boolean;
    readonly ips?: readonly string[];
    readonly hasIp?: boolean;
    readonly phase?: string;
    readonly nodeName?: string;
    readonly hostname?: string | null;
    readonly subdomain?: string | null;
  };
  readonly service: { readonly name: string; readonly namespace?: string; readonly publishNotReadyAddresses?: boolean };
  readonly nodeZone?: string | null;
  readonly includeTerminating?: boolean;
  readonly change?: string;
}

const present = <T>(name: string, value: T | null | undefined): Readonly<Record<string, T>> =>
  value === null || value === undefined ? {} : { [name]: value };

function podFrom({ namespace, ready, terminating, ips, hasIp, phase, nodeName, hostname, subdomain }: Given['pod']): Pod {
  const addresses = ips ?? (hasIp === true ? ['1.2.3.4'] : []);
  const conditions = [{ type: 'Ready', status: ready === true ? 'True' : 'False' }];
  return podOf({
    metadata: { ...present('namespace', namespace), ...(terminating === true ? { deletionTimestamp: '2026-01-01T00:00:00Z' } : {}) },
    spec: { ...present('nodeName', nodeName), ...present('hostname', hostname), ...present('subdomain', subdomain) },
    status: { conditions, podIPs: addresses.map((ip) => ({ ip })), ...present('phase', phase) },
  });
}

const serviceFrom = ({ name, namespace, publishNotReadyAddresses = false }: Given['service']): EndpointService => ({
  metadata: { name, ...present('namespace', namespace) },
  spec: { publishNotReadyAddresses },
});

const addressed = (...ips: readonly string[]): PodRow => ({ status: { podIPs: ips.map((ip) => ({ ip })) } });

/** The changes of the table in our objects: words of the description, the pod before, the pod after. */
const changes: readonly (readonly [when: RegExp, before: PodRow, after: PodRow])[] = [
  [/first IPv6 address added/, addressed('1.2.3.4'), addressed('1.2.3.4', 'fd00::1')],
  [/first IPv6 address changed/, addressed('1.2.3.4', 'fd00::1'), addressed('1.2.3.4', 'fd00::2')],
  [/first address added/, {}, addressed('1.2.3.4')],
  [/first address changed/, addressed('1.2.3.4'), addressed('1.2.3.5')],
  [/first address removed/, addressed('1.2.3.4'), {}],
  [/second address added/, addressed('1.2.3.4'), addressed('1.2.3.4', '1.2.3.5')],
  [/second address changed/, addressed('1.2.3.4', '1.2.3.5'), addressed('1.2.3.4', '1.2.3.6')],
  [/second address removed/, addressed('1.2.3.4', '1.2.3.5'), addressed('1.2.3.4')],
  [/deletion/, {}, { metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' } }],
  [/label added/, {}, { metadata: { labels: { app: 'web' } } }],
  [/label removed/, { metadata: { labels: { app: 'web' } } }, {}],
  [/label/, { metadata: { labels: { app: 'web' } } }, { metadata: { labels: { app: 'api' } } }],
  [/read(y|iness)/, {}, { status: { conditions: [{ type: 'Ready', status: 'True' }] } }],
  [/hostname/, { spec: { hostname: 'a' } }, { spec: { hostname: 'b' } }],
  [/subdomain/, { spec: { subdomain: 'a' } }, { spec: { subdomain: 'b' } }],
  [/node/, { spec: { nodeName: 'a' } }, { spec: { nodeName: 'b' } }],
  [/resource version/, { metadata: { resourceVersion: '1' } }, { metadata: { resourceVersion: '2' } }],
  [/nothing/, {}, {}],
];

/** What our EndpointSlice controller makes of a row of `endpoints`. */
export const answerEndpoints: Answer = ({ kind, given: row }) => {
  const given = givenAs<Given>(row);
  switch (kind) {
    case 'endpoint': {
      const { addresses, conditions, ...rest } = endpointOf(podFrom(given.pod), serviceFrom(given.service), given.nodeZone ?? undefined);
      return { address: addresses[0], nodeName: null, zone: null, hostname: null, ...rest, ...conditions };
    }
    case 'include-pod':
      return { included: shouldPodBeInEndpoints(podFrom(given.pod), given.includeTerminating === true) };
    case 'hostname':
      return { set: shouldSetHostname(podFrom(given.pod), serviceFrom(given.service)) };
    case 'pod-change': {
      const [, before, after] = changes.find(([when]) => when.test(given.change ?? '')) ?? [];
      if (before === undefined || after === undefined) throw new Error(`Nothing is known of the change "${given.change ?? ''}".`);
      return podChange(podOf(before), podOf(after));
    }
    default:
      throw new Error(`Rows of kind ${kind ?? ''} have no answer yet.`);
  }
};
