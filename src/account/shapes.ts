import type * as z from 'zod/mini';
import type { ApiObject } from '../model/api-object.ts';
import type { Id, JsonObject } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';
import * as ecs from './allow/ecs.ts';
import * as eks from './allow/eks.ts';
import * as elbv2 from './allow/elbv2.ts';
import * as discovery from './allow/servicediscovery.ts';
import { auditEvent } from './allow/kubernetes.ts';
import { arnOf, longArn } from './arn.ts';
import * as logs from './allow/logs.ts';
import { refusalOf } from './refusal.ts';

/** An element that was let in, or why it was not: refused for its shape, or without the ARN that would name it. */
export type Admission = { readonly object: ApiObject } | { readonly refused: string } | { readonly nameless: true };

/** One sort of element in the provider's output, and the only way by which it becomes an object. */
export interface Shape {
  readonly kinds: readonly Kind[];
  /** The field of the command's output that holds it. */
  readonly key: string;
  /** Why an element without an id cannot be placed, as a clause. */
  readonly nameless: string;
  /** Keeps the allowed fields of an element; `at` says where it stands, for the sentence that refuses it. */
  readonly admit: (element: unknown, at: string) => Admission;
  /** An object as an element of an account file. */
  readonly print: (object: ApiObject) => JsonObject;
}

interface Definition<Body extends JsonObject> {
  readonly kind: Kind;
  readonly key: string;
  readonly schema: z.ZodMiniType<Body>;
  readonly id: (body: Body) => Id | undefined;
  readonly nameless?: string;
}

function shape<Body extends JsonObject>({ kind, key, schema, id, nameless = 'it has no ARN' }: Definition<Body>): Shape {
  return {
    kinds: [kind],
    key,
    nameless,
    admit(element, at) {
      const result = schema.safeParse(element);
      if (!result.success) return { refused: refusalOf(result.error, at) };
      const known = id(result.data);
      return known === undefined ? { nameless: true } : { object: { id: known, kind, body: result.data } };
    },
    print: ({ body }) => body,
  };
}

const ifArn = (text: string | undefined): Id | undefined => (arnOf(text) === undefined ? undefined : text);

/** Services made before 2018 lack the cluster in their ARN; the id always has it, as tasks name their service by cluster and name. */
const serviceId = ({ serviceArn, clusterArn, serviceName }: z.infer<typeof ecs.service>): Id | undefined =>
  arnOf(serviceArn)?.path.length === 1 && serviceName !== undefined
    ? (longArn(clusterArn, 'service', serviceName) ?? serviceArn)
    : ifArn(serviceArn);

const targetId = ({ TargetGroupArn, Target }: z.infer<typeof elbv2.target>): Id | undefined =>
  TargetGroupArn === undefined || Target?.Id === undefined ? undefined : `${TargetGroupArn}/${Target.Id}:${Target.Port ?? ''}`;

/** Every sort of element that a diagram of ECS draws. */
export const shapes = {
  clusters: shape({
    kind: 'ecs-cluster',
    key: 'clusters',
    schema: ecs.cluster,
    id: ({ clusterArn }) => ifArn(clusterArn),
  }),
  services: shape({
    kind: 'ecs-service',
    key: 'services',
    schema: ecs.service,
    id: serviceId,
  }),
  taskDefinitions: shape({
    kind: 'ecs-task-definition',
    key: 'taskDefinition',
    schema: ecs.taskDefinition,
    id: ({ taskDefinitionArn }) => ifArn(taskDefinitionArn),
  }),
  tasks: shape({
    kind: 'ecs-task',
    key: 'tasks',
    schema: ecs.task,
    id: ({ taskArn }) => ifArn(taskArn),
  }),
  containerInstances: shape({
    kind: 'ecs-container-instance',
    key: 'containerInstances',
    schema: ecs.containerInstance,
    id: ({ containerInstanceArn }) => ifArn(containerInstanceArn),
  }),
  loadBalancers: shape({
    kind: 'elbv2-load-balancer',
    key: 'LoadBalancers',
    schema: elbv2.loadBalancer,
    id: ({ LoadBalancerArn }) => ifArn(LoadBalancerArn),
  }),
  targetGroups: shape({
    kind: 'elbv2-target-group',
    key: 'TargetGroups',
    schema: elbv2.targetGroup,
    id: ({ TargetGroupArn }) => ifArn(TargetGroupArn),
  }),
  targetHealth: shape({
    kind: 'elbv2-target',
    key: 'TargetHealthDescriptions',
    schema: elbv2.target,
    id: targetId,
    nameless: 'describe-target-health does not print of which target group it is, and the files name none or several',
  }),
  logGroups: shape({
    kind: 'logs-log-group',
    key: 'logGroups',
    schema: logs.logGroup,
    id: ({ logGroupArn }) => ifArn(logGroupArn),
  }),
  logStreams: shape({
    kind: 'logs-log-stream',
    key: 'logStreams',
    schema: logs.logStream,
    id: ({ arn }) => ifArn(arn),
  }),
} as const satisfies Readonly<Record<string, Shape>>;

/** Nodes name their group by its name, not by its ARN; so does its id. */
const nodegroupId = ({ clusterName, nodegroupName }: z.infer<typeof eks.nodegroup>): Id | undefined =>
  clusterName === undefined || nodegroupName === undefined ? undefined : `k8s:${clusterName}/Nodegroup//${nodegroupName}`;

/** Bindings name users by their name; so does the id of an access entry. */
const accessEntryId = ({ clusterName, username }: z.infer<typeof eks.accessEntry>): Id | undefined =>
  clusterName === undefined || username === undefined ? undefined : `k8s:${clusterName}/User//${username}`;

/** Cloud Map gives an instance no ARN; its id tells it from the others of its service. */
const discoveryInstanceId = ({ ServiceArn, InstanceId }: z.infer<typeof discovery.instance>): Id | undefined =>
  ServiceArn === undefined || InstanceId === undefined ? undefined : `${ServiceArn}/${InstanceId}`;

/** What only an account file holds, as no diagram draws it from the output of a command. */
export const fileShapes = {
  capacityProviders: shape({
    kind: 'ecs-capacity-provider',
    key: 'capacityProviders',
    schema: ecs.capacityProvider,
    id: ({ capacityProviderArn }) => ifArn(capacityProviderArn),
  }),
  logDrivers: shape({
    kind: 'docker-log-driver',
    key: 'logDrivers',
    schema: logs.logDriver,
    id: ({ ContainerArn }) => (ContainerArn === undefined ? undefined : `${ContainerArn}/log-driver`),
  }),
  eksClusters: shape({ kind: 'eks-cluster', key: 'cluster', schema: eks.cluster, id: ({ arn }) => ifArn(arn) }),
  accessEntries: shape({ kind: 'eks-access-entry', key: 'accessEntry', schema: eks.accessEntry, id: accessEntryId }),
  auditEvents: shape({
    kind: 'k8s-audit-event',
    key: 'auditEvents',
    schema: auditEvent,
    id: ({ auditID }) => auditID && `audit:${auditID}`,
    nameless: 'it has no auditID',
  }),
  roles: shape({ kind: 'iam-role', key: 'Roles', schema: eks.role, id: ({ Arn }) => Arn }),
  zones: shape({
    kind: 'ec2-availability-zone',
    key: 'AvailabilityZones',
    schema: eks.zone,
    id: ({ ZoneName }) => ZoneName,
    nameless: 'it has no ZoneName',
  }),
  namespaces: shape({ kind: 'servicediscovery-namespace', key: 'Namespace', schema: discovery.namespace, id: ({ Arn }) => ifArn(Arn) }),
  registries: shape({ kind: 'servicediscovery-service', key: 'Service', schema: discovery.service, id: ({ Arn }) => ifArn(Arn) }),
  discoveryInstances: shape({ kind: 'servicediscovery-instance', key: 'Instances', schema: discovery.instance, id: discoveryInstanceId }),
  dnsAnswers: shape({ kind: 'dns-answer', key: 'dnsAnswers', schema: discovery.answer, id: ({ id }) => id }),
  flows: shape({
    kind: 'network-flow',
    key: 'flows',
    schema: eks.flow,
    id: ({ from, to, port }) => (from && to && port !== undefined ? `flow:${from}:${to}:${port}` : undefined),
    nameless: 'it has no from, to or port',
  }),
  updates: shape({ kind: 'eks-update', key: 'update', schema: eks.update, id: ({ id }) => id && `update:${id}`, nameless: 'it has no id' }),
  autoScalingGroups: shape({
    kind: 'autoscaling-group',
    key: 'AutoScalingGroups',
    schema: eks.autoScalingGroup,
    id: ({ AutoScalingGroupARN }) => ifArn(AutoScalingGroupARN),
  }),
  nodegroups: shape({ kind: 'eks-nodegroup', key: 'nodegroup', schema: eks.nodegroup, id: nodegroupId }),
} as const satisfies Readonly<Record<string, Shape>>;
