import type { ApiObject } from '../api-object.ts';
import type { Json } from '../json.ts';
import type { Projected } from '../project.ts';
import { nameOf, ownedBy, scopeOf, siblingId } from './kubernetes-scope.ts';
import { at, isObject, listAt, numberAt, present, textAt } from './read.ts';

/** Labels as kubectl prints a selector. */
function wordsOf(labels: Json | undefined): string | undefined {
  const words = Object.entries(isObject(labels) ? labels : {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${name}=${value}`] : [],
  );
  return words.length === 0 ? undefined : words.join(',');
}

/** A Service: the address that stays, and the labels by which it chooses its pods. Kubernetes prints no status for it. */
export function projectService(object: ApiObject): readonly Projected[] {
  const { id, body } = object;
  const [first] = listAt(body, 'spec', 'ports');
  const port = numberAt(first, 'port');
  const clusterIP = textAt(body, 'spec', 'clusterIP');
  const selector = wordsOf(at(body, 'spec', 'selector'));
  const address = [clusterIP, port].filter((part) => part !== undefined).join(':');
  const resource = {
    id,
    kind: 'k8s-service' as const,
    name: nameOf(object),
    scope: scopeOf(object),
    status: 'Active',
    ...present({ createdAt: textAt(body, 'metadata', 'creationTimestamp') }),
    details: {
      clause: [address, selector && `to pods with ${selector}`].filter((part) => part !== undefined && part !== '').join(' '),
      type: textAt(body, 'spec', 'type') ?? 'ClusterIP',
      ...present({ clusterIP, port, targetPort: numberAt(first, 'targetPort'), selector }),
    },
  };
  return [{ resource, relations: [] }];
}

/** What the conditions of an endpoint say, in one word or two. */
function wordFor(endpoint: Json): string {
  const is = (name: string): boolean => at(endpoint, 'conditions', name) === true;
  if (is('terminating')) return is('serving') ? 'terminating, serving' : 'terminating';
  return is('ready') ? 'ready' : 'not ready';
}

/** An EndpointSlice: how many of its addresses are ready, and which pods they are of. */
export function projectEndpointSlice(object: ApiObject): readonly Projected[] {
  const { id, body } = object;
  const endpoints = listAt(body, 'endpoints');
  const words = endpoints.map(wordFor);
  const number = (word: string): number => words.filter((one) => one.startsWith(word)).length;
  const [ready, terminating] = [number('ready'), number('terminating')];
  const resource = {
    id,
    kind: 'k8s-endpoint-slice' as const,
    name: nameOf(object),
    scope: scopeOf(object),
    status: 'Active',
    ...present({ createdAt: textAt(body, 'metadata', 'creationTimestamp') }),
    details: {
      clause: `${ready} of ${endpoints.length} ready${terminating === 0 ? '' : `, ${terminating} terminating`}`,
      ready,
      notReady: number('not ready'),
      terminating,
      endpoints: endpoints.map((one, index) => `${textAt(listAt(one, 'addresses')[0]) ?? ''}: ${words[index] ?? ''}`),
    },
  };
  const pods = endpoints.flatMap((one) => {
    const name = textAt(one, 'targetRef', 'name');
    return name === undefined ? [] : [siblingId(object, 'Pod', textAt(one, 'targetRef', 'namespace') ?? '', name)];
  });
  return [{ resource, relations: [...ownedBy(object), ...pods.map((to) => ({ to, kind: 'routes-to' as const }))] }];
}
