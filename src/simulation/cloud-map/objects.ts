import type { ApiObject } from '../../model/api-object.ts';
import type { Id, JsonObject } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import type { World } from '../engine/world.ts';

/** A private DNS namespace as `aws servicediscovery get-namespace` prints it. */
export type NamespaceBody = {
  readonly Id: string;
  readonly Arn: Id;
  readonly Name: string;
  readonly Type: 'DNS_PRIVATE';
  readonly ServiceCount: number;
  readonly Properties: {
    readonly DnsProperties: { readonly HostedZoneId: string; readonly SOA: { readonly TTL: number } };
    readonly HttpProperties: { readonly HttpName: string };
  };
  readonly CreateDate: string;
};

/** A Cloud Map service as `aws servicediscovery get-service` prints it. ECS calls it the registry of a service. */
export type RegistryBody = {
  readonly Id: string;
  readonly Arn: Id;
  readonly Name: string;
  readonly NamespaceId: string;
  readonly DnsConfig: {
    readonly RoutingPolicy: 'MULTIVALUE' | 'WEIGHTED';
    readonly DnsRecords: readonly { readonly Type: 'A'; readonly TTL: number }[];
  };
  readonly HealthCheckCustomConfig?: { readonly FailureThreshold: 1 };
  readonly Type: 'DNS_HTTP';
  readonly CreateDate: string;
};

/** The health that Cloud Map keeps of an instance. */
export type InstanceHealth = 'HEALTHY' | 'UNHEALTHY';

/** An instance as `aws servicediscovery discover-instances` prints it, with the ARN of the service that holds it. */
export type InstanceBody = {
  readonly ServiceArn: Id;
  readonly InstanceId: string;
  readonly NamespaceName: string;
  readonly ServiceName: string;
  readonly HealthStatus: InstanceHealth;
  readonly Attributes: Readonly<Record<string, string>>;
};

/** What a client gets when it calls an address: an HTTP status, or the error of its socket. */
export type Outcome = '200' | '503' | 'ECONNREFUSED' | 'ETIMEDOUT';

/** An address of a DNS answer, whose it was when the answer was given, and what calls to it get. */
export type CachedRecord = { readonly address: string; readonly taskArn: Id; readonly outcome: Outcome };

/** A DNS answer in the cache of a client. No API prints it: each process keeps its own. */
export type AnswerBody = {
  readonly id: Id;
  readonly registryArn: Id;
  readonly name: string;
  readonly type: 'A';
  readonly status: 'NOERROR' | 'NXDOMAIN';
  readonly ttl: number;
  readonly answeredAt: string;
  readonly records: readonly CachedRecord[];
};

/** The kind decides the shape, as only this code writes objects of these kinds. */
const shaped = <B extends JsonObject>(object: ApiObject | undefined, kind: Kind): B | undefined =>
  object?.kind === kind ? (object.body as B) : undefined;

/** The ARN of the namespace that a Cloud Map service names by its id. */
const namespaceArn = ({ Arn, NamespaceId }: RegistryBody): Id => Arn.replace(/:service\/.*$/, `:namespace/${NamespaceId}`);

/** The namespace of a Cloud Map service. */
export const namespaceOf = (world: World, registry: RegistryBody) =>
  shaped<NamespaceBody>(world.objects.get(namespaceArn(registry)), 'servicediscovery-namespace');

/** The Cloud Map service of an ARN. */
export const registryOf = (world: World, id: Id) => shaped<RegistryBody>(world.objects.get(id), 'servicediscovery-service');

/** The registered instance of an id. */
export const registeredOf = (world: World, id: Id) => shaped<InstanceBody>(world.objects.get(id), 'servicediscovery-instance');

/** The answer that a client holds. */
export const answerOf = (world: World, id: Id) => shaped<AnswerBody>(world.objects.get(id), 'dns-answer');

/** The name under which a Cloud Map service is looked up: `backend.demo.local`. */
export const nameOf = (world: World, registry: RegistryBody): string => `${registry.Name}.${namespaceOf(world, registry)?.Name ?? ''}`;
