import type { ApiObject } from '../api-object.ts';
import type { JsonObject } from '../json.ts';
import type { Projected } from '../project.ts';
import { nameOf, ownedBy, scopeOf, shortName, templateHashOf } from './kubernetes-scope.ts';
import { conditionIn, listAt, numberAt, present, textAt } from './read.ts';

const REVISION = 'deployment.kubernetes.io/revision';

/** The number of the rollout; absent where the annotation is. */
function revisionOf(body: JsonObject): number | undefined {
  const revision = Number(textAt(body, 'metadata', 'annotations', REVISION) ?? Number.NaN);
  return Number.isNaN(revision) ? undefined : revision;
}

function templateDetails(body: JsonObject) {
  const [container] = listAt(body, 'spec', 'template', 'spec', 'containers');
  return present({
    image: textAt(container, 'image'),
    cpu: textAt(container, 'resources', 'requests', 'cpu'),
    memory: textAt(container, 'resources', 'requests', 'memory'),
    readinessProbe: textAt(container, 'readinessProbe', 'httpGet', 'path'),
    revision: revisionOf(body),
  });
}

/** A Deployment: how its rollout stands, in the words of Kubernetes' own page about Deployments. */
export function projectDeployment(object: ApiObject): readonly Projected[] {
  const { id, body } = object;
  const progressing = conditionIn(body, 'Progressing');
  const available = conditionIn(body, 'Available');
  const wanted = numberAt(body, 'spec', 'replicas') ?? 1;
  const count = (field: string): number => numberAt(body, 'status', field) ?? 0;
  const isSeen = (numberAt(body, 'status', 'observedGeneration') ?? 0) >= (numberAt(body, 'metadata', 'generation') ?? 0);
  const isComplete = isSeen && ['replicas', 'updatedReplicas', 'availableReplicas'].every((field) => count(field) === wanted);
  const hasFailed = textAt(progressing, 'status') === 'False';
  const isAvailable = textAt(available, 'status') === 'True';
  const saying = hasFailed ? progressing : isAvailable ? undefined : available;
  const resource = {
    id,
    kind: 'k8s-deployment' as const,
    name: nameOf(object),
    scope: scopeOf(object),
    status: hasFailed ? 'Failed' : isComplete ? 'Complete' : 'Progressing',
    health: isAvailable ? 'Available' : 'Unavailable',
    ...present({
      reason: textAt(saying, 'reason'),
      text: textAt(saying ?? progressing, 'message'),
      since: textAt(saying ?? progressing, 'lastTransitionTime'),
      createdAt: textAt(body, 'metadata', 'creationTimestamp'),
    }),
    details: {
      clause: `${wanted} wanted, ${count('updatedReplicas')} updated, ${count('availableReplicas')} available`,
      wanted,
      updated: count('updatedReplicas'),
      ready: count('readyReplicas'),
      available: count('availableReplicas'),
      ...templateDetails(body),
      ...present({ progress: textAt(progressing, 'reason') }),
    },
  };
  return [{ resource, relations: ownedBy(object) }];
}

/** A ReplicaSet. Kubernetes has no word for its state, only counts; the words here say how the counts compare. */
export function projectReplicaSet(object: ApiObject): readonly Projected[] {
  const { id, body } = object;
  const wanted = numberAt(body, 'spec', 'replicas') ?? 1;
  const pods = numberAt(body, 'status', 'replicas') ?? 0;
  const ready = numberAt(body, 'status', 'readyReplicas') ?? 0;
  const { image, ...others } = templateDetails(body);
  const resource = {
    id,
    kind: 'k8s-replica-set' as const,
    name: shortName(nameOf(object), templateHashOf(object)),
    scope: scopeOf(object),
    status: pods !== wanted ? 'Scaling' : wanted === 0 ? 'Empty' : 'Settled',
    ...present({ createdAt: textAt(body, 'metadata', 'creationTimestamp') }),
    details: {
      fullName: nameOf(object),
      clause: wanted === 0 && pods === 0 ? `${image ?? 'kept'}, for an undo` : `${image ?? 'template'}: ${wanted} wanted, ${ready} ready`,
      wanted,
      pods,
      ready,
      ...present({ image }),
      ...others,
    },
  };
  return [{ resource, relations: ownedBy(object) }];
}
