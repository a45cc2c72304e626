import * as apps from 'kubernetes-models/apps/v1';
import * as authorization from 'kubernetes-models/authorization.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import * as rbac from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import * as core from 'kubernetes-models/v1';
import { describe, expect, it } from 'vitest';
import type { ApiObject } from '../../src/model/api-object.ts';
import { textAt } from '../../src/model/eks/read.ts';
import { beginRun, extendTo, momentAt } from '../../src/simulation/engine/run.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';

/** The validators of the published schemas, by the Kubernetes name of a kind. */
const models: Readonly<Record<string, new (body: never) => { readonly validate: () => void }>> = {
  Pod: core.Pod,
  Node: core.Node,
  Namespace: core.Namespace,
  ServiceAccount: core.ServiceAccount,
  Deployment: apps.Deployment,
  ReplicaSet: apps.ReplicaSet,
  DaemonSet: apps.DaemonSet,
  PodDisruptionBudget: policy.PodDisruptionBudget,
  Role: rbac.Role,
  ClusterRole: rbac.ClusterRole,
  RoleBinding: rbac.RoleBinding,
  ClusterRoleBinding: rbac.ClusterRoleBinding,
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

const scenarios = Object.values(import.meta.glob<Scenario>('/diagrams/eks-*/scenario.ts', { import: 'default', eager: true }));

describe.each(scenarios.map((scenario) => ({ scenario, id: scenario.id })))('every Kubernetes object of $id', ({ scenario }) => {
  it('is, at each moment of the walkthrough, one that the published schema of its kind allows', () => {
    const run = extendTo(beginRun(scenario), scenario.horizon);
    const objects = new Set<ApiObject>();
    for (let index = 0; index < run.length; index += 1) {
      const { world, changed } = momentAt(run, index);
      for (const object of changed.flatMap((id) => world.objects.get(id) ?? []))
        if (object.id.startsWith('k8s:') && 'apiVersion' in object.body) objects.add(object);
    }
    expect(objects.size).toBeGreaterThan(10);
    expect([...objects].flatMap((object) => flawOf(object) ?? []).slice(0, 3)).toEqual([]);
  });
});

it('a pod without containers is none', () => {
  expect(
    flawOf({ id: 'k8s:a/Pod/b/c', kind: 'k8s-pod', body: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'c' }, spec: {} } }),
  ).toContain('containers');
});
