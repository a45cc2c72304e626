import type { Kind } from './kind.ts';
import type { Resource } from './resource.ts';

/** How a status looks: each tone has a shape, a colour and a weight; the word is always the provider's. */
export type Tone = 'running' | 'starting' | 'leaving' | 'failed' | 'gone' | 'unknown';

type Vocabulary = Readonly<Record<string, Tone>>;

/** Of what is there or not, and has no status of its own. */
const there: Vocabulary = { Active: 'running' };

const part: Vocabulary = {
  ACTIVE: 'running',
  CREATING: 'starting',
  UPDATING: 'starting',
  DELETING: 'leaving',
  FAILED: 'failed',
  PENDING: 'starting',
};

/** The statuses of each kind in the order in which they are met, with their tone. */
export const statuses: Readonly<Record<Kind, Vocabulary>> = {
  'ecs-cluster': { PROVISIONING: 'starting', ACTIVE: 'running', DEPROVISIONING: 'leaving', FAILED: 'failed', INACTIVE: 'gone' },
  'ecs-service': { ACTIVE: 'running', DRAINING: 'leaving', INACTIVE: 'gone' },
  'ecs-task-definition': { ACTIVE: 'running', INACTIVE: 'gone', DELETE_IN_PROGRESS: 'leaving' },
  'ecs-container-definition': { essential: 'running', 'not essential': 'running' },
  'ecs-task': {
    PROVISIONING: 'starting',
    PENDING: 'starting',
    ACTIVATING: 'starting',
    RUNNING: 'running',
    DEACTIVATING: 'leaving',
    STOPPING: 'leaving',
    DEPROVISIONING: 'leaving',
    STOPPED: 'gone',
    DELETED: 'gone',
  },
  'ecs-container': { PENDING: 'starting', RUNNING: 'running', STOPPED: 'gone' },
  'ecs-attachment': {
    PRECREATED: 'starting',
    CREATED: 'starting',
    ATTACHING: 'starting',
    ATTACHED: 'running',
    DETACHING: 'leaving',
    DETACHED: 'leaving',
    DELETED: 'gone',
    FAILED: 'failed',
  },
  'ecs-container-instance': {
    REGISTERING: 'starting',
    REGISTRATION_FAILED: 'failed',
    ACTIVE: 'running',
    DRAINING: 'leaving',
    DEREGISTERING: 'leaving',
    INACTIVE: 'gone',
  },
  'ecs-capacity-provider': { PROVISIONING: 'starting', ACTIVE: 'running', DEPROVISIONING: 'leaving', INACTIVE: 'gone' },
  'elbv2-load-balancer': { provisioning: 'starting', active: 'running', active_impaired: 'failed', failed: 'failed' },
  'elbv2-target-group': { active: 'running' },
  'elbv2-target': {
    initial: 'starting',
    healthy: 'running',
    unhealthy: 'failed',
    'unhealthy.draining': 'leaving',
    draining: 'leaving',
    unused: 'gone',
    unavailable: 'unknown',
  },
  'servicediscovery-namespace': { active: 'running' },
  'servicediscovery-service': { active: 'running' },
  'servicediscovery-instance': { HEALTHY: 'running', UNHEALTHY: 'failed', UNKNOWN: 'unknown' },
  'dns-answer': { NOERROR: 'running', NXDOMAIN: 'failed' },
  'dns-record': { 200: 'running', 503: 'failed', ECONNREFUSED: 'failed', ETIMEDOUT: 'failed' },
  'logs-log-group': { active: 'running' },
  'logs-log-stream': { active: 'running' },
  'docker-log-driver': {
    opening: 'starting',
    delivering: 'running',
    buffering: 'starting',
    full: 'failed',
    refused: 'failed',
    failed: 'failed',
    closed: 'gone',
  },
  'eks-cluster': part,
  'eks-nodegroup': {
    CREATING: 'starting',
    ACTIVE: 'running',
    UPDATING: 'starting',
    DEGRADED: 'failed',
    DELETING: 'leaving',
    CREATE_FAILED: 'failed',
    DELETE_FAILED: 'failed',
  },
  'eks-update': { InProgress: 'starting', Successful: 'running', Failed: 'failed', Cancelled: 'gone' },
  'autoscaling-group': { Active: 'running', 'Delete in progress': 'leaving' },
  'eks-endpoint': part,
  'eks-access-entry': { STANDARD: 'running' },
  'sts-caller-identity': { Allowed: 'running', Denied: 'failed' },
  'iam-role': there,
  'ec2-availability-zone': { available: 'running', unavailable: 'failed' },
  'k8s-api-server': part,
  'k8s-etcd': part,
  'k8s-scheduler': part,
  'k8s-deployment-controller': part,
  'k8s-replica-set-controller': part,
  'k8s-endpoint-slice-controller': part,
  'k8s-job-controller': part,
  'k8s-node-lifecycle-controller': part,
  'k8s-node': { NotReady: 'failed', Ready: 'running', Unknown: 'failed' },
  'k8s-deployment': { Progressing: 'starting', Complete: 'running', Failed: 'failed' },
  'k8s-daemon-set': { Scaling: 'starting', Settled: 'running' },
  'k8s-pod-disruption-budget': { SufficientPods: 'running', InsufficientPods: 'starting' },
  'k8s-replica-set': { Scaling: 'starting', Settled: 'running', Empty: 'gone' },
  'k8s-pod': { Pending: 'starting', Running: 'running', Succeeded: 'gone', Failed: 'failed', Unknown: 'unknown' },
  'k8s-container': { Waiting: 'starting', Running: 'running', Terminated: 'gone' },
  'k8s-service': there,
  'k8s-endpoint-slice': there,
  'k8s-namespace': { Active: 'running', Terminating: 'leaving' },
  'k8s-service-account': there,
  'k8s-role': there,
  'k8s-cluster-role': there,
  'k8s-role-binding': there,
  'k8s-cluster-role-binding': there,
  'k8s-network-policy': there,
  'network-flow': { Allowed: 'running', Denied: 'failed' },
  'k8s-subject-access-review': { Allowed: 'running', Denied: 'failed' },
  'k8s-audit-event': { RequestReceived: 'starting', ResponseComplete: 'gone' },
  'k8s-api-server-instance': { Starting: 'starting', Serving: 'running', Lost: 'failed' },
  'k8s-etcd-member': { Leader: 'running', Follower: 'running', Lost: 'failed' },
  'k8s-event': { Normal: 'running', Warning: 'failed' },
  'k8s-job': {
    Running: 'starting',
    Suspended: 'leaving',
    FailureTarget: 'failed',
    SuccessCriteriaMet: 'running',
    Complete: 'gone',
    Failed: 'failed',
  },
  'k8s-ingress': there,
  'k8s-horizontal-pod-autoscaler': there,
  'istio-virtual-service': there,
  'istio-destination-rule': there,
  'istio-peer-authentication': there,
  'ecs-service-deployment': {
    PENDING: 'starting',
    IN_PROGRESS: 'starting',
    SUCCESSFUL: 'running',
    STOP_REQUESTED: 'leaving',
    STOPPED: 'gone',
    ROLLBACK_REQUESTED: 'leaving',
    ROLLBACK_IN_PROGRESS: 'leaving',
    ROLLBACK_SUCCESSFUL: 'gone',
    ROLLBACK_FAILED: 'failed',
  },
  'application-autoscaling-target': there,
  'ec2-subnet': { pending: 'starting', available: 'running', unavailable: 'failed' },
  'eks-addon': {
    CREATING: 'starting',
    ACTIVE: 'running',
    UPDATING: 'starting',
    DELETING: 'leaving',
    DEGRADED: 'failed',
    CREATE_FAILED: 'failed',
    UPDATE_FAILED: 'failed',
    DELETE_FAILED: 'failed',
  },
  'eks-fargate-profile': { CREATING: 'starting', ACTIVE: 'running', DELETING: 'leaving', CREATE_FAILED: 'failed', DELETE_FAILED: 'failed' },
  'eks-insight': { PASSING: 'running', WARNING: 'failed', ERROR: 'failed', UNKNOWN: 'unknown' },
  'eks-pod-identity-association': there,
  'aps-workspace': { CREATING: 'starting', ACTIVE: 'running', UPDATING: 'starting', DELETING: 'leaving', CREATION_FAILED: 'failed' },
  'aps-scraper': {
    CREATING: 'starting',
    ACTIVE: 'running',
    UPDATING: 'starting',
    DELETING: 'leaving',
    CREATION_FAILED: 'failed',
    UPDATE_FAILED: 'failed',
    DELETION_FAILED: 'failed',
  },
  'grafana-workspace': {
    CREATING: 'starting',
    ACTIVE: 'running',
    UPDATING: 'starting',
    UPGRADING: 'starting',
    VERSION_UPDATING: 'starting',
    DELETING: 'leaving',
    FAILED: 'failed',
    CREATION_FAILED: 'failed',
    UPDATE_FAILED: 'failed',
    UPGRADE_FAILED: 'failed',
    VERSION_UPDATE_FAILED: 'failed',
    LICENSE_REMOVAL_FAILED: 'failed',
    DELETION_FAILED: 'failed',
  },
};

/** Reasons and healths that are failures whatever the status says. */
const failures = new Set([
  'FAILED',
  'UNHEALTHY',
  'TaskFailedToStart',
  'ImagePullBackOff',
  'ErrImagePull',
  'CrashLoopBackOff',
  'OOMKilled',
  'Error',
  'Unschedulable',
  'NodeLost',
  'ProgressDeadlineExceeded',
  'CreateContainerConfigError',
]);

/** The reason with which kubectl shows a pod that is marked for deletion. */
const LEAVING = 'Terminating';

/** The tone in which a resource is drawn; a status that this version does not know is `unknown`. */
export function toneOf(resource: Pick<Resource, 'kind' | 'status' | 'reason' | 'health'>): Tone {
  const tone = statuses[resource.kind][resource.status] ?? 'unknown';
  if (tone === 'gone' || tone === 'leaving') return tone;
  if (resource.reason === LEAVING) return 'leaving';
  if (resource.health !== undefined && failures.has(resource.health)) return 'failed';
  if (resource.reason !== undefined && failures.has(resource.reason)) return 'failed';
  return tone;
}
