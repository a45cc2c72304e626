import * as z from 'zod/mini';
import type { ApiObject } from '../model/api-object.ts';
import type { JsonObject } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';
import type { About, Limit } from './about.ts';
import { unsaid } from './about.ts';
import { arnOf } from './arn.ts';
import type { Notice } from './notice.ts';
import type { Document, Reading } from './reading.ts';
import { merged, noted, readList } from './reading.ts';
import { refusalOf } from './refusal.ts';
import type { Shape } from './shape.ts';
import { snapshotFrame, snapshotName, snapshotVersion } from './snapshot-frame.ts';
import type { SnapshotList } from './snapshot-lists.ts';
import { completeKinds, snapshotLists } from './snapshot-lists.ts';

/** An account file: what was read, by section, in the provider's own shapes. */
export interface Snapshot {
  readonly schema: typeof snapshotName;
  readonly version: typeof snapshotVersion;
  /** When the account was read; absent for a simulation. */
  readonly readAt?: string | undefined;
  readonly caller?: { readonly account?: string | undefined; readonly arn?: string | undefined } | undefined;
  readonly regions: readonly string[];
  readonly ecs: Section;
  readonly eks: Section;
  readonly around: Section;
  /** Where more was found than was read. */
  readonly limits: readonly Limit[];
  /** IAM actions that were denied. */
  readonly denied: readonly string[];
  /** What else failed, a sentence each. One that begins with an IAM action leaves only what that action shows unknown. */
  readonly errors: readonly string[];
}

type Section = Readonly<Record<string, readonly JsonObject[]>>;

/** What no description of an account shows, such as a part of a control plane or an answer of STS: only a simulation has such objects. */
export const hiddenKinds: ReadonlySet<Kind> = new Set(['k8s-api-server-instance', 'k8s-etcd-member', 'sts-caller-identity']);

/** Objects as an account file. What has no place in one, such as the parts of a control plane, is left out. */
export function printSnapshot(objects: Iterable<ApiObject>): Snapshot {
  const all = [...objects];
  const sectionOf = (wanted: SnapshotList['section']): Section =>
    Object.fromEntries(snapshotLists.filter(({ section }) => section === wanted).map(({ key, shape }) => [key, printed(all, shape)]));
  return {
    schema: snapshotName,
    version: snapshotVersion,
    regions: [...new Set(all.flatMap(({ id }) => arnOf(id)?.region ?? []))].sort(),
    ecs: sectionOf('ecs'),
    eks: sectionOf('eks'),
    around: sectionOf('around'),
    limits: [],
    denied: [],
    errors: [],
  };
}

/** The objects of a shape, with the fields that the allow-list keeps. */
function printed(objects: readonly ApiObject[], shape: Shape): readonly JsonObject[] {
  return objects
    .filter(({ kind }) => shape.kinds.includes(kind))
    .map((object) => {
      const admission = shape.admit(shape.print(object), object.id);
      if ('object' in admission) return shape.print(admission.object);
      throw new Error(`${object.id} cannot be saved: ${'refused' in admission ? admission.refused : shape.nameless}.`);
    });
}

const section = z.record(z.string(), z.unknown());

const frame = z.object(snapshotFrame({ ecs: section, eks: section, around: section }));

/** Reads an account file through the same allow-list as the output of the AWS CLI. */
export function readSnapshot(file: string, document: Document): Reading {
  if (document['version'] !== snapshotVersion) {
    return noted(
      'problem',
      file,
      `${file} is an account file of version ${String(document['version'])}; this page reads version ${snapshotVersion}. Make the file again.`,
    );
  }
  const result = frame.safeParse(document);
  if (!result.success) return noted('problem', file, `${file} was refused: ${refusalOf(result.error, 'the file')}.`);
  const { data } = result;
  const parts = snapshotLists.map(({ section, key, shape }) => readList(file, shape, `${section}.${key}`, data[section][key] ?? []));
  const notices: Notice[] = [
    ...data.limits.map(({ what, shown, found }) => `${file} holds ${shown} of ${found} ${what}.`),
    ...data.denied.map((action) => `${file} lacks what ${action} shows: the permission was denied.`),
    ...data.errors.map((error) => `While ${file} was made: ${error}`),
  ].map((text) => ({ kind: 'failure', file, text }));
  const whole = merged([...parts, { objects: [], notices, about: unsaid }]);
  if (whole.notices.some(({ kind }) => kind === 'problem')) return whole;
  const silent = whole.objects.length === 0 && whole.notices.length === 0;
  const nothing: Notice = { kind: 'ignored', file, text: `${file} is an account file with nothing in it.` };
  return { ...whole, notices: silent ? [nothing] : whole.notices, about: aboutOf(data) };
}

function aboutOf({ readAt, caller, regions, limits, denied, errors, ...content }: z.infer<typeof frame>): About {
  const has = ({ section, key }: SnapshotList): boolean => content[section][key] !== undefined;
  return { readAt, caller, regions, limits, denied, complete: completeKinds({ has, denied, limits, errors }) };
}
