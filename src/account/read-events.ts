import * as z from 'zod/mini';
import type { ApiObject } from '../model/api-object.ts';
import { count, objects as listOf, text as textOf } from '../model/ecs/read.ts';
import type { JsonObject } from '../model/json.ts';
import { unsaid } from './about.ts';
import { allow, list, number, text, time } from './allow/fields.ts';
import { longArn } from './arn.ts';
import type { Beside } from './beside.ts';
import { ofKind } from './beside.ts';
import { refusalOf } from './refusal.ts';
import type { Document, Reading } from './reading.ts';
import { isDocument, noted } from './reading.ts';
import { shapes } from './shapes.ts';

const eventBridge = allow({
  id: text,
  'detail-type': text,
  time,
  resources: list(text),
  detail: allow({
    eventName: text,
    reason: text,
    group: text,
    clusterArn: text,
    taskArn: text,
    lastStatus: text,
    stoppedReason: text,
  }),
});

type Event = z.infer<typeof eventBridge>;

/** The kinds of event that carry a whole object, in the shape in which it is described; some leave its ARN to `resources`. */
const carried = new Map([
  ['ECS Task State Change', { shape: shapes.tasks, arn: 'taskArn' }],
  ['ECS Container Instance State Change', { shape: shapes.containerInstances, arn: 'containerInstanceArn' }],
]);

/** Reads an event of EventBridge: a task or container instance as it became, and a line in the log of the service beside it. */
export function readEvent(file: string, document: Document, beside: Beside): Reading {
  const result = eventBridge.safeParse(document);
  if (!result.success) return noted('problem', file, `${file} was refused: ${refusalOf(result.error, 'the event')}.`);
  const event = result.data;
  const type = event['detail-type'] ?? 'an event';
  const carries = carried.get(type);
  const detail = isDocument(document['detail']) ? document['detail'] : {};
  const admission = carries?.shape.admit({ [carries.arn]: event.resources?.[0], ...detail }, 'detail');
  if (admission !== undefined && 'refused' in admission) return noted('problem', file, `${file} was refused: ${admission.refused}.`);
  const became = admission !== undefined && 'object' in admission && isNewer(admission.object, beside) ? [admission.object] : [];
  const service = beside.get(serviceIn(event) ?? '');
  const line = lineOf(event);
  const logged = service === undefined || line === undefined ? [] : [withEvents(service, [line])];
  const objects = [...became, ...logged];
  if (objects.length > 0) return { objects, notices: [], about: unsaid };
  if (admission !== undefined && 'object' in admission)
    return noted('ignored', file, `${file} was ignored: the other files show the same at a later time.`);
  return type === 'ECS Service Action' || type === 'ECS Deployment State Change'
    ? noted(
        'unmapped',
        file,
        `${file} is left out: open it with the output of aws ecs describe-services for ${event.resources?.[0] ?? 'its service'}.`,
      )
    : noted('unmapped', file, `${file} is left out: events of the type ${type} are not drawn.`);
}

/** Whether an object is not beside, or there as it was before. */
function isNewer({ id, body }: ApiObject, beside: Beside): boolean {
  const known = beside.get(id);
  return known === undefined || (count(known.body, 'version') ?? 0) < (count(body, 'version') ?? 0);
}

/** The service that an event is about. */
function serviceIn({ resources, detail }: Event): string | undefined {
  const { group, clusterArn } = detail ?? {};
  if (group?.startsWith('service:') === true) return longArn(clusterArn, 'service', group.slice('service:'.length));
  return resources?.find((arn) => arn.includes(':service/'));
}

/** An event in the words of AWS, as an element of a service's `events`. */
function lineOf({ id, time: createdAt, detail = {} }: Event): JsonObject | undefined {
  const { eventName, reason, taskArn, lastStatus, stoppedReason } = detail;
  const said = eventName === undefined ? [lastStatus, stoppedReason] : [eventName, reason];
  const words = said.filter((one) => one !== undefined).join(': ');
  if (words === '') return undefined;
  return { id, createdAt, message: taskArn === undefined ? words : `(task ${taskArn.slice(taskArn.lastIndexOf('/') + 1)}) ${words}` };
}

const messages = allow({
  events: list(allow({ id: text, createdAt: time, atSeconds: number, message: text, who: text, what: text })),
});

/** Reads a list of service events on its own, as `--query` prints one or as it was noted down: into the log of the service beside it. */
export function readServiceEvents(file: string, document: Document, beside: Beside): Reading {
  const result = messages.safeParse(document);
  if (!result.success) return noted('problem', file, `${file} was refused: ${refusalOf(result.error, 'the file')}.`);
  const services = ofKind(beside, 'ecs-service');
  const lines = (result.data.events ?? []).flatMap(({ who, what, message = who === 'service' ? what : undefined, ...event }) =>
    message === undefined || (event.createdAt ?? event.atSeconds) === undefined ? [] : [{ ...event, message }],
  );
  const objects = services.flatMap((service) => {
    const mine = lines.filter(({ message }) => isAbout(message, service, services.length === 1));
    return mine.length === 0
      ? []
      : [
          withEvents(
            service,
            mine.map((line) => placed(line, service)),
          ),
        ];
  });
  if (objects.length > 0) return { objects, notices: [], about: unsaid };
  return noted(
    'unmapped',
    file,
    `${file} is left out: open it with the output of aws ecs describe-services for the service that its events name.`,
  );
}

/** A message names its service; one that names none is of the only service there is. */
function isAbout(message: string, { body }: ApiObject, isOnly: boolean): boolean {
  const [, name] = /^\(service ([^)]*)\)/.exec(message) ?? [];
  return name === undefined ? isOnly : name === textOf(body, 'serviceName');
}

interface Line {
  readonly id?: string | undefined;
  readonly createdAt?: string | undefined;
  readonly atSeconds?: number | undefined;
  readonly message: string;
}

/** Seconds that were noted down without a date count from when the service was made. */
function placed({ id, createdAt, atSeconds, message }: Line, { body }: ApiObject): JsonObject {
  const start = Date.parse(textOf(body, 'createdAt') ?? '') || 0;
  return { id, createdAt: createdAt ?? new Date(start + (atSeconds ?? 0) * 1000).toISOString(), message };
}

/** A service with more lines in its log; the newest is the first, as AWS prints them, and none is there twice. */
function withEvents(service: ApiObject, lines: readonly JsonObject[]): ApiObject {
  const before = listOf(service.body, 'events');
  const known = new Set(before.map((event) => textOf(event, 'id')));
  const added = lines.filter((line) => textOf(line, 'id') === undefined || !known.has(textOf(line, 'id')));
  const events = [...added, ...before].sort((one, other) =>
    (textOf(other, 'createdAt') ?? '').localeCompare(textOf(one, 'createdAt') ?? ''),
  );
  return { ...service, body: { ...service.body, events } };
}
