import type { Projector } from '../project.ts';
import { projectContainerDefinition } from './container-definition.ts';
import { count, date, defined, objects, scopeOf, text } from './read.ts';
import { revisionOf } from './service.ts';

/** The image of a lone container, else how many containers there are. */
function clauseOf([image, ...others]: readonly string[]): string | undefined {
  if (others.length > 0) return `${others.length + 1} containers`;
  return image?.slice(image.lastIndexOf('/') + 1);
}

/** A revision of `aws ecs describe-task-definition` and its containers. Environment values and secrets are not read. */
export const projectTaskDefinition: Projector = ({ id, kind, body }) => {
  const containers = objects(body, 'containerDefinitions');
  const images = containers.map((container) => text(container, 'image') ?? '');
  const [networkMode, cpu, memory] = [text(body, 'networkMode'), count(body, 'cpu'), count(body, 'memory')];
  return [
    {
      resource: {
        id,
        kind,
        name: revisionOf(id) ?? id,
        scope: scopeOf(id.replace(/\/.*$/, '')),
        status: text(body, 'status') ?? '',
        ...defined({ createdAt: date(body, 'registeredAt') }),
        details: defined({
          family: text(body, 'family'),
          revision: count(body, 'revision'),
          networkMode,
          cpu,
          memory,
          images,
          containers: images.length,
          clause: clauseOf(images),
          fields: defined({ networkMode, cpu, memory: memory === undefined ? undefined : `${memory} MiB` }),
          placeholder: body['placeholder'],
        }),
      },
      relations: [],
    },
    ...containers.map((container, order) => projectContainerDefinition(container, id, order)),
  ];
};
