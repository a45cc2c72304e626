import * as z from 'zod/mini';
import type { ApiObject } from '../model/api-object.ts';
import type { JsonObject } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';
import { allow, list, number, text, time } from './allow/fields.ts';
import { arnOf } from './arn.ts';
import type { Notice } from './notice.ts';
import { kubernetesShape } from './kubernetes-shape.ts';
import type { Document, Reading } from './reading.ts';
import { merged, noted, readList } from './reading.ts';
import { refusalOf } from './refusal.ts';
import type { Shape } from './shapes.ts';
import { fileShapes, shapes } from './shapes.ts';

/** The word by which an account file is known. */
export const snapshotName = 'drydock.account-snapshot';

const version = 1;

/** An account file: what was read, by section, in the provider's own shapes. */
export interface Snapshot {
  readonly schema: typeof snapshotName;
  readonly version: typeof version;
  /** When the account was read; absent for a simulation. */
  readonly readAt?: string | undefined;
  readonly caller?: { readonly account?: string | undefined; readonly arn?: string | undefined } | undefined;
  readonly regions: readonly string[];
  readonly ecs: Section;
  readonly eks: Section;
  readonly around: Section;
  /** Where more was found than was read. */
  readonly limits: readonly {
    readonly what?: string | undefined;
    readonly shown?: number | undefined;
    readonly found?: number | undefined;
  }[];
  /** IAM actions that were denied. */
  readonly denied: readonly string[];
  readonly errors: readonly string[];
}

type Section = Readonly<Record<string, readonly JsonObject[]>>;
type Group = 'ecs' | 'eks' | 'around';

/** Where each sort of object stands. */
const places: readonly { readonly group: Group; readonly key: string; readonly shape: Shape }[] = [
  { group: 'ecs', key: 'clusters', shape: shapes.clusters },
  { group: 'ecs', key: 'capacityProviders', shape: fileShapes.capacityProviders },
  { group: 'ecs', key: 'services', shape: shapes.services },
  { group: 'ecs', key: 'tasks', shape: shapes.tasks },
  { group: 'ecs', key: 'taskDefinitions', shape: shapes.taskDefinitions },
  { group: 'ecs', key: 'containerInstances', shape: shapes.containerInstances },
  { group: 'eks', key: 'clusters', shape: fileShapes.eksClusters },
  { group: 'eks', key: 'nodegroups', shape: fileShapes.nodegroups },
  { group: 'eks', key: 'updates', shape: fileShapes.updates },
  { group: 'eks', key: 'accessEntries', shape: fileShapes.accessEntries },
  { group: 'eks', key: 'objects', shape: kubernetesShape },
  { group: 'eks', key: 'auditEvents', shape: fileShapes.auditEvents },
  { group: 'around', key: 'roles', shape: fileShapes.roles },
  { group: 'around', key: 'zones', shape: fileShapes.zones },
  { group: 'around', key: 'autoScalingGroups', shape: fileShapes.autoScalingGroups },
  { group: 'around', key: 'loadBalancers', shape: shapes.loadBalancers },
  { group: 'around', key: 'targetGroups', shape: shapes.targetGroups },
  { group: 'around', key: 'targetHealth', shape: shapes.targetHealth },
  { group: 'around', key: 'logGroups', shape: shapes.logGroups },
  { group: 'around', key: 'logStreams', shape: shapes.logStreams },
  { group: 'around', key: 'logDrivers', shape: fileShapes.logDrivers },
  { group: 'around', key: 'namespaces', shape: fileShapes.namespaces },
  { group: 'around', key: 'discoveryServices', shape: fileShapes.registries },
  { group: 'around', key: 'discoveryInstances', shape: fileShapes.discoveryInstances },
  { group: 'around', key: 'dnsAnswers', shape: fileShapes.dnsAnswers },
  { group: 'around', key: 'flows', shape: fileShapes.flows },
];

/** What runs in a control plane and no API of AWS shows: a simulation has such objects, an account file never. */
export const hiddenKinds: ReadonlySet<Kind> = new Set(['k8s-api-server-instance', 'k8s-etcd-member']);

/** Objects as an account file. What has no place in one, such as the parts of a control plane, is left out. */
export function printSnapshot(objects: Iterable<ApiObject>): Snapshot {
  const all = [...objects];
  const sectionOf = (group: Group): Section =>
    Object.fromEntries(places.filter((place) => place.group === group).map(({ key, shape }) => [key, printed(all, shape)]));
  return {
    schema: snapshotName,
    version,
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

const frame = allow({
  readAt: time,
  caller: allow({ account: text, arn: text }),
  regions: list(text),
  ecs: z.record(z.string(), z.unknown()),
  eks: z.record(z.string(), z.unknown()),
  around: z.record(z.string(), z.unknown()),
  limits: list(allow({ what: text, shown: number, found: number })),
  denied: list(text),
  errors: list(text),
});

/** Reads an account file through the same allow-list as the output of the AWS CLI. */
export function readSnapshot(file: string, document: Document): Reading {
  if (document['version'] !== version) {
    return noted(
      'problem',
      file,
      `${file} is an account file of version ${String(document['version'])}; this page reads version ${version}. Make the file again.`,
    );
  }
  const result = frame.safeParse(document);
  if (!result.success) return noted('problem', file, `${file} was refused: ${refusalOf(result.error, 'the file')}.`);
  const { data } = result;
  const parts = places.map(({ group, key, shape }) => readList(file, shape, `${group}.${key}`, data[group]?.[key] ?? []));
  const notices: Notice[] = [
    ...(data.limits ?? []).map(({ what = 'resources', shown = 0, found = 0 }) => `${file} holds ${shown} of ${found} ${what}.`),
    ...(data.denied ?? []).map((action) => `${file} lacks what ${action} shows: the permission was denied.`),
    ...(data.errors ?? []).map((error) => `While ${file} was made: ${error}`),
  ].map((text) => ({ kind: 'failure', file, text }));
  const whole = merged([...parts, { objects: [], notices }]);
  const silent = whole.objects.length === 0 && whole.notices.length === 0;
  return silent ? noted('ignored', file, `${file} was ignored: it is an account file with nothing in it.`) : whole;
}
