import type { Projector } from '../project.ts';
import { count, date, defined, objects, scopeOf, text } from './read.ts';
import { revisionOf } from './service.ts';

/** A revision of `aws ecs describe-task-definition`. Environment values and secrets are not read. */
export const projectTaskDefinition: Projector = ({ id, kind, body }) => {
  const images = objects(body, 'containerDefinitions').map((container) => text(container, 'image') ?? '');
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
          networkMode: text(body, 'networkMode'),
          cpu: count(body, 'cpu'),
          memory: count(body, 'memory'),
          images,
          containers: images.length,
          clause: images[0] === undefined ? undefined : images[0].slice(images[0].lastIndexOf('/') + 1),
          placeholder: body['placeholder'],
        }),
      },
      relations: [],
    },
  ];
};
