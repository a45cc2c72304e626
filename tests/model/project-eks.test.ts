import { describe, expect, it } from 'vitest';
import type { ApiObject } from '../../src/model/api-object.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Kind } from '../../src/model/kind.ts';
import { podWord } from '../../src/model/eks/pod-word.ts';
import { project } from '../../src/model/project.ts';
import { allProjectors } from '../../src/model/projectors.ts';
import type { Resource } from '../../src/model/resource.ts';
import { accessProjectors } from '../../src/model/project-access.ts';
import { eksProjectors } from '../../src/model/project-eks.ts';
import { networkPolicyProjectors } from '../../src/model/project-network-policy.ts';
import { serviceProjectors } from '../../src/model/project-service.ts';
import { nodeGroupProjectors } from '../../src/model/project-node-group.ts';
import { toneOf } from '../../src/model/status.ts';

const status = (containers: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
  status: { phase: 'Running', containerStatuses: containers, ...more },
});
const waiting = (reason: string): JsonObject => ({ name: 'a', state: { waiting: { reason } } });
const running: JsonObject = { name: 'b', ready: true, state: { running: {} } };
const ended = (exitCode: number, more: JsonObject = {}): JsonObject => ({ name: 'a', state: { terminated: { exitCode, ...more } } });
const ready: JsonObject = { conditions: [{ type: 'Ready', status: 'True' }] };

describe('the word for a pod is the one that kubectl prints', () => {
  it.each<[string, JsonObject]>([
    ['Pending', { status: { phase: 'Pending' } }],
    ['Running', status([running], ready)],
    ['CrashLoopBackOff', status([waiting('CrashLoopBackOff'), running])],
    ['Error', status([ended(1, { reason: 'Error' })])],
    ['ExitCode:3', status([ended(3)])],
    ['Signal:9', status([ended(137, { signal: 9 })])],
    ['Completed', status([ended(0, { reason: 'Completed' })])],
    ['Running', status([ended(0, { reason: 'Completed' }), running], ready)],
    ['NotReady', status([ended(0, { reason: 'Completed' }), running])],
    ['Evicted', { status: { phase: 'Failed', reason: 'Evicted' } }],
    ['Terminating', { metadata: { deletionTimestamp: '2026-11-23T09:00:30Z' }, ...status([running], ready) }],
    [
      'Init:0/2',
      {
        spec: { initContainers: [{ name: 'i' }, { name: 'j' }] },
        status: { phase: 'Pending', initContainerStatuses: [{ name: 'i', state: { running: {} } }] },
      },
    ],
    [
      'Init:Error',
      {
        spec: { initContainers: [{ name: 'i' }] },
        status: { phase: 'Pending', initContainerStatuses: [{ ...ended(1, { reason: 'Error' }), name: 'i' }] },
      },
    ],
  ])('%s', (word, body) => {
    expect(podWord(body)).toBe(word);
  });
});

const idOf: Readonly<Partial<Record<Kind, string>>> = {
  'eks-cluster': 'arn:aws:eks:eu-west-1:111122223333:cluster/shop',
  'k8s-pod': 'k8s:shop/Pod/default/web-64c6c544f-x2kqp',
};

const objectOf = (kind: Kind, body: JsonObject): ApiObject => ({ id: idOf[kind] ?? `k8s:shop/Any/default/web`, kind, body });

const first = (object: ApiObject): Resource => {
  const [resource] = project(object, allProjectors).resources;
  if (resource === undefined) throw new Error(`Nothing was read from ${object.id}.`);
  return resource;
};

const kinds = Object.keys({
  ...eksProjectors,
  ...accessProjectors,
  ...nodeGroupProjectors,
  ...networkPolicyProjectors,
  ...serviceProjectors,
}) as readonly Kind[]; // keys of a record by kind

describe('an object of an account', () => {
  it.each(kinds)('of kind %s is read though every field is missing', (kind) => {
    const resource = first(objectOf(kind, {}));
    expect(resource).toMatchObject({ id: objectOf(kind, {}).id, kind });
    expect(resource.name).not.toBe('');
  });

  it.each(kinds)('of kind %s is read though its fields have other shapes', (kind) => {
    const odd = { metadata: [], spec: 'none', status: null, health: 3, scalingConfig: 'x', instanceTypes: {} };
    expect(first(objectOf(kind, odd)).id).toBe(objectOf(kind, odd).id);
  });

  it('that is a cluster brings the parts of its control plane along', () => {
    const { resources } = project(objectOf('eks-cluster', { name: 'shop', status: 'UPDATING' }), allProjectors);
    expect(resources.map(({ kind, status: word }) => `${kind} ${word}`)).toEqual([
      'eks-cluster UPDATING',
      'eks-endpoint UPDATING',
      'k8s-api-server UPDATING',
      'k8s-etcd UPDATING',
      'k8s-deployment-controller UPDATING',
      'k8s-replica-set-controller UPDATING',
      'k8s-endpoint-slice-controller UPDATING',
      'k8s-job-controller UPDATING',
      'k8s-scheduler UPDATING',
      'k8s-node-lifecycle-controller UPDATING',
    ]);
  });

  it('that is an EndpointSlice counts its addresses by their conditions, and leads to their pods', () => {
    const endpoint = (name: string, ready: boolean, serving: boolean, terminating: boolean) => ({
      addresses: [`10.0.1.${name.length}`],
      conditions: { ready, serving, terminating },
      targetRef: { kind: 'Pod', namespace: 'default', name },
    });
    const object = objectOf('k8s-endpoint-slice', {
      metadata: { name: 'web-x2kqp', namespace: 'default', ownerReferences: [{ kind: 'Service', name: 'web', controller: true }] },
      endpoints: [endpoint('a', true, true, false), endpoint('bb', false, false, false), endpoint('ccc', false, true, true)],
    });
    expect(first(object).details).toEqual({
      clause: '1 of 3 ready, 1 terminating',
      ready: 1,
      notReady: 1,
      terminating: 1,
      endpoints: ['10.0.1.1: ready', '10.0.1.2: not ready', '10.0.1.3: terminating, serving'],
    });
    const { relations } = project(object, allProjectors);
    expect(relations.get(object.id)?.map(({ to, kind }) => `${kind} ${to}`)).toEqual([
      'owned-by k8s:shop/Service/default/web',
      'routes-to k8s:shop/Pod/default/a',
      'routes-to k8s:shop/Pod/default/bb',
      'routes-to k8s:shop/Pod/default/ccc',
    ]);
  });

  it('that is a pod has a short name, its node, its owner and its containers', () => {
    const object = objectOf('k8s-pod', {
      metadata: {
        name: 'web-64c6c544f-x2kqp',
        namespace: 'default',
        labels: { 'pod-template-hash': '64c6c544f' },
        ownerReferences: [{ kind: 'ReplicaSet', name: 'web-64c6c544f', controller: true }],
      },
      spec: { nodeName: 'ip-10-0-1-12', containers: [{ name: 'web', image: 'web:7' }] },
      ...status([{ name: 'web', ready: true, restartCount: 2, state: { running: { startedAt: '2026-11-23T09:00:00Z' } } }], ready),
    });
    expect(first(object)).toMatchObject({
      name: 'web-64-x2kqp',
      status: 'Running',
      health: 'Ready',
      details: { clause: 'ready, 2 restarts' },
    });
    const { relations, resources } = project(object, allProjectors);
    expect(relations.get(object.id)).toEqual([
      { from: object.id, to: 'k8s:shop/ReplicaSet/default/web-64c6c544f', kind: 'owned-by' },
      { from: object.id, to: 'k8s:shop/Node//ip-10-0-1-12', kind: 'runs-on' },
    ]);
    expect(resources[1]).toMatchObject({ kind: 'k8s-container', status: 'Running', details: { image: 'web:7', restarts: 2 } });
  });

  it('that is a pod has its containers in the order in which they start', () => {
    const spec = { initContainers: [{ name: 'migrate' }, { name: 'proxy', restartPolicy: 'Always' }], containers: [{ name: 'app' }] };
    const [, ...containers] = project(objectOf('k8s-pod', { spec }), allProjectors).resources;
    expect(containers.map(({ name, order }) => [name, order])).toEqual([
      ['migrate', 0],
      ['proxy', 1],
      ['app', 2],
    ]);
  });

  it('that is a namespace names a Pod Security level where it enforces one, and else says nothing', () => {
    const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
    expect(first(objectOf('k8s-namespace', { metadata: { labels } })).details).toEqual({ clause: 'enforces restricted' });
    expect(first(objectOf('k8s-namespace', { metadata: {} })).details).toEqual({});
  });

  it('that is an access entry says what it gives, and says so when that is nothing', () => {
    expect(first(objectOf('eks-access-entry', { kubernetesGroups: ['leads'] })).details['clause']).toBe('group leads');
    expect(first(objectOf('eks-access-entry', {})).details['clause']).toBe('no group, no policy');
  });

  it('that is a tried connection goes on after its status with the reason', () => {
    const { details, text } = first(objectOf('network-flow', { allowed: true, because: 'No policy isolates either end.' }));
    expect(details['clause']).toBe('no policy isolates either end');
    expect(text).toBe('No policy isolates either end.');
  });
});

describe('the tone of a pod', () => {
  it.each([
    ['leaving', 'Running', 'Terminating'],
    ['failed', 'Pending', 'ImagePullBackOff'],
    ['failed', 'Running', 'CrashLoopBackOff'],
    ['starting', 'Pending', 'ContainerCreating'],
  ])('is %s when it is %s and %s', (tone, word, reason) => {
    expect(toneOf({ kind: 'k8s-pod', status: word, reason })).toBe(tone);
  });
});
