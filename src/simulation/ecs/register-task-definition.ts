import { count, isObject, objects, text, texts } from '../../model/ecs/read.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { present } from '../../model/present.ts';
import type { Answer } from '../engine/domain.ts';
import { put } from '../engine/effect.ts';
import type { World } from '../engine/world.ts';
import { refused } from './errors.ts';
import { findTaskDefinition, textOf } from './find.ts';
import type { TaskDefinitionBody } from './objects.ts';

type ContainerDefinition = TaskDefinitionBody['containerDefinitions'][number];

/** ECS RegisterTaskDefinition: the next revision of a family that is there; sizes are its newest revision's unless the call has its own. */
export function registerTaskDefinition(world: World, input: JsonObject): Answer {
  const family = textOf(input['family']) ?? '';
  const before = findTaskDefinition(world, family);
  if (before === undefined) return refused('ecs', 'ClientException', `This simulation has no family ${family}, and begins no new one.`);
  const containerDefinitions = objects(input, 'containerDefinitions').map(containerDefinition);
  if (containerDefinitions.length === 0 || containerDefinitions.some(({ name, image }) => name === undefined || image === undefined)) {
    return refused(before.taskDefinitionArn, 'ClientException', 'Container.name and Container.image should not be null or empty.');
  }
  const revision = before.revision + 1;
  const taskDefinitionArn = before.taskDefinitionArn.replace(/:\d+$/, `:${revision}`);
  const { cpu = before.cpu, memory = before.memory } = { cpu: textOf(input['cpu']), memory: textOf(input['memory']) };
  const body: TaskDefinitionBody = { ...before, taskDefinitionArn, revision, cpu, memory, containerDefinitions };
  return {
    reply: { ok: true, body: { taskDefinition: body } },
    effects: [put({ id: taskDefinitionArn, kind: 'ecs-task-definition', body })],
    about: taskDefinitionArn,
    text: `register ${family}:${revision}`,
  };
}

/** Of a container definition in a call, what means something here. */
const containerDefinition = (container: JsonObject): ContainerDefinition => ({
  name: text(container, 'name'),
  image: text(container, 'image'),
  essential: container['essential'] !== false,
  portMappings: objects(container, 'portMappings').map((mapping) => ({
    containerPort: count(mapping, 'containerPort'),
    hostPort: count(mapping, 'hostPort'),
  })),
  dependsOn: objects(container, 'dependsOn').flatMap((one) => {
    const condition = conditions.find((known) => known === text(one, 'condition'));
    return condition === undefined ? [] : [{ containerName: text(one, 'containerName'), condition }];
  }),
  ...present({
    cpu: count(container, 'cpu'),
    memory: count(container, 'memory'),
    startTimeout: count(container, 'startTimeout'),
    stopTimeout: count(container, 'stopTimeout'),
    healthCheck: healthCheck(container['healthCheck']),
  }),
});

const conditions = ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'] as const;

/** A check without a command stays one: what it would run means nothing here. */
const healthCheck = (value: Json | undefined): ContainerDefinition['healthCheck'] =>
  isObject(value)
    ? {
        command: texts(value, 'command'),
        ...present({ interval: count(value, 'interval'), retries: count(value, 'retries'), startPeriod: count(value, 'startPeriod') }),
      }
    : undefined;
