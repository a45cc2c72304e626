import type { Json } from '../../model/json.ts';
import type { NodeAffinity } from './scheduler/node-affinity.ts';
import type { PodAffinity } from './scheduler/pod-affinity.ts';
import type { TopologySpreadConstraint } from './scheduler/topology-spread.ts';

/** Labels or annotations. */
export type Words = { readonly [name: string]: string };

/** The part of `metadata` that the simulated controllers read and write. */
export type Metadata = {
  readonly name: string;
  readonly namespace?: string;
  readonly generateName?: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly generation?: number;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly deletionGracePeriodSeconds?: number;
  readonly labels?: Words;
  readonly annotations?: Words;
  readonly ownerReferences?: readonly OwnerReference[];
  /** Who wants the object kept until he has seen its end. */
  readonly finalizers?: readonly string[];
};

/** The controller that an object belongs to. */
export type OwnerReference = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller: boolean;
  readonly blockOwnerDeletion: boolean;
};

/** One condition of a status. */
export type Condition = {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
  readonly lastUpdateTime?: string;
  readonly lastHeartbeatTime?: string;
};

/** An element of `spec.taints` of a Node. */
export type Taint = { readonly key: string; readonly value?: string; readonly effect: string; readonly timeAdded?: string };

/** An element of `spec.tolerations` of a Pod. */
export type Toleration = {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
  readonly tolerationSeconds?: number;
};

/** A port of a container; with `hostPort` it is a port of the node too. */
export type ContainerPort = {
  readonly name?: string;
  readonly containerPort: number;
  readonly protocol?: string;
  readonly hostPort?: number;
  readonly hostIP?: string;
};

/** Quantities that are asked for and allowed. */
export type Resources = { readonly requests?: Words; readonly limits?: Words };

/** A probe of a container; what is not set has the API's default. */
export type ProbeSpec = {
  readonly httpGet?: { readonly path: string; readonly port: number };
  readonly exec?: { readonly command: readonly string[] };
  readonly initialDelaySeconds?: number;
  readonly periodSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly successThreshold?: number;
  readonly failureThreshold?: number;
};

/** A container of a pod template. */
export type Container = {
  readonly name: string;
  readonly image: string;
  readonly imagePullPolicy?: string;
  readonly restartPolicy?: string;
  readonly ports?: readonly ContainerPort[];
  readonly resources?: Resources;
  readonly startupProbe?: ProbeSpec;
  readonly readinessProbe?: ProbeSpec;
  readonly livenessProbe?: ProbeSpec;
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[];
  readonly envFrom?: readonly { readonly configMapRef: { readonly name: string } }[];
  readonly lifecycle?: { readonly preStop?: { readonly sleep: { readonly seconds: number } } };
  readonly securityContext?: { readonly [field: string]: Json };
};

/** `spec.affinity` of a Pod. */
export type Affinity = { readonly nodeAffinity?: NodeAffinity; readonly podAffinity?: PodAffinity; readonly podAntiAffinity?: PodAffinity };

/** A token of the service account that the kubelet puts into a volume and renews. */
export type TokenSource = {
  readonly serviceAccountToken: { readonly audience: string; readonly expirationSeconds: number; readonly path: string };
};

/** `spec` of a Pod. */
export type PodSpec = {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly readinessGates?: readonly { readonly conditionType: string }[];
  readonly serviceAccountName?: string;
  readonly volumes?: readonly { readonly name: string; readonly projected: { readonly sources: readonly TokenSource[] } }[];
  readonly nodeName?: string;
  readonly nodeSelector?: Words;
  readonly priority?: number;
  readonly hostname?: string;
  readonly subdomain?: string;
  readonly preemptionPolicy?: string;
  readonly hostNetwork?: boolean;
  readonly overhead?: Words;
  readonly resources?: Resources;
  readonly affinity?: Affinity;
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  readonly restartPolicy?: string;
  readonly securityContext?: { readonly [field: string]: Json };
  readonly terminationGracePeriodSeconds?: number;
  readonly tolerations?: readonly Toleration[];
};

/** `state` or `lastState` of a container; at most one of the three is there. */
export type ContainerState = {
  readonly waiting?: { readonly reason: string; readonly message?: string };
  readonly running?: { readonly startedAt: string };
  readonly terminated?: {
    readonly exitCode: number;
    readonly reason?: string;
    readonly message?: string;
    readonly startedAt?: string;
    readonly finishedAt?: string;
  };
};

/** An element of `status.containerStatuses`. */
export type ContainerStatus = {
  readonly imageID?: string;
  readonly name: string;
  readonly image?: string;
  readonly state?: ContainerState;
  readonly lastState?: ContainerState;
  readonly ready?: boolean;
  readonly started?: boolean;
  readonly restartCount?: number;
};

export type PodStatus = {
  readonly phase?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly conditions?: readonly Condition[];
  readonly containerStatuses?: readonly ContainerStatus[];
  readonly initContainerStatuses?: readonly ContainerStatus[];
  readonly nominatedNodeName?: string;
  readonly startTime?: string;
  readonly podIP?: string;
  readonly podIPs?: readonly { readonly ip: string }[];
  readonly hostIP?: string;
};

/** A Pod as `kubectl get pod -o json` prints it. */
export type Pod = {
  readonly apiVersion?: 'v1';
  readonly kind?: 'Pod';
  readonly metadata: Metadata;
  readonly spec: PodSpec;
  readonly status?: PodStatus;
};

/** What a controller makes pods from. */
export type PodTemplate = { readonly metadata?: { readonly labels?: Words; readonly annotations?: Words }; readonly spec: PodSpec };

export type ReplicaSetStatus = {
  readonly replicas: number;
  readonly fullyLabeledReplicas?: number;
  readonly readyReplicas?: number;
  readonly availableReplicas?: number;
  readonly observedGeneration?: number;
};

/** A ReplicaSet as `kubectl get rs -o json` prints it. */
export type ReplicaSet = {
  readonly apiVersion?: 'apps/v1';
  readonly kind?: 'ReplicaSet';
  readonly metadata: Metadata;
  readonly spec: {
    readonly replicas: number;
    readonly minReadySeconds?: number;
    readonly selector?: { readonly matchLabels: Words };
    readonly template: PodTemplate;
  };
  readonly status: ReplicaSetStatus;
};

export type DeploymentStatus = {
  readonly observedGeneration?: number;
  readonly replicas?: number;
  readonly updatedReplicas?: number;
  readonly readyReplicas?: number;
  readonly availableReplicas?: number;
  readonly unavailableReplicas?: number;
  readonly conditions?: readonly Condition[];
};

/** How a Deployment replaces its pods. */
export type DeploymentStrategy = {
  readonly type?: string;
  readonly rollingUpdate?: { readonly maxSurge?: number | string; readonly maxUnavailable?: number | string };
};

/** A Deployment as `kubectl get deployment -o json` prints it. */
export type Deployment = {
  readonly apiVersion?: 'apps/v1';
  readonly kind?: 'Deployment';
  readonly metadata: Metadata;
  readonly spec: {
    readonly replicas: number;
    readonly minReadySeconds?: number;
    readonly progressDeadlineSeconds?: number;
    readonly revisionHistoryLimit?: number;
    readonly selector: { readonly matchLabels: Words };
    readonly strategy?: DeploymentStrategy;
    readonly template: PodTemplate;
  };
  readonly status?: DeploymentStatus;
};

export type DaemonSetStatus = {
  readonly currentNumberScheduled: number;
  readonly desiredNumberScheduled: number;
  readonly numberMisscheduled: number;
  readonly numberReady: number;
  readonly numberAvailable?: number;
  readonly updatedNumberScheduled?: number;
  readonly observedGeneration?: number;
};

/** A DaemonSet as `kubectl get daemonset -o json` prints it. */
export type DaemonSet = {
  readonly apiVersion?: 'apps/v1';
  readonly kind?: 'DaemonSet';
  readonly metadata: Metadata;
  readonly spec: { readonly selector: { readonly matchLabels: Words }; readonly template: PodTemplate };
  readonly status?: DaemonSetStatus;
};

/** A Node as `kubectl get node -o json` prints it. */
export type KubeNode = {
  readonly apiVersion?: 'v1';
  readonly kind?: 'Node';
  readonly metadata: Metadata;
  readonly spec: { readonly providerID?: string; readonly unschedulable?: boolean; readonly taints?: readonly Taint[] };
  readonly status?: {
    readonly allocatable?: Words;
    readonly capacity?: Words;
    readonly conditions?: readonly Condition[];
    readonly addresses?: readonly { readonly type: string; readonly address: string }[];
    readonly nodeInfo?: Words;
  };
};

/** A Namespace as `kubectl get namespace -o json` prints it; its labels say which pods it admits. */
export type Namespace = {
  readonly apiVersion?: 'v1';
  readonly kind?: 'Namespace';
  readonly metadata: Metadata;
  readonly spec?: { readonly finalizers?: readonly string[] };
  readonly status?: { readonly phase: string };
};

/** A ServiceAccount as `kubectl get serviceaccount -o json` prints it. */
export type ServiceAccount = { readonly apiVersion?: 'v1'; readonly kind?: 'ServiceAccount'; readonly metadata: Metadata };

/** The condition of a type. */
export const conditionOf = (conditions: readonly Condition[] | undefined, type: string): Condition | undefined =>
  conditions?.find((condition) => condition.type === type);

/** Whether a pod has the condition Ready. */
export const isReady = ({ status }: Pod): boolean => conditionOf(status?.conditions, 'Ready')?.status === 'True';

/**
 * The conditions with one set, in the place of the former of its type.
 * The time of the last transition moves only when the status does.
 */
export function withCondition(conditions: readonly Condition[] = [], next: Condition, now: string): readonly Condition[] {
  const former = conditionOf(conditions, next.type);
  const lastTransitionTime = former?.status === next.status ? (former.lastTransitionTime ?? now) : now;
  const condition = { ...next, lastTransitionTime };
  return former === undefined ? [...conditions, condition] : conditions.map((one) => (one === former ? condition : one));
}
