import type { Id, JsonObject } from '../json.ts';
import type { Projected } from '../project.ts';
import { defined, objects, scopeOf, text } from './read.ts';

const known = new WeakMap<JsonObject, readonly Projected[]>();

/** The elastic network interface of a task in awsvpc mode; other attachments are not drawn. The same JSON gives the same resource. */
export function projectAttachment(attachment: JsonObject, task: Id): readonly Projected[] {
  if (text(attachment, 'type') !== 'ElasticNetworkInterface') return [];
  let projected = known.get(attachment);
  if (projected === undefined) {
    projected = [projectedOf(attachment, task)];
    known.set(attachment, projected);
  }
  return projected;
}

function projectedOf(attachment: JsonObject, task: Id): Projected {
  const details = objects(attachment, 'details');
  const detail = (name: string): string | undefined => {
    const found = details.find((one) => one['name'] === name);
    return found === undefined ? undefined : text(found, 'value');
  };
  const address = detail('privateIPv4Address');
  const networkInterface = detail('networkInterfaceId');
  return {
    resource: {
      id: `${task.split(':').slice(0, 5).join(':')}:attachment/${text(attachment, 'id') ?? ''}`,
      kind: 'ecs-attachment',
      name: networkInterface ?? 'network interface',
      scope: scopeOf(task),
      status: text(attachment, 'status') ?? '',
      details: defined({
        clause: address,
        fields: defined({ privateIPv4Address: address, networkInterfaceId: networkInterface, subnetId: detail('subnetId') }),
      }),
    },
    relations: [{ to: task, kind: 'part-of' }],
  };
}
