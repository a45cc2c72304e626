import { allow, list, number, text, time } from './fields.ts';

/** What is kept of `aws servicediscovery get-namespace`. */
export const namespace = allow({
  Id: text,
  Arn: text,
  Name: text,
  Type: text,
  ServiceCount: number,
  Properties: allow({ DnsProperties: allow({ SOA: allow({ TTL: number }) }), HttpProperties: allow({ HttpName: text }) }),
  CreateDate: time,
});

/** What is kept of `aws servicediscovery get-service`. */
export const service = allow({
  Id: text,
  Arn: text,
  Name: text,
  NamespaceId: text,
  Type: text,
  DnsConfig: allow({ RoutingPolicy: text, DnsRecords: list(allow({ Type: text, TTL: number })) }),
  HealthCheckCustomConfig: allow({ FailureThreshold: number }),
  CreateDate: time,
});

/** What is kept of an element of `aws servicediscovery discover-instances`: of its attributes, those that AWS and ECS set. */
export const instance = allow({
  ServiceArn: text,
  InstanceId: text,
  NamespaceName: text,
  ServiceName: text,
  HealthStatus: text,
  Attributes: allow({
    AWS_INSTANCE_IPV4: text,
    AWS_INIT_HEALTH_STATUS: text,
    AVAILABILITY_ZONE: text,
    REGION: text,
    ECS_CLUSTER_NAME: text,
    ECS_SERVICE_NAME: text,
    ECS_TASK_DEFINITION_FAMILY: text,
    EC2_INSTANCE_ID: text,
  }),
});

/** What is kept of the DNS answer that a client of a simulation holds; no command prints one. */
export const answer = allow({
  id: text,
  registryArn: text,
  name: text,
  type: text,
  status: text,
  ttl: number,
  answeredAt: time,
  records: list(allow({ address: text, taskArn: text, outcome: text })),
});
