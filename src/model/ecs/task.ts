import type { JsonObject } from '../json.ts';
import type { Projected, Projector } from '../project.ts';
import { projectAttachment } from './attachment.ts';
import { projectContainer } from './container.ts';
import { capacityProviderArn, clause, count, date, defined, objects, scopeOf, shortId, text } from './read.ts';
import { revisionOf } from './service.ts';

/** The ARN of the service that a task's group names; older ARNs do not hold the cluster, so it comes from its own field. */
function serviceArn(body: JsonObject): string | undefined {
  const group = text(body, 'group');
  const cluster = text(body, 'clusterArn');
  if (group === undefined || cluster === undefined || !group.startsWith('service:')) return undefined;
  return `${cluster.replace(':cluster/', ':service/')}/${group.slice('service:'.length)}`;
}

/** When the present status began: the date that ECS wrote on the way into it. */
function sinceOf(body: JsonObject, status: string | undefined): string | undefined {
  switch (status) {
    case 'PROVISIONING':
      return date(body, 'createdAt');
    case 'ACTIVATING':
      return date(body, 'pullStartedAt');
    case 'RUNNING':
      return date(body, 'startedAt');
    case 'STOPPING':
      return date(body, 'stoppingAt');
    case 'DEPROVISIONING':
      return date(body, 'executionStoppedAt');
    case 'STOPPED':
    case 'DELETED':
      return date(body, 'stoppedAt');
    default:
      return undefined;
  }
}

/** What a task is busy with, or its health, or why it stopped. */
function stateWord(body: JsonObject, status: string | undefined): string | undefined {
  if (status === 'ACTIVATING') return date(body, 'pullStoppedAt') === undefined ? 'pulling' : 'starting';
  if (status === 'DEACTIVATING') return 'draining';
  const health = text(body, 'healthStatus');
  if (status === 'RUNNING') return health === undefined || health === 'UNKNOWN' ? undefined : health.toLowerCase();
  const code = text(body, 'stopCode');
  return code === undefined ? undefined : stopWords[code];
}

const stopWords: Readonly<Record<string, string>> = {
  TaskFailedToStart: 'failed to start',
  EssentialContainerExited: 'container exited',
  UserInitiated: 'by hand',
  ServiceSchedulerInitiated: 'by its service',
  SpotInterruption: 'Spot interruption',
  TerminationNotice: 'host terminated',
  InfrastructureHealth: 'unhealthy host',
};

/** A task of `aws ecs describe-tasks`, with its network interface and its containers. */
export const projectTask: Projector = ({ id, kind, body }) => {
  const status = text(body, 'lastStatus');
  const zone = text(body, 'availabilityZone');
  const service = serviceArn(body);
  const cluster = text(body, 'clusterArn');
  const instance = text(body, 'containerInstanceArn');
  const provider = text(body, 'capacityProviderName');
  const definition = text(body, 'taskDefinitionArn');
  const containers = objects(body, 'containers');
  const relations: Projected['relations'][number][] = [];
  if (service !== undefined) relations.push({ to: service, kind: 'part-of' });
  else if (cluster !== undefined) relations.push({ to: cluster, kind: 'part-of' });
  if (instance !== undefined) relations.push({ to: instance, kind: 'runs-on' });
  if (provider !== undefined) relations.push({ to: capacityProviderArn(id, provider), kind: 'runs-on' });
  if (definition !== undefined) relations.push({ to: definition, kind: 'uses' });
  const task: Projected = {
    resource: {
      id,
      kind,
      name: `task ${shortId(id)}`,
      scope: scopeOf(id, zone),
      status: status ?? '',
      ...defined({
        reason: text(body, 'stopCode'),
        text: text(body, 'stoppedReason'),
        health: text(body, 'healthStatus'),
        since: sinceOf(body, status),
        createdAt: date(body, 'createdAt'),
      }),
      details: defined({
        desiredStatus: text(body, 'desiredStatus'),
        revision: revisionOf(definition),
        launchType: text(body, 'launchType'),
        capacityProvider: provider,
        instance,
        zone,
        cpu: count(body, 'cpu'),
        memory: count(body, 'memory'),
        deployment: text(body, 'startedBy'),
        pulling: status === 'ACTIVATING' && date(body, 'pullStoppedAt') === undefined,
        containerReason: containers.map((container) => text(container, 'reason')).find((reason) => reason !== undefined),
        exitCode: containers.map((container) => count(container, 'exitCode')).find((code) => code !== undefined),
        clause: clause(revisionOf(definition), stateWord(body, status)),
        placeholder: body['placeholder'],
      }),
    },
    relations,
  };
  return [
    task,
    ...objects(body, 'attachments').flatMap((attachment) => projectAttachment(attachment, id)),
    ...containers.map((container, order) => projectContainer(container, { task: id, definition, order })),
  ];
};
