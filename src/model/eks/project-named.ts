import type { ApiObject } from '../api-object.ts';
import type { Kind } from '../kind.ts';
import type { Projected } from '../project.ts';
import { nameOf, scopeOf } from './kubernetes-scope.ts';
import { present, textAt } from './read.ts';

/** What has no status of its own is there, and that is all: Kubernetes prints none for it. */
export const THERE = 'Active';

/** Reads an object of a kind of which the name says most. */
export const projectNamed =
  (kind: Kind, clause: (object: ApiObject) => string | undefined, relations: (object: ApiObject) => Projected['relations'] = () => []) =>
  (object: ApiObject): readonly Projected[] => [
    {
      resource: {
        id: object.id,
        kind,
        name: nameOf(object),
        scope: scopeOf(object),
        status: textAt(object.body, 'status', 'phase') ?? THERE,
        ...present({ createdAt: textAt(object.body, 'metadata', 'creationTimestamp') }),
        details: present({ clause: clause(object) }),
      },
      relations: relations(object),
    },
  ];

const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** A Namespace, with the Pod Security level that it enforces, if it enforces one. */
export const projectNamespace = projectNamed('k8s-namespace', ({ body }) => {
  const level = textAt(body, 'metadata', 'labels', ENFORCE);
  return level === undefined ? undefined : `enforces ${level}`;
});
