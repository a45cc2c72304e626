import * as apps from 'kubernetes-models/apps/v1';
import * as authorization from 'kubernetes-models/authorization.k8s.io/v1';
import * as discovery from 'kubernetes-models/discovery.k8s.io/v1';
import * as batch from 'kubernetes-models/batch/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import * as rbac from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import * as core from 'kubernetes-models/v1';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiObject } from '../../src/model/api-object.ts';
import { textAt } from '../../src/model/eks/read.ts';
import type { Run } from '../../src/simulation/engine/run.ts';
import { beginRun, extendTo, lastMoment, momentAt } from '../../src/simulation/engine/run.ts';
import { drawsUpTo, eksScenarios, readAlong } from './reader.ts';

/** How long a run goes on after the last deed. */
const AFTERWARDS = 120_000;

/** The validators of the published schemas, by the Kubernetes name of a kind. */
const models: Readonly<Record<string, new (body: never) => { readonly validate: () => void }>> = {
  Pod: core.Pod,
  Node: core.Node,
  Namespace: core.Namespace,
  ServiceAccount: core.ServiceAccount,
  Deployment: apps.Deployment,
  ReplicaSet: apps.ReplicaSet,
  DaemonSet: apps.DaemonSet,
  Job: batch.Job,
  PodDisruptionBudget: policy.PodDisruptionBudget,
  Role: rbac.Role,
  ClusterRole: rbac.ClusterRole,
  RoleBinding: rbac.RoleBinding,
  ClusterRoleBinding: rbac.ClusterRoleBinding,
  NetworkPolicy: networking.NetworkPolicy,
  Service: core.Service,
  EndpointSlice: discovery.EndpointSlice,
  SubjectAccessReview: authorization.SubjectAccessReview,
};

/** Why an object is none of its kind, by the schema; undefined when it is. */
function flawOf({ id, body }: ApiObject): string | undefined {
  const Model = models[textAt(body, 'kind') ?? ''];
  if (Model === undefined) return `${id}: there is no validator for this kind; add it to this test.`;
  try {
    new Model(body as never).validate(); // whether it is one is what the validator finds out
    return undefined;
  } catch (error) {
    return `${id}: ${String(error)}`;
  }
}

/** Each Kubernetes object that a run ever held. */
function objectsOf(run: Run): ReadonlySet<ApiObject> {
  const objects = new Set<ApiObject>();
  for (let index = 0; index < run.length; index += 1) {
    const { world, changed } = momentAt(run, index);
    for (const object of changed.flatMap((id) => world.objects.get(id) ?? []))
      if (object.id.startsWith('k8s:') && 'apiVersion' in object.body) objects.add(object);
  }
  return objects;
}

/** What the published schemas find wrong in a run; the first of it is enough. */
const flawsOf = (objects: Iterable<ApiObject>): readonly string[] => [...objects].flatMap((object) => flawOf(object) ?? []).slice(0, 3);

describe.each(eksScenarios.map((scenario) => ({ scenario, id: scenario.id })))('every Kubernetes object of $id', ({ scenario }) => {
  it('is, at each moment of the walkthrough, one that the published schema of its kind allows', () => {
    const objects = objectsOf(extendTo(beginRun(scenario), scenario.horizon));
    expect(objects.size).toBeGreaterThan(10);
    expect(flawsOf(objects)).toEqual([]);
  });

  it('is such a one whatever a reader does', () => {
    fc.assert(
      fc.property(drawsUpTo(6), (draws) => {
        const deeds = readAlong(scenario, draws, scenario.horizon);
        expect(flawsOf(objectsOf(extendTo(deeds, lastMoment(deeds).world.time + AFTERWARDS)))).toEqual([]);
      }),
      { numRuns: Math.ceil(40 / eksScenarios.length), seed: 20261124 },
    );
  }, 120_000);
});

it('a pod without containers is none', () => {
  expect(
    flawOf({ id: 'k8s:a/Pod/b/c', kind: 'k8s-pod', body: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'c' }, spec: {} } }),
  ).toContain('containers');
});
