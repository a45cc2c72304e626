import type { ApiObject } from '../api-object.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Projected } from '../project.ts';
import { nameOf, ownedBy, scopeOf, shortName, siblingId, templateHashOf } from './kubernetes-scope.ts';
import { podWord } from './pod-word.ts';
import { at, conditionIn, listAt, numberAt, present, textAt } from './read.ts';

/** A Pod and its containers, in the order in which the kubelet starts them. */
export function projectPod(object: ApiObject): readonly Projected[] {
  const initContainers = listAt(object.body, 'spec', 'initContainers').map((one, order) =>
    containerResource(
      object,
      one,
      order,
      'initContainerStatuses',
      textAt(one, 'restartPolicy') === 'Always' ? 'sidecar' : 'init container',
    ),
  );
  const containers = listAt(object.body, 'spec', 'containers').map((one, i) =>
    containerResource(object, one, initContainers.length + i, 'containerStatuses'),
  );
  return [podResource(object), ...initContainers, ...containers];
}

function podResource(object: ApiObject): Projected {
  const { id, body } = object;
  const status = textAt(body, 'status', 'phase') ?? 'Unknown';
  const reason = reasonOf(body, status);
  const node = textAt(body, 'spec', 'nodeName');
  const isReady = textAt(conditionIn(body, 'Ready'), 'status') === 'True';
  const statuses = allStatuses(body);
  const restarts = statuses.reduce<number>((total, one) => total + (numberAt(one, 'restartCount') ?? 0), 0);
  const resource = {
    id,
    kind: 'k8s-pod' as const,
    name: shortName(nameOf(object), templateHashOf(object)),
    scope: scopeOf(object),
    status,
    health: isReady ? 'Ready' : 'NotReady',
    ...present({ reason, text: textOf(body), since: sinceOf(body), createdAt: textAt(body, 'metadata', 'creationTimestamp') }),
    details: {
      fullName: nameOf(object),
      clause: clauseOf(status, node, isReady, restarts),
      restarts,
      ...present({
        node,
        image: textAt(listAt(body, 'spec', 'containers')[0], 'image'),
        ip: textAt(body, 'status', 'podIP'),
        deletionTimestamp: textAt(body, 'metadata', 'deletionTimestamp'),
      }),
    },
  };
  const placed = node === undefined ? [] : [{ to: siblingId(object, 'Node', '', node), kind: 'runs-on' as const }];
  return { resource, relations: [...ownedBy(object), ...placed] };
}

const allStatuses = (body: JsonObject): readonly Json[] => [
  ...listAt(body, 'status', 'initContainerStatuses'),
  ...listAt(body, 'status', 'containerStatuses'),
];

/** Why a pod has failed as a whole; else kubectl's word where it says more than the phase; Unschedulable for a pod that the scheduler found no node for. */
function reasonOf(body: JsonObject, phase: string): string | undefined {
  const failure = phase === 'Failed' ? textAt(body, 'status', 'reason') : undefined;
  if (failure !== undefined) return failure;
  const word = podWord(body);
  if (word !== phase) return word;
  const scheduled = conditionIn(body, 'PodScheduled');
  return textAt(scheduled, 'status') === 'False' ? textAt(scheduled, 'reason') : undefined;
}

function textOf(body: JsonObject): string | undefined {
  const said = allStatuses(body).map((one) => textAt(one, 'state', 'waiting', 'message') ?? textAt(one, 'state', 'terminated', 'message'));
  const scheduled = textAt(conditionIn(body, 'PodScheduled'), 'message');
  return (
    textAt(body, 'status', 'message') ?? said.find((one) => one !== undefined) ?? scheduled ?? textAt(conditionIn(body, 'Ready'), 'message')
  );
}

/** When the pod last changed: it was marked for deletion, or a condition turned. */
function sinceOf(body: JsonObject): string | undefined {
  const deletion = textAt(body, 'metadata', 'deletionTimestamp');
  if (deletion !== undefined && !Number.isNaN(Date.parse(deletion))) {
    const grace = numberAt(body, 'metadata', 'deletionGracePeriodSeconds') ?? 0;
    return new Date(Date.parse(deletion) - grace * 1000).toISOString();
  }
  const turned = listAt(body, 'status', 'conditions').flatMap((one) => textAt(one, 'lastTransitionTime') ?? []);
  return turned.sort().at(-1) ?? textAt(body, 'metadata', 'creationTimestamp');
}

function clauseOf(phase: string, node: string | undefined, isReady: boolean, restarts: number): string {
  if (node === undefined) return 'no node yet';
  if (phase === 'Pending') return `on ${node.split('.')[0] ?? node}`;
  return standing(isReady, restarts);
}

function standing(isReady: boolean, restarts: number): string {
  const again = restarts === 0 ? '' : restarts === 1 ? ', 1 restart' : `, ${restarts} restarts`;
  return `${isReady ? 'ready' : 'not ready'}${again}`;
}

const states = { waiting: 'Waiting', running: 'Running', terminated: 'Terminated' } as const;

function containerResource(object: ApiObject, container: Json, order: number, list: string, role?: string): Projected {
  const name = textAt(container, 'name') ?? 'container';
  const status = listAt(object.body, 'status', list).find((one) => textAt(one, 'name') === name);
  const state = (['waiting', 'running', 'terminated'] as const).find((one) => at(status, 'state', one) !== undefined) ?? 'waiting';
  const now = at(status, 'state', state);
  const restarts = numberAt(status, 'restartCount') ?? 0;
  const resource = {
    id: `${object.id}#${name}`,
    kind: 'k8s-container' as const,
    name,
    scope: scopeOf(object),
    status: states[state],
    health: at(status, 'ready') === true ? 'Ready' : 'NotReady',
    order,
    ...present({
      reason: textAt(now, 'reason'),
      text: textAt(now, 'message'),
      since: textAt(now, 'startedAt') ?? textAt(now, 'finishedAt'),
      createdAt: textAt(object.body, 'metadata', 'creationTimestamp'),
    }),
    details: {
      restarts,
      clause: [...(role === undefined ? [] : [role]), standing(at(status, 'ready') === true, restarts)].join(', '),
      ...present({
        role,
        image: textAt(container, 'image'),
        exitCode: numberAt(now, 'exitCode') ?? numberAt(status, 'lastState', 'terminated', 'exitCode'),
        cpu: textAt(container, 'resources', 'requests', 'cpu'),
        memory: textAt(container, 'resources', 'requests', 'memory'),
      }),
    },
  };
  return { resource, relations: [{ to: object.id, kind: 'part-of' }] };
}
