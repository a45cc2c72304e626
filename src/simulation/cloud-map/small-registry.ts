import type { Id } from '../../model/json.ts';
import type { Effect } from '../engine/effect.ts';
import { begin, put } from '../engine/effect.ts';
import type { NamespaceBody, RegistryBody } from './objects.ts';

const NAMESPACE = 'ns-demolocal4x7qk2bw';

const discoveryArn = (rest: string): Id => `arn:aws:servicediscovery:eu-west-1:111122223333:${rest}`;

/** The ARN of the namespace. */
export const namespaceArn = discoveryArn(`namespace/${NAMESPACE}`);

/** The ARN of a Cloud Map service of the short id. */
export const registryArn = (id: string): Id => discoveryArn(`service/${id}`);

/** The private namespace `demo.local`. */
export function demoNamespace(createdAt: string): Effect {
  const body: NamespaceBody = {
    Id: NAMESPACE,
    Arn: namespaceArn,
    Name: 'demo.local',
    Type: 'DNS_PRIVATE',
    ServiceCount: 1,
    Properties: { DnsProperties: { HostedZoneId: 'Z0487213K5XEXAMPLE', SOA: { TTL: 15 } }, HttpProperties: { HttpName: 'demo.local' } },
    CreateDate: createdAt,
  };
  return put({ id: body.Arn, kind: 'servicediscovery-namespace', body });
}

/** A Cloud Map service of that namespace with one A record, whose health ECS keeps. */
export function registry(id: string, name: string, ttl: number, createdAt: string): readonly Effect[] {
  const body: RegistryBody = {
    Id: id,
    Arn: registryArn(id),
    Name: name,
    NamespaceId: NAMESPACE,
    DnsConfig: { RoutingPolicy: 'MULTIVALUE', DnsRecords: [{ Type: 'A', TTL: ttl }] },
    HealthCheckCustomConfig: { FailureThreshold: 1 },
    Type: 'DNS_HTTP',
    CreateDate: createdAt,
  };
  return [put({ id: body.Arn, kind: 'servicediscovery-service', body }), begin(body.Arn, 'servicediscovery-service')];
}
