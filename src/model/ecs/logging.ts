import type { Json } from '../json.ts';
import type { Projector } from '../project.ts';
import { clause, count, defined, lastPart, object, objects, scopeOf, text } from './read.ts';

/** CloudWatch Logs counts times in milliseconds since 1970. */
const iso = (millis: number | undefined): string | undefined => (millis === undefined ? undefined : new Date(millis).toISOString());

/** Bytes as a short amount: `1.3 MB`. */
function amount(bytes: number): string {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${unit}`;
}

/** A log group of `aws logs describe-log-groups`; it has no status of its own, so it is shown as active. */
export const projectLogGroup: Projector = ({ id, kind, body }) => {
  const days = count(body, 'retentionInDays');
  const stored = count(body, 'storedBytes');
  const retention = days === undefined ? 'never expire' : `${days} days`;
  const placeholder = body['placeholder'];
  return [
    {
      resource: {
        id,
        kind,
        name: text(body, 'logGroupName') ?? lastPart(id),
        scope: scopeOf(id),
        status: 'active',
        ...defined({ createdAt: iso(count(body, 'creationTime')) }),
        details: defined({
          retention: placeholder === true ? undefined : retention,
          stored,
          clause:
            placeholder === true
              ? text(body, 'status')
              : clause(stored === undefined ? undefined : `${amount(stored)} stored`, days === undefined ? retention : `kept ${retention}`),
          placeholder,
        }),
      },
      relations: [],
    },
  ];
};

/** A stream of `aws logs describe-log-streams`, with its newest lines where they are known. */
export const projectLogStream: Projector = ({ id, kind, body }) => {
  const name = text(body, 'logStreamName') ?? lastPart(id);
  const [prefix, container, task] = name.split('/');
  const lastIngestion = iso(count(body, 'lastIngestionTime'));
  const lines: readonly Json[] = objects(body, 'events').map(
    (event) => `${iso(count(event, 'timestamp'))?.slice(11, 19) ?? ''} ${text(event, 'message') ?? ''}`,
  );
  return [
    {
      resource: {
        id,
        kind,
        name: task === undefined ? name.slice(0, 12) : `${prefix ?? ''}/${container ?? ''}/${task.slice(0, 3)}`,
        scope: scopeOf(id),
        status: 'active',
        ...defined({ createdAt: iso(count(body, 'creationTime')) }),
        details: defined({
          stream: name,
          lastIngestion,
          lines,
          clause: lastIngestion === undefined ? 'no lines' : `last ${lastIngestion.slice(11, 19)}`,
        }),
      },
      relations: [{ to: id.slice(0, Math.max(0, id.indexOf(':log-stream:'))), kind: 'part-of' }],
    },
  ];
};

/** The awslogs driver of a container: its configuration as Docker prints it, and its buffer, which only a simulation knows. */
export const projectLogDriver: Projector = ({ id, kind, body }) => {
  const config = object(object(body, 'LogConfig'), 'Config');
  const buffer = object(body, 'Buffer');
  const [used, size] = [count(buffer, 'Used') ?? 0, count(buffer, 'Size') ?? 0];
  const mode = text(config, 'mode') ?? 'non-blocking';
  const lost = count(body, 'LostInAll') ?? 0;
  const [task, stream] = [text(body, 'TaskArn'), text(body, 'LogStreamArn')];
  return [
    {
      resource: {
        id,
        kind,
        name: text(object(body, 'LogConfig'), 'Type') ?? 'log driver',
        scope: task === undefined ? {} : scopeOf(task),
        status: text(body, 'State') ?? '',
        details: {
          mode,
          buffer: { registered: size, remaining: Math.max(0, size - used) },
          used: amount(used),
          size: amount(size),
          lost,
          clause: clause(mode, lost > 0 ? `${lost} lost` : undefined) ?? mode,
        },
      },
      relations: [
        ...(task === undefined ? [] : [{ to: task, kind: 'part-of' as const }]),
        ...(stream === undefined ? [] : [{ to: stream, kind: 'logs-to' as const }]),
      ],
    },
  ];
};
