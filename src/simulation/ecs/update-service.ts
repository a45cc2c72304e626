import type { JsonObject } from '../../model/json.ts';
import type { Answer } from '../engine/domain.ts';
import { remind } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { hexId, isoTime } from '../engine/world.ts';
import { withActiveService } from './active-service.ts';
import { lastPart } from './arns.ts';
import { isDaemon } from './daemon.ts';
import { deploymentInput } from './deployment-input.ts';
import { primaryOf, withNewDeployment } from './deployments.ts';
import { refused } from './errors.ts';
import { findTaskDefinition, textOf } from './find.ts';
import type { ClusterBody, DeploymentBody, ServiceBody } from './objects.ts';
import { placementInput } from './placement-input.ts';
import { strategyInput } from './strategy-input.ts';

/** A service id is 19 digits. */
export const deploymentId = (world: World, key: string): string =>
  `ecs-svc/${hexId(world, `${key} deployment`, 19).replace(/[a-f]/g, (digit) => String(Number.parseInt(digit, 16) % 10))}`;

/** ECS UpdateService: another count at once, another revision or capacity by a new deployment. */
export const updateService = (world: World, input: JsonObject): Answer =>
  withActiveService(world, input, (service, cluster) => changeOf(world, service, cluster, input));

function changeOf(world: World, service: ServiceBody, cluster: ClusterBody, input: JsonObject): Answer {
  const about = service.serviceArn;
  if (isDaemon(service) && input['desiredCount'] !== undefined) {
    return refused(
      about,
      'InvalidParameterException',
      'The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again',
    );
  }
  if (isDaemon(service) && input['capacityProviderStrategy'] !== undefined) {
    return refused(
      about,
      'InvalidParameterException',
      'Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy.',
    );
  }
  const desiredCount = input['desiredCount'] ?? service.desiredCount;
  if (typeof desiredCount !== 'number' || !Number.isInteger(desiredCount) || desiredCount < 0) {
    return refused(about, 'InvalidParameterException', 'desiredCount must be a whole number of at least 0.');
  }
  const wanted = textOf(input['taskDefinition']);
  const definition = wanted === undefined ? undefined : findTaskDefinition(world, wanted);
  if (wanted !== undefined && definition?.status !== 'ACTIVE') return refused(about, 'ClientException', 'TaskDefinition not found.');
  const strategy = strategyInput(input['capacityProviderStrategy'], cluster);
  if (typeof strategy === 'string') return refused(about, 'InvalidParameterException', strategy);

  const placement = placementInput(input);
  if (typeof placement === 'string') return refused(about, 'InvalidParameterException', placement);
  const rollout = deploymentInput(input['deploymentConfiguration']);
  if (typeof rollout === 'string') return refused(about, 'InvalidParameterException', rollout);
  const grace = input['healthCheckGracePeriodSeconds'];
  if (grace !== undefined && (typeof grace !== 'number' || grace < 0)) {
    return refused(about, 'InvalidParameterException', 'healthCheckGracePeriodSeconds must be a number of at least 0.');
  }

  const taskDefinition = definition?.taskDefinitionArn ?? service.taskDefinition;
  const moves = Object.keys(placement).length > 0;
  const bounds = Object.keys(rollout).length > 0;
  const newDeployment =
    taskDefinition !== service.taskDefinition || strategy !== undefined || moves || input['forceNewDeployment'] === true;
  const change: Partial<ServiceBody> = {
    desiredCount,
    taskDefinition,
    ...(strategy === undefined ? {} : { capacityProviderStrategy: strategy }),
    ...placement,
    ...(bounds ? { deploymentConfiguration: { ...service.deploymentConfiguration, ...rollout } } : {}),
    ...(grace === undefined ? {} : { healthCheckGracePeriodSeconds: grace }),
  };
  const updated: ServiceBody = { ...service, ...change };
  const deployments = newDeployment
    ? withNewDeployment(service.deployments, deploymentOf(world, updated), isoTime(world))
    : service.deployments.map((one) => (one.status === 'PRIMARY' ? { ...one, desiredCount } : one));
  const said = [
    ...(desiredCount === service.desiredCount ? [] : [`set desired count to ${desiredCount}`]),
    ...(taskDefinition === service.taskDefinition ? [] : [`deploy ${lastPart(taskDefinition)}`]),
    ...(strategy === undefined ? [] : [`run tasks on ${strategy.map(({ capacityProvider }) => capacityProvider).join(' and ')}`]),
    ...(moves ? ['change where its tasks are placed'] : []),
    ...(bounds ? ['change how it deploys'] : []),
    ...(grace === undefined ? [] : [`set the health check grace period to ${grace} s`]),
    ...(newDeployment && taskDefinition === service.taskDefinition && strategy === undefined && !moves ? ['force a new deployment'] : []),
  ];
  return {
    reply: { ok: true, body: { service: { ...updated, deployments } } },
    effects: [remind({ type: 'service.updated', change: { ...change, deployments }, newDeployment }, 0)],
    about,
    text: said.length === 0 ? 'update the service, with nothing changed' : said.join(', '),
  };
}

/** A new deployment of a service as it stands. */
export function deploymentOf(world: World, service: ServiceBody): DeploymentBody {
  const now = isoTime(world);
  const id = deploymentId(world, `${service.serviceArn} ${now} ${primaryOf(service)?.id ?? ''}`);
  return {
    id,
    status: 'PRIMARY',
    taskDefinition: service.taskDefinition,
    desiredCount: service.desiredCount,
    pendingCount: 0,
    runningCount: 0,
    failedTasks: 0,
    createdAt: now,
    updatedAt: now,
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: `ECS deployment ${id} in progress.`,
    ...(service.capacityProviderStrategy === undefined ? {} : { capacityProviderStrategy: service.capacityProviderStrategy }),
    ...(service.launchType === undefined ? {} : { launchType: service.launchType }),
  };
}
