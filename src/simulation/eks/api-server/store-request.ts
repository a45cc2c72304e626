import type { ApiObject } from '../../../model/api-object.ts';
import { isObject } from '../../../model/eks/read.ts';
import type { Id, JsonObject } from '../../../model/json.ts';
import type { Effect } from '../../engine/effect.ts';
import { begin, end, put, remove, send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { hexId, isoTime } from '../../engine/world.ts';
import { nameIn, partOf } from '../identity.ts';
import { withCondition } from '../objects.ts';
import { evictionOf, refusalTo } from '../disruption/evict-pod.ts';
import { podBehaviour } from '../kubelet/pod-kind.ts';
import type { ApiRequest, Change } from '../requests.ts';
import { find, typed } from '../store.ts';
import { admitPod } from './admit.ts';
import type { Deed } from './watchers.ts';
import { tellWatchers } from './watchers.ts';

/** The kinds whose `metadata.generation` counts the changes of their spec. */
const counted = new Set(['k8s-deployment', 'k8s-replica-set', 'k8s-daemon-set', 'k8s-job', 'k8s-pod-disruption-budget']);

/** What a Service lives by, where a world has kube-proxy. */
const PROXIED = 'k8s-service';

/** What the API server does about a request: stores the object under a new resourceVersion and tells who watches it. */
export function storeRequest(world: World, request: ApiRequest, revision: number): readonly Effect[] {
  switch (request.type) {
    case 'object.create':
      return world.objects.has(request.object.id) ? [] : create(world, request.object, revision);
    case 'object.patch': {
      const object = world.objects.get(request.id);
      return object === undefined ? [] : change(world, object, request.change, revision, 'changed');
    }
    case 'pod.bind':
      return bind(world, request.id, request.nodeName, revision);
    case 'pod.evict':
      return evicted(world, request.id, request.by, revision);
    case 'object.delete':
      return discard(world, request.id, request.graceSeconds, revision);
  }
}

const uid = (world: World, key: string): string =>
  hexId(world, `uid ${key}`, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');

const metadataOf = (object: ApiObject): JsonObject => section(object.body, 'metadata');

function section(body: JsonObject, name: string): JsonObject {
  const value = body[name];
  return isObject(value) ? value : {};
}

function store(world: World, object: ApiObject, revision: number, deed: Deed): readonly Effect[] {
  const body = { ...object.body, metadata: { ...metadataOf(object), resourceVersion: `${revision}` } };
  const stored = { ...object, body };
  return [
    put(stored),
    send(partOf(world, 'etcd'), { type: 'revision.written' }, `revision ${revision}: ${nameIn(object.id)}`),
    ...tellWatchers(world, stored, deed),
  ];
}

function create(world: World, wanted: ApiObject, revision: number): readonly Effect[] {
  const object = world.domain.admit?.(wanted, world) ?? wanted;
  const pod = typed('Pod', object);
  const body = pod === undefined ? object.body : admitPod(pod.body);
  const metadata = {
    ...metadataOf(object),
    uid: uid(world, `${object.id} ${revision}`),
    creationTimestamp: isoTime(world),
    ...(counted.has(object.kind) ? { generation: 1 } : {}),
  };
  return [
    ...store(world, { ...object, body: { ...body, metadata } }, revision, 'created'),
    ...(pod === undefined ? [] : [begin(object.id, podBehaviour(world, pod.body))]),
    ...(object.kind === PROXIED && PROXIED in world.domain.behaviours ? [begin(object.id, PROXIED)] : []),
  ];
}

/** The section with some fields changed; itself when they were so already. */
function merged(before: JsonObject, fields: JsonObject = {}): JsonObject {
  const news = Object.entries(fields).filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value));
  return news.length === 0 ? before : { ...before, ...Object.fromEntries(news) };
}

function change(world: World, object: ApiObject, wanted: Change, revision: number, deed: Deed): readonly Effect[] {
  const before = { metadata: metadataOf(object), spec: section(object.body, 'spec'), status: section(object.body, 'status') };
  const spec = merged(before.spec, wanted.spec);
  const status = merged(before.status, wanted.status);
  const metadata = merged(before.metadata, wanted.metadata);
  const whole = merged(object.body, wanted.endpoints === undefined ? {} : { endpoints: wanted.endpoints });
  const isNew = spec !== before.spec || status !== before.status || metadata !== before.metadata || whole !== object.body;
  if (!isNew) return []; // nothing new is not stored
  if (isAtItsEnd(metadata)) return gone(world, { ...object, body: { ...object.body, metadata, status } });
  const { generation } = metadata;
  const next = spec !== before.spec && typeof generation === 'number' ? { ...metadata, generation: generation + 1 } : metadata;
  const sections = Object.fromEntries(
    Object.entries({ spec, status }).filter(([name, value]) => name in object.body || Object.keys(value).length > 0),
  );
  return store(world, { ...object, body: { ...whole, metadata: next, ...sections } }, revision, deed);
}

function bind(world: World, id: Id, nodeName: string, revision: number): readonly Effect[] {
  const object = world.objects.get(id);
  const pod = find(world, 'Pod', id)?.body;
  if (object === undefined || pod === undefined || pod.spec.nodeName !== undefined) return [];
  if (pod.metadata.deletionTimestamp !== undefined) return [];
  const conditions = withCondition(pod.status?.conditions, { type: 'PodScheduled', status: 'True' }, isoTime(world));
  return change(world, object, { spec: { nodeName }, status: { conditions } }, revision, 'bound');
}

/** The eviction subresource: uses up a disruption of the budget, marks the pod as disrupted, and deletes it. */
function evicted(world: World, id: Id, by: Id | undefined, revision: number): readonly Effect[] {
  const reply = evictionOf(world, id);
  const object = world.objects.get(id);
  const pod = find(world, 'Pod', id)?.body;
  if (object === undefined || pod === undefined || reply === undefined) return [];
  if (!reply.allowed) return by === undefined ? [] : [refusalTo(by, id, reply)];
  const budget = reply.uses === undefined ? undefined : world.objects.get(reply.uses.id);
  const counted =
    budget === undefined || reply.uses === undefined ? [] : change(world, budget, { status: reply.uses.status }, revision, 'changed');
  const target = { type: 'DisruptionTarget', status: 'True', reason: 'EvictionByEvictionAPI', message: 'Eviction API: evicting' };
  const conditions = withCondition(pod.status?.conditions, target, isoTime(world));
  const marked = { ...object, body: { ...object.body, status: { ...section(object.body, 'status'), conditions } } };
  return [...counted, ...discardObject(world, marked, undefined, revision)];
}

function discard(world: World, id: Id, graceSeconds: number | undefined, revision: number): readonly Effect[] {
  const object = world.objects.get(id);
  return object === undefined ? [] : discardObject(world, object, graceSeconds, revision);
}

/** Deletes an object, or marks it where its containers have to end first, or somebody wants to see its end. */
function discardObject(world: World, object: ApiObject, graceSeconds: number | undefined, revision: number): readonly Effect[] {
  const pod = typed('Pod', object)?.body;
  const metadata = metadataOf(object);
  const grace = pod?.spec.nodeName === undefined ? 0 : (graceSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 0);
  if (grace === 0 && !isHeld(metadata)) return gone(world, object);
  const { deletionTimestamp } = metadata;
  if (grace > 0 && deletionTimestamp !== undefined) return [];
  const mark = { deletionTimestamp: deletionTimestamp ?? isoTime(world, grace * 1000), deletionGracePeriodSeconds: grace };
  return change(world, object, { metadata: mark }, revision, 'marked');
}

const isHeld = ({ finalizers }: JsonObject): boolean => Array.isArray(finalizers) && finalizers.length > 0;

/** Whether nothing keeps an object any more that was to be deleted. */
const isAtItsEnd = (metadata: JsonObject): boolean => metadata['deletionGracePeriodSeconds'] === 0 && !isHeld(metadata);

const gone = (world: World, object: ApiObject): readonly Effect[] => [
  remove(object.id),
  end(object.id),
  ...tellWatchers(world, object, 'removed'),
];
