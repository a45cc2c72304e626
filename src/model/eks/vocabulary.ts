import type { Kind } from '../kind.ts';

type Words = Readonly<Partial<Record<Kind, readonly string[]>>>;

const containerReasons = [
  'ContainerCreating',
  'PodInitializing',
  'ErrImagePull',
  'ImagePullBackOff',
  'CrashLoopBackOff',
  'Error',
  'Completed',
  'OOMKilled',
  'CreateContainerConfigError',
] as const;

/** The reasons that are explained, by kind; one that is not listed is shown as it comes, with the message beside it. */
export const eksReasons: Words = {
  'k8s-pod': [...containerReasons, 'Evicted', 'Terminating', 'Unschedulable'],
  'k8s-container': containerReasons,
  'k8s-node': ['NodeStatusUnknown', 'NodeStatusNeverUpdated', 'KubeletNotReady', 'SchedulingDisabled'],
  'sts-caller-identity': [
    'AccessDenied',
    'AccessDeniedException',
    'CredentialRetrievalError',
    'ExpiredTokenException',
    'InvalidIdentityToken',
    'NoCredentials',
    'ResourceNotFoundException',
  ],
  'k8s-job': ['CompletionsReached', 'BackoffLimitExceeded'],
  'eks-nodegroup': ['AsgInstanceLaunchFailures'],
  'eks-update': ['PodEvictionFailure', 'NodeCreationFailure'],
  'k8s-audit-event': ['Unauthorized', 'Forbidden', 'NotFound', 'AlreadyExists', 'Conflict', 'Invalid', 'MethodNotAllowed', 'InternalError'],
  'k8s-deployment': ['ProgressDeadlineExceeded', 'MinimumReplicasUnavailable'],
};

/** The healths of each kind. */
export const eksHealths: Words = {
  'k8s-pod': ['Ready', 'NotReady'],
  'k8s-container': ['Ready', 'NotReady'],
  'k8s-deployment': ['Available', 'Unavailable'],
};
