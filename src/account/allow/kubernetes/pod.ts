import * as z from 'zod/mini';
import { allow, flag, list, number, size, text } from '../fields.ts';
import { amounts, base, conditions, labels, nodeSelectorTerm, selector } from './metadata.ts';

/** Never here: env, envFrom, command, args, the headers of probes, volumes other than claims, the names of pull secrets. */

const resources = allow({ limits: amounts, requests: amounts });

/** How a probe or a hook asks; what it runs or sends is left behind. */
const asks = {
  httpGet: allow({ path: text, port: size, scheme: text }),
  tcpSocket: allow({ port: size }),
  exec: allow({}),
};

const probe = allow({
  ...asks,
  grpc: allow({ port: size, service: text }),
  initialDelaySeconds: number,
  periodSeconds: number,
  timeoutSeconds: number,
  successThreshold: number,
  failureThreshold: number,
  terminationGracePeriodSeconds: number,
});

const hook = allow({ ...asks, sleep: allow({ seconds: number }) });

const securityContext = allow({
  privileged: flag,
  runAsUser: number,
  runAsGroup: number,
  runAsNonRoot: flag,
  readOnlyRootFilesystem: flag,
  allowPrivilegeEscalation: flag,
  capabilities: allow({ add: list(text), drop: list(text) }),
  seccompProfile: allow({ type: text }),
});

const container = allow({
  name: text,
  image: text,
  imagePullPolicy: text,
  ports: list(allow({ name: text, containerPort: number, hostPort: number, protocol: text })),
  resources,
  startupProbe: probe,
  livenessProbe: probe,
  readinessProbe: probe,
  lifecycle: allow({ postStart: hook, preStop: hook }),
  restartPolicy: text,
  securityContext,
});

const nodeAffinity = allow({
  requiredDuringSchedulingIgnoredDuringExecution: allow({ nodeSelectorTerms: list(nodeSelectorTerm) }),
  preferredDuringSchedulingIgnoredDuringExecution: list(allow({ weight: number, preference: nodeSelectorTerm })),
});

const podTerm = allow({
  labelSelector: selector,
  namespaceSelector: selector,
  namespaces: list(text),
  topologyKey: text,
  matchLabelKeys: list(text),
  mismatchLabelKeys: list(text),
});

const podAffinity = allow({
  requiredDuringSchedulingIgnoredDuringExecution: list(podTerm),
  preferredDuringSchedulingIgnoredDuringExecution: list(allow({ weight: number, podAffinityTerm: podTerm })),
});

/** The wish: what runs, where it may run, and as whom. */
const podSpec = allow({
  containers: list(container),
  initContainers: list(container),
  ephemeralContainers: list(container),
  nodeName: text,
  nodeSelector: labels,
  affinity: allow({ nodeAffinity, podAffinity, podAntiAffinity: podAffinity }),
  tolerations: list(allow({ key: text, operator: text, value: text, effect: text, tolerationSeconds: number })),
  topologySpreadConstraints: list(
    allow({
      maxSkew: number,
      minDomains: number,
      topologyKey: text,
      whenUnsatisfiable: text,
      labelSelector: selector,
      matchLabelKeys: list(text),
      nodeAffinityPolicy: text,
      nodeTaintsPolicy: text,
    }),
  ),
  schedulingGates: list(allow({ name: text })),
  schedulerName: text,
  priority: number,
  priorityClassName: text,
  preemptionPolicy: text,
  restartPolicy: text,
  serviceAccountName: text,
  automountServiceAccountToken: flag,
  terminationGracePeriodSeconds: number,
  activeDeadlineSeconds: number,
  hostNetwork: flag,
  hostPID: flag,
  hostIPC: flag,
  securityContext,
  overhead: amounts,
  resources,
  runtimeClassName: text,
  readinessGates: list(allow({ conditionType: text })),
  volumes: list(allow({ name: text, persistentVolumeClaim: allow({ claimName: text }) })),
});

/** What a workload makes its pods from. */
export const podTemplate = allow({ metadata: allow({ labels }), spec: podSpec });

const containerState = allow({
  waiting: allow({ reason: text, message: text }),
  running: allow({ startedAt: text }),
  terminated: allow({ exitCode: number, signal: number, reason: text, message: text, startedAt: text, finishedAt: text }),
});

const containerStatuses = list(
  allow({
    name: text,
    image: text,
    imageID: text,
    ready: flag,
    started: z.nullable(flag),
    restartCount: number,
    state: containerState,
    lastState: containerState,
  }),
);

/** A Pod. */
export const pod = allow({
  ...base,
  spec: podSpec,
  status: allow({
    phase: text,
    conditions,
    reason: text,
    message: text,
    podIP: text,
    podIPs: list(allow({ ip: text })),
    hostIP: text,
    startTime: text,
    qosClass: text,
    nominatedNodeName: text,
    observedGeneration: number,
    containerStatuses,
    initContainerStatuses: containerStatuses,
    ephemeralContainerStatuses: containerStatuses,
  }),
});
