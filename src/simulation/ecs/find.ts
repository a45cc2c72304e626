import type { Id, Json } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import type { World } from '../engine/world.ts';
import { lastPart } from './arns.ts';
import type { ClusterBody, TaskDefinitionBody } from './objects.ts';
import { clusterOf, taskDefinitionOf } from './objects.ts';

/** A parameter of a call as text; undefined when it is absent or no text. */
export const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** The cluster that a call names by name or ARN; without a name ECS means `default`. */
export function findCluster(world: World, name = 'default'): ClusterBody | undefined {
  for (const { id, kind } of world.objects.values()) {
    const cluster = kind === 'ecs-cluster' ? clusterOf(world, id) : undefined;
    if (cluster !== undefined && (cluster.clusterArn === name || cluster.clusterName === name)) return cluster;
  }
  return undefined;
}

/** The ARN of something of a cluster that a call names by its short id or its ARN. */
export function findInCluster(world: World, cluster: ClusterBody, kind: Kind, name: string): Id | undefined {
  const type = kind.slice('ecs-'.length);
  const arn = name.startsWith('arn:') ? name : `${cluster.clusterArn.replace(':cluster/', `:${type}/`)}/${lastPart(name)}`;
  return world.objects.get(arn)?.kind === kind ? arn : undefined;
}

/** The task definition that a call names: by ARN, as `family:revision`, or as a family, which means its newest ACTIVE revision. */
export function findTaskDefinition(world: World, name: string): TaskDefinitionBody | undefined {
  let found: TaskDefinitionBody | undefined;
  for (const { id, kind } of world.objects.values()) {
    const definition = kind === 'ecs-task-definition' ? taskDefinitionOf(world, id) : undefined;
    if (definition === undefined) continue;
    const { taskDefinitionArn, family, revision, status } = definition;
    if (taskDefinitionArn === name || `${family}:${revision}` === name) return definition;
    if (family === name && status === 'ACTIVE' && revision > (found?.revision ?? 0)) found = definition;
  }
  return found;
}
