import type * as z from 'zod/mini';
import type { Id } from '../model/json.ts';
import * as ec2 from './allow/ec2.ts';
import * as eks from './allow/eks.ts';
import * as elbv2 from './allow/elbv2.ts';
import * as logs from './allow/logs.ts';
import * as monitoring from './allow/monitoring.ts';
import * as scaling from './allow/scaling.ts';
import * as discovery from './allow/servicediscovery.ts';
import type { Shape } from './shape.ts';
import { ifArn, shape } from './shape.ts';

const targetId = ({ TargetGroupArn, Target }: z.infer<typeof elbv2.target>): Id | undefined =>
  TargetGroupArn === undefined || Target?.Id === undefined ? undefined : `${TargetGroupArn}/${Target.Id}:${Target.Port ?? ''}`;

/** Cloud Map gives an instance no ARN; its id tells it from the others of its service. */
const discoveryInstanceId = ({ ServiceArn, InstanceId }: z.infer<typeof discovery.instance>): Id | undefined =>
  ServiceArn === undefined || InstanceId === undefined ? undefined : `${ServiceArn}/${InstanceId}`;

/** The objects around ECS and EKS: load balancing, discovery, scaling, logs, network, monitoring. */
export const aroundShapes = {
  loadBalancers: shape({ kind: 'elbv2-load-balancer', schema: elbv2.loadBalancer, id: ({ LoadBalancerArn }) => ifArn(LoadBalancerArn) }),
  targetGroups: shape({ kind: 'elbv2-target-group', schema: elbv2.targetGroup, id: ({ TargetGroupArn }) => ifArn(TargetGroupArn) }),
  targetHealth: shape({
    kind: 'elbv2-target',
    schema: elbv2.target,
    id: targetId,
    nameless: 'describe-target-health does not print of which target group it is, and the files name none or several',
  }),
  namespaces: shape({ kind: 'servicediscovery-namespace', schema: discovery.namespace, id: ({ Arn }) => ifArn(Arn) }),
  registries: shape({ kind: 'servicediscovery-service', schema: discovery.service, id: ({ Arn }) => ifArn(Arn) }),
  discoveryInstances: shape({
    kind: 'servicediscovery-instance',
    schema: discovery.instance,
    id: discoveryInstanceId,
    nameless: 'it does not say of which Cloud Map service it is, and the files do not tell',
  }),
  scalableTargets: shape({
    kind: 'application-autoscaling-target',
    schema: scaling.scalableTarget,
    id: ({ ScalableTargetARN }) => ifArn(ScalableTargetARN),
  }),
  logGroups: shape({ kind: 'logs-log-group', schema: logs.logGroup, id: ({ logGroupArn }) => ifArn(logGroupArn) }),
  logStreams: shape({ kind: 'logs-log-stream', schema: logs.logStream, id: ({ arn }) => ifArn(arn) }),
  logDrivers: shape({
    kind: 'docker-log-driver',
    schema: logs.logDriver,
    id: ({ ContainerArn }) => (ContainerArn === undefined ? undefined : `${ContainerArn}/log-driver`),
  }),
  subnets: shape({ kind: 'ec2-subnet', schema: ec2.subnet, id: ({ SubnetArn }) => ifArn(SubnetArn) }),
  workspaces: shape({ kind: 'aps-workspace', schema: monitoring.workspace, id: ({ arn }) => ifArn(arn) }),
  scrapers: shape({ kind: 'aps-scraper', schema: monitoring.scraper, id: ({ arn }) => ifArn(arn) }),
  grafanaWorkspaces: shape({
    kind: 'grafana-workspace',
    schema: monitoring.grafanaWorkspace,
    id: ({ id }) => id && `grafana:${id}`, // AWS prints no ARN
    nameless: 'it has no id',
  }),
  roles: shape({ kind: 'iam-role', schema: eks.role, id: ({ Arn }) => Arn }),
  zones: shape({
    kind: 'ec2-availability-zone',
    schema: eks.zone,
    id: ({ ZoneName }) => ZoneName,
    nameless: 'it has no ZoneName',
  }),
  autoScalingGroups: shape({
    kind: 'autoscaling-group',
    schema: eks.autoScalingGroup,
    id: ({ AutoScalingGroupARN }) => ifArn(AutoScalingGroupARN),
  }),
  dnsAnswers: shape({ kind: 'dns-answer', schema: discovery.answer, id: ({ id }) => id, nameless: 'it has no id' }),
  flows: shape({
    kind: 'network-flow',
    schema: eks.flow,
    id: ({ from, to, port }) => (from && to && port !== undefined ? `flow:${from}:${to}:${port}` : undefined),
    nameless: 'it has no from, to or port',
  }),
} as const satisfies Readonly<Record<string, Shape>>;
