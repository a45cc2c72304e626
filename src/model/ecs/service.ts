import type { JsonObject } from '../json.ts';
import type { Projected, Projector } from '../project.ts';
import { capacityProviderArn, clause, count, date, defined, lastPart, object, objects, scopeOf, text } from './read.ts';

/** The family and revision that a task definition ARN names: `web:7`. */
export const revisionOf = (arn: string | undefined): string | undefined =>
  arn === undefined ? undefined : arn.slice(arn.lastIndexOf('/') + 1);

/** How a service gets capacity: its strategy, with the shares where there is something to share, else its launch type. */
function capacityOf(body: JsonObject): string | undefined {
  const items = objects(body, 'capacityProviderStrategy');
  const shareOf = (item: JsonObject) => {
    const base = count(item, 'base') ?? 0;
    return ` (${base === 0 ? '' : `base ${base}, `}weight ${count(item, 'weight') ?? 0})`;
  };
  const providers = items.map((item) => `${text(item, 'capacityProvider') ?? ''}${items.length === 1 ? '' : shareOf(item)}`);
  return providers.length > 0 ? providers.join(', ') : text(body, 'launchType');
}

/** Where a service wants its tasks, as far as it says: `DAEMON`, `spread(availability-zone)`, `binpack(memory)`, `distinctInstance`. */
function placementOf(body: JsonObject): string | undefined {
  const steps = objects(body, 'placementStrategy').map((step) => {
    const field = text(step, 'field')?.replace('attribute:ecs.', '');
    return `${text(step, 'type') ?? ''}${field === undefined ? '' : `(${field})`}`;
  });
  const daemon = text(body, 'schedulingStrategy') === 'DAEMON' ? ['DAEMON'] : [];
  const rules = [...daemon, ...steps, ...objects(body, 'placementConstraints').map((constraint) => text(constraint, 'type') ?? '')];
  return rules.length === 0 ? undefined : rules.join(', ');
}

/** The circuit breaker of a deployment configuration, in a word. */
function breakerOf(configuration: JsonObject): string | undefined {
  const { enable, rollback } = object(configuration, 'deploymentCircuitBreaker');
  if (typeof enable !== 'boolean') return undefined;
  return enable ? `on, ${rollback === true ? 'with' : 'without'} rollback` : 'off';
}

/** A service of `aws ecs describe-services`; its reason is the rollout state of its newest deployment. */
export const projectService: Projector = ({ id, kind, body }) => {
  const deployments = objects(body, 'deployments');
  const primary = deployments.find((deployment) => text(deployment, 'status') === 'PRIMARY');
  const configuration = object(body, 'deploymentConfiguration');
  const revision = revisionOf(text(body, 'taskDefinition'));
  const running = count(body, 'runningCount');
  const placement = placementOf(body);
  const desired = count(body, 'desiredCount');
  const relations: Projected['relations'][number][] = [];
  const cluster = text(body, 'clusterArn');
  if (cluster !== undefined) relations.push({ to: cluster, kind: 'part-of' });
  for (const { definition } of deployments.map((deployment) => ({ definition: text(deployment, 'taskDefinition') }))) {
    if (definition !== undefined && !relations.some(({ to }) => to === definition)) relations.push({ to: definition, kind: 'uses' });
  }
  for (const provider of objects(body, 'capacityProviderStrategy').map((item) => text(item, 'capacityProvider'))) {
    if (provider !== undefined) relations.push({ to: capacityProviderArn(id, provider), kind: 'uses' });
  }
  for (const balancer of objects(body, 'loadBalancers')) {
    const group = text(balancer, 'targetGroupArn');
    if (group !== undefined) relations.push({ to: group, kind: 'registers' });
  }
  for (const registry of objects(body, 'serviceRegistries')) {
    const arn = text(registry, 'registryArn');
    if (arn !== undefined) relations.push({ to: arn, kind: 'registers' });
  }
  return [
    {
      resource: {
        id,
        kind,
        name: text(body, 'serviceName') ?? lastPart(id),
        scope: { ...scopeOf(id), ...(cluster === undefined ? {} : { cluster: lastPart(cluster) }) },
        status: text(body, 'status') ?? '',
        ...defined({
          reason: primary && text(primary, 'rolloutState'),
          text: objects(body, 'events')[0] && text(objects(body, 'events')[0] ?? {}, 'message'),
          createdAt: date(body, 'createdAt'),
        }),
        details: defined({
          desired,
          running,
          pending: count(body, 'pendingCount'),
          revision,
          rolloutState: primary && text(primary, 'rolloutState'),
          rolloutStateReason: primary && text(primary, 'rolloutStateReason'),
          failedTasks: primary && count(primary, 'failedTasks'),
          deployments: deployments.length,
          capacity: capacityOf(body),
          minimumHealthyPercent: count(configuration, 'minimumHealthyPercent'),
          maximumPercent: count(configuration, 'maximumPercent'),
          circuitBreaker: breakerOf(configuration),
          placement,
          clause: running === undefined ? undefined : clause(revision, `${running} of ${desired ?? running} running`, placement),
          placeholder: body['placeholder'],
        }),
      },
      relations,
    },
  ];
};
