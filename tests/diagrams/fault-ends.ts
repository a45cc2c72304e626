import type { Goal, Where } from '../../src/model/goal.ts';
import type { Kind } from '../../src/model/kind.ts';

/** What happens again and again: a line of the log that begins so, or a drawn resource that changes. */
export type Again = { readonly log: string } | { readonly kind: Kind; readonly where: Where };

/**
 * How a fault ends when nobody repairs it: the world comes to rest, with all that is wanted or waiting for what does not come,
 * or goes round in a loop. The waits of a throttled restart and of a back-off grow; probes, replacements, batches of log lines, questions to a name server
 * and retries of the kubelet keep their pace.
 */
export type End =
  | { readonly rest: 'steady' | 'waiting' }
  | {
      readonly loop: 'throttled-restart' | 'back-off' | 'health-probe' | 'replacement' | 'log-batch' | 'time-to-live' | 'retry';
      readonly again: Again;
    };

/** Where one fault of one diagram ends. */
export interface FaultEnd {
  readonly diagram: string;
  readonly fault: string;
  /** When, in ms; half a minute after the opening where nothing is said. */
  readonly at?: number;
  /** The name of what breaks, where it is not the first that runs. */
  readonly on?: string;
  /** Actions of the diagram, each with its choice, that a reader takes right after: some faults show only when a task starts. */
  readonly then?: Readonly<Record<string, string>>;
  /** The name of the service on which they are taken; `web` where nothing is said. */
  readonly thenOn?: string;
  readonly end: End;
  /** What must have been said by then, in events or as the reason of a resource. */
  readonly says: readonly string[];
  /** What holds at the end. */
  readonly goals: readonly Goal[];
}

const running = (count: number): Goal => ({ kind: 'ecs-task', where: { status: 'RUNNING' }, count: { equals: count } });
const rollout = (reason: string, revision: string): Goal => ({
  kind: 'ecs-service',
  where: { reason, 'details.revision': revision },
  count: { equals: 1 },
});
const noFailures: Goal = { measure: 'requests.failed', is: { equals: 0 } };
const serving = (count: number): readonly Goal[] => [running(count), { measure: 'targets.healthy', is: { equals: count } }, noFailures];
const available = (count: number): Goal => ({ measure: 'pods.available', is: { equals: count } });
const lostInstance: Goal = { kind: 'ecs-container-instance', where: { status: 'INACTIVE' }, count: { equals: 1 } };

const steady = { rest: 'steady' } as const;
const steadySaid = '(service web) has reached a steady state.';
const replacedUnhealthy = 'Amazon ECS replaced 1 tasks due to an unhealthy status.';
const terminated = ['TerminationNotice', 'Host EC2 (instance i-0'];
const exited = ['EssentialContainerExited', 'Essential container in task exited', steadySaid];
const cannotPull = ['TaskFailedToStart', 'CannotPullContainerError: '];
const noRoom = 'was unable to place a task because no container instance met all of its requirements.';

const batches = { loop: 'log-batch', again: { kind: 'logs-log-group', where: {} } } as const;
const lines = (delivered: number, lost: number): readonly Goal[] => [
  { measure: 'logs.delivered', is: { equals: delivered } },
  { measure: 'logs.lost', is: { equals: lost } },
];

const balanced = (count: number): Goal => ({ measure: 'targets.healthy', is: { equals: count } });
const containers = (status: string, count: number): Goal => ({ kind: 'ecs-container', where: { status }, count: { equals: count } });
const asksAgain = { loop: 'time-to-live', again: { kind: 'dns-answer', where: {} } } as const;
const backendSteady = '(service backend) has reached a steady state.';
const backendReplaced = [replacedUnhealthy, 'Task failed container health checks', backendSteady];

const nodes = (where: Where, count: number): Goal => ({ kind: 'k8s-node', where, count: { equals: count } });
const nodeGroup = (where: Where): Goal => ({ kind: 'eks-nodegroup', where, count: { equals: 1 } });
const updateFailed = (reason: string): Goal => ({ kind: 'eks-update', where: { status: 'Failed', reason }, count: { equals: 1 } });

/** Node groups, drains and updates; the update is one to the version that the nodes have, so it replaces them all. */
const nodeGroups: readonly FaultEnd[] = [
  {
    diagram: 'eks-node-groups',
    fault: 'instance-failed',
    end: { rest: 'waiting' },
    says: ['Kubelet stopped posting node status.', 'Terminating EC2 instance: ', 'Launching a new EC2 instance: '],
    goals: [nodes({ status: 'Ready' }, 4), available(6), nodeGroup({ status: 'ACTIVE' })],
  },
  {
    diagram: 'eks-node-groups',
    fault: 'zone-lost',
    end: { rest: 'waiting' },
    says: ['Terminating EC2 instance: ', 'Launching a new EC2 instance: '],
    goals: [nodes({ status: 'Ready' }, 4), available(6)],
  },
  {
    diagram: 'eks-node-groups',
    fault: 'budget-blocks',
    then: { 'update-nodes': 'respect' },
    thenOn: 'workers',
    end: { rest: 'waiting' },
    says: ["Cannot evict pod as it would violate the pod's disruption budget.", 'PodEvictionFailure'],
    goals: [updateFailed('PodEvictionFailure'), nodes({ status: 'Ready' }, 4), available(6), nodeGroup({ status: 'ACTIVE' })],
  },
  {
    diagram: 'eks-node-groups',
    fault: 'nodes-do-not-join',
    on: 'eks-workers',
    then: { 'update-nodes': 'respect' },
    thenOn: 'workers',
    end: { rest: 'waiting' },
    says: ["Couldn't proceed with upgrade process as new nodes are not joining node group workers"],
    goals: [updateFailed('NodeCreationFailure'), nodes({ status: 'Ready' }, 4), available(6)],
  },
  {
    diagram: 'eks-node-groups',
    fault: 'capacity-missing',
    on: 'eks-workers',
    then: { 'scale-nodes': '4' },
    thenOn: 'workers',
    end: { loop: 'replacement', again: { log: 'Launching a new EC2 instance. Status Reason: ' } },
    says: ['AsgInstanceLaunchFailures', 'InsufficientInstanceCapacity'],
    goals: [nodes({ status: 'Ready' }, 4), nodeGroup({ status: 'DEGRADED' })],
  },
];

/** The same service on Fargate and on EC2 instances. */
const bothKinds: readonly FaultEnd[] = [
  {
    diagram: 'ecs-fargate-vs-ec2',
    fault: 'instance-lost',
    end: steady,
    says: [...terminated, '(service web-ec2) has reached a steady state.'],
    goals: [running(12), balanced(12), noFailures, lostInstance],
  },
  {
    diagram: 'ecs-fargate-vs-ec2',
    fault: 'fargate-host-lost',
    end: steady,
    says: ['InfrastructureHealth', '(service web-fargate) has reached a steady state.'],
    goals: [running(12), balanced(12), noFailures],
  },
  {
    diagram: 'ecs-fargate-vs-ec2',
    fault: 'image-pull-fails',
    on: 'web-ec2',
    then: { 'set-desired-count': '7' },
    thenOn: 'web-ec2',
    end: { loop: 'throttled-restart', again: { log: '(service web-ec2) has started 1 tasks:' } },
    says: [...cannotPull, '(service web-ec2) is unable to consistently start tasks successfully.'],
    goals: [running(12), balanced(12), noFailures],
  },
  {
    diagram: 'ecs-fargate-vs-ec2',
    fault: 'no-capacity',
    then: { 'set-desired-count': '8' },
    thenOn: 'web-ec2',
    end: { rest: 'waiting' },
    says: [noRoom, 'has insufficient CPU units available.'],
    goals: [running(12), balanced(12), noFailures],
  },
];

/** A client that keeps what a name server answered asks again when the time to live is over, unless it ignores it. */
const discovered: readonly FaultEnd[] = [
  { diagram: 'ecs-service-discovery', fault: 'ttl-ignored', end: { rest: 'waiting' }, says: [], goals: [running(3)] },
  { diagram: 'ecs-service-discovery', fault: 'registration-delayed', end: asksAgain, says: [], goals: [running(3), noFailures] },
  { diagram: 'ecs-service-discovery', fault: 'health-check-fails', end: asksAgain, says: backendReplaced, goals: [running(3), noFailures] },
  { diagram: 'ecs-service-discovery', fault: 'process-hangs', end: asksAgain, says: backendReplaced, goals: [running(3), noFailures] },
  {
    diagram: 'ecs-service-discovery',
    fault: 'container-exits',
    end: asksAgain,
    says: ['EssentialContainerExited', backendSteady],
    goals: [running(3), noFailures],
  },
  {
    diagram: 'ecs-service-discovery',
    fault: 'instance-lost',
    end: asksAgain,
    says: [...terminated, backendSteady],
    goals: [running(3), noFailures, lostInstance],
  },
];

const MINUTE = 60_000;
const essentialExited = ['EssentialContainerExited', 'Essential container in task exited'];

/** A task of its own, without a service that replaces it. */
const lone: readonly FaultEnd[] = [
  { diagram: 'ecs-task', fault: 'container-exits', at: MINUTE, on: 'app', end: steady, says: essentialExited, goals: [running(0)] },
  { diagram: 'ecs-task', fault: 'container-completes', at: MINUTE, on: 'app', end: steady, says: essentialExited, goals: [running(0)] },
  {
    diagram: 'ecs-task',
    fault: 'out-of-memory',
    at: MINUTE,
    on: 'app',
    end: steady,
    says: ['EssentialContainerExited', 'OutOfMemoryError: Container killed due to memory usage'],
    goals: [running(0)],
  },
  {
    diagram: 'ecs-task',
    fault: 'health-check-fails',
    at: MINUTE,
    on: 'app',
    end: steady,
    says: [],
    goals: [running(1), { kind: 'ecs-task', where: { health: 'UNHEALTHY' }, count: { equals: 1 } }],
  },
  { diagram: 'ecs-task', fault: 'ignores-sigterm', end: steady, says: [], goals: [running(1), containers('RUNNING', 3)] },
  { diagram: 'ecs-task', fault: 'image-pull-fails', end: steady, says: cannotPull, goals: [running(0)] },
  {
    diagram: 'ecs-task',
    fault: 'spot-warning',
    end: steady,
    says: ['SpotInterruption', 'Your Spot Task was interrupted.'],
    goals: [running(0)],
  },
  {
    diagram: 'ecs-task',
    fault: 'secret-missing',
    at: 0,
    end: steady,
    says: ['TaskFailedToStart', 'ResourceInitializationError: '],
    goals: [running(0)],
  },
];

/** One row for each fault that each diagram offers. */
export const faultEnds: readonly FaultEnd[] = [
  { diagram: 'ecs-service', fault: 'instance-lost', end: steady, says: [...terminated, steadySaid], goals: [...serving(4), lostInstance] },
  { diagram: 'ecs-service', fault: 'container-exits', end: steady, says: exited, goals: serving(4) },
  {
    diagram: 'ecs-service',
    fault: 'health-check-fails',
    end: steady,
    says: [
      replacedUnhealthy,
      'due to (reason Health checks failed with these codes: [503]).',
      'Task failed ELB health checks in',
      steadySaid,
    ],
    goals: serving(4),
  },
  {
    diagram: 'ecs-service',
    fault: 'image-pull-fails',
    then: { 'set-desired-count': '5' },
    end: { loop: 'throttled-restart', again: { log: '(service web) has started 1 tasks:' } },
    says: [...cannotPull, '(service web) is unable to consistently start tasks successfully.'],
    goals: serving(4),
  },
  {
    diagram: 'ecs-service',
    fault: 'no-capacity',
    then: { 'set-desired-count': '6' },
    end: { rest: 'waiting' },
    says: [noRoom, 'has insufficient CPU units available.'],
    goals: serving(4),
  },
  {
    diagram: 'ecs-deployment',
    fault: 'image-pull-fails',
    then: { deploy: 'web:7' },
    end: steady,
    says: [...cannotPull, 'deployment failed: tasks failed to start.', 'rolling back to deployment', 'deployment completed.', steadySaid],
    goals: [...serving(4), rollout('COMPLETED', 'web:6')],
  },
  {
    diagram: 'ecs-deployment',
    fault: 'health-check-fails',
    end: steady,
    says: [replacedUnhealthy, 'due to (reason Health checks failed with these codes: [503]).', steadySaid],
    goals: [...serving(4), rollout('COMPLETED', 'web:6')],
  },
  {
    diagram: 'ecs-deployment',
    fault: 'container-exits',
    end: steady,
    says: exited,
    goals: [...serving(4), rollout('COMPLETED', 'web:6')],
  },
  {
    diagram: 'ecs-placement',
    fault: 'instance-lost',
    end: steady,
    says: [...terminated, steadySaid, '(service cache) has reached a steady state.'],
    goals: [running(10), lostInstance],
  },
  {
    diagram: 'ecs-placement',
    fault: 'no-capacity',
    then: { 'set-desired-count': '10' },
    end: { rest: 'waiting' },
    says: [noRoom, 'has insufficient CPU units available.'],
    goals: [running(10)],
  },
  {
    diagram: 'ecs-load-balancing',
    fault: 'process-hangs',
    end: steady,
    says: [replacedUnhealthy, 'due to (reason Request timed out).', steadySaid],
    goals: serving(3),
  },
  {
    diagram: 'ecs-load-balancing',
    fault: 'health-check-fails',
    end: steady,
    says: [replacedUnhealthy, 'due to (reason Health checks failed with these codes: [503]).', steadySaid],
    goals: serving(3),
  },
  { diagram: 'ecs-load-balancing', fault: 'container-exits', end: steady, says: exited, goals: serving(3) },
  {
    diagram: 'ecs-load-balancing',
    fault: 'instance-lost',
    end: steady,
    says: [...terminated, steadySaid],
    goals: [...serving(3), lostInstance],
  },
  {
    diagram: 'ecs-load-balancing',
    fault: 'check-path-wrong',
    end: { loop: 'replacement', again: { log: '(service web) has started' } },
    says: ['due to (reason Health checks failed with these codes: [404]).', 'Task failed ELB health checks in'],
    goals: [noFailures],
  },
  {
    diagram: 'eks-deployment',
    fault: 'image-missing',
    end: { loop: 'back-off', again: { log: 'Pulling: Pulling image "web:7"' } },
    says: ['Failed: Error: ErrImagePull', 'BackOff: Back-off pulling image "web:7"', 'Failed: Error: ImagePullBackOff'],
    goals: [available(3), noFailures, { kind: 'k8s-pod', where: { reason: ['ImagePullBackOff', 'ErrImagePull'] }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-deployment',
    fault: 'no-node-fits',
    end: { rest: 'waiting' },
    says: ['FailedScheduling: 0/3 nodes are available: 3 Insufficient cpu.', 'ProgressDeadlineExceeded'],
    goals: [available(3), noFailures, { kind: 'k8s-pod', where: { reason: 'Unschedulable' }, count: { equals: 2 } }],
  },
  {
    diagram: 'eks-deployment',
    fault: 'crash-loop',
    end: { loop: 'back-off', again: { log: 'Started: Started container web' } },
    says: ['BackOff: Back-off restarting failed container web in pod', 'CrashLoopBackOff'],
    goals: [available(3)],
  },
  {
    diagram: 'eks-deployment',
    fault: 'readiness-fails',
    end: { loop: 'health-probe', again: { kind: 'k8s-pod', where: { health: 'NotReady' } } },
    says: ['Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 503'],
    goals: [available(3), noFailures, { kind: 'k8s-pod', where: { status: 'Running', health: 'NotReady' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-deployment',
    fault: 'node-lost',
    end: { rest: 'waiting' },
    says: ['NodeNotReady: Node is not ready', 'TaintManagerEviction: Marking for deletion Pod default/', 'NodeStatusUnknown'],
    goals: [available(4), noFailures, { kind: 'k8s-node', where: { status: 'Unknown' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-scheduling',
    fault: 'no-node-fits',
    end: { rest: 'waiting' },
    says: ['1 node(s) had untolerated taint(s), 3 Insufficient cpu.'],
    goals: [{ kind: 'k8s-pod', where: { reason: 'Unschedulable' }, count: { atLeast: 1 } }],
  },
  {
    diagram: 'eks-scheduling',
    fault: 'node-lost',
    end: { rest: 'waiting' },
    says: ['NodeNotReady: Node is not ready', 'TaintManagerEviction: Marking for deletion Pod default/'],
    goals: [available(6), { kind: 'k8s-node', where: { status: 'Unknown' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-architecture',
    fault: 'zone-lost',
    end: { rest: 'waiting' },
    says: ['NodeNotReady: Node is not ready', 'TaintManagerEviction: Marking for deletion Pod default/', 'NodeStatusUnknown'],
    goals: [
      available(3),
      { kind: 'k8s-api-server-instance', where: { status: 'Serving' }, count: { equals: 1 } },
      { kind: 'k8s-etcd-member', where: { status: 'Leader' }, count: { equals: 1 } },
      nodes({ status: 'Unknown' }, 1),
    ],
  },
  {
    diagram: 'eks-architecture',
    fault: 'api-server-lost',
    then: { scale: '5' },
    end: { rest: 'waiting' },
    says: [],
    goals: [available(5), { kind: 'k8s-api-server-instance', where: { status: 'Serving' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-architecture',
    fault: 'etcd-member-lost',
    then: { scale: '5' },
    end: { rest: 'waiting' },
    says: [],
    goals: [available(5), { kind: 'k8s-etcd-member', where: { status: 'Leader' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-architecture',
    fault: 'image-missing',
    end: { loop: 'back-off', again: { log: 'Pulling: Pulling image "web:7"' } },
    says: ['Failed: Error: ErrImagePull', 'BackOff: Back-off pulling image "web:7"', 'Failed: Error: ImagePullBackOff'],
    goals: [available(2), { kind: 'k8s-pod', where: { reason: ['ImagePullBackOff', 'ErrImagePull'] }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-architecture',
    fault: 'no-node-fits',
    end: { rest: 'waiting' },
    says: ['FailedScheduling: 0/3 nodes are available: 3 Insufficient cpu.', 'ProgressDeadlineExceeded'],
    goals: [available(3), { kind: 'k8s-pod', where: { reason: 'Unschedulable' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-architecture',
    fault: 'crash-loop',
    end: { loop: 'back-off', again: { log: 'Started: Started container web' } },
    says: ['BackOff: Back-off restarting failed container web in pod', 'CrashLoopBackOff'],
    goals: [available(2)],
  },
  {
    diagram: 'eks-architecture',
    fault: 'readiness-fails',
    end: { loop: 'health-probe', again: { kind: 'k8s-pod', where: { health: 'NotReady' } } },
    says: ['Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 503'],
    goals: [available(2), { kind: 'k8s-pod', where: { status: 'Running', health: 'NotReady' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-architecture',
    fault: 'node-lost',
    end: { rest: 'waiting' },
    says: ['NodeNotReady: Node is not ready', 'TaintManagerEviction: Marking for deletion Pod default/', 'NodeStatusUnknown'],
    goals: [available(3), nodes({ status: 'Unknown' }, 1)],
  },
  {
    diagram: 'eks-pod',
    fault: 'container-crashes',
    at: 60_000,
    on: 'app',
    end: { loop: 'back-off', again: { log: 'Started: Started container app' } },
    says: ['BackOff: Back-off restarting failed container app in pod', 'CrashLoopBackOff', 'Error'],
    goals: [available(0)],
  },
  {
    diagram: 'eks-pod',
    fault: 'out-of-memory',
    at: 60_000,
    on: 'app',
    end: { loop: 'back-off', again: { log: 'Started: Started container app' } },
    says: ['OOMKilled', 'CrashLoopBackOff'],
    goals: [{ kind: 'k8s-container', where: { name: 'app', 'details.exitCode': 137 }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-pod',
    fault: 'readiness-probe-fails',
    at: 60_000,
    on: 'app',
    end: { rest: 'waiting' },
    says: ['Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 503'],
    goals: [
      available(0),
      { kind: 'k8s-pod', where: { status: 'Running', health: 'NotReady', 'details.restarts': 0 }, count: { equals: 1 } },
    ],
  },
  {
    diagram: 'eks-pod',
    fault: 'liveness-probe-fails',
    at: 60_000,
    on: 'app',
    end: { loop: 'back-off', again: { log: 'Started: Started container app' } },
    says: ['Unhealthy: Liveness probe failed', 'Killing: Container app failed liveness probe, will be restarted', 'CrashLoopBackOff'],
    goals: [{ kind: 'k8s-pod', where: { status: 'Running' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-pod',
    fault: 'ignores-sigterm',
    at: 60_000,
    on: 'app',
    end: { rest: 'waiting' },
    says: [],
    goals: [available(1)],
  },
  {
    diagram: 'eks-pod',
    fault: 'image-missing',
    at: 60_000,
    end: { loop: 'back-off', again: { log: 'Pulling: Pulling image "migrate:3"' } },
    says: ['Failed: Error: ErrImagePull', 'Init:ErrImagePull', 'Init:ImagePullBackOff'],
    goals: [available(0), { kind: 'k8s-pod', where: { status: 'Pending' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-pod',
    fault: 'config-missing',
    at: 60_000,
    end: { loop: 'retry', again: { log: 'Failed: Error: configmap' } },
    says: ['Failed: Error: configmap "web-settings" not found', 'CreateContainerConfigError'],
    goals: [available(0), { kind: 'k8s-pod', where: { status: 'Pending', reason: 'CreateContainerConfigError' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-pod',
    fault: 'slow-start',
    at: 60_000,
    end: { loop: 'back-off', again: { log: 'Started: Started container app' } },
    says: ['Unhealthy: Startup probe failed', 'Killing: Container app failed startup probe, will be restarted', 'CrashLoopBackOff'],
    goals: [available(0)],
  },
  {
    diagram: 'eks-pod',
    fault: 'memory-pressure',
    at: 60_000,
    on: 'ip-10-0-2-40',
    end: { rest: 'waiting' },
    says: ['NodeHasInsufficientMemory', 'Evicted: The node was low on resource: memory.', 'Evicted'],
    goals: [available(1), { kind: 'k8s-pod', where: { status: 'Failed', reason: 'Evicted' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-job',
    fault: 'work-fails',
    at: 1_000,
    end: { rest: 'waiting' },
    says: ['BackoffLimitExceeded: Job has reached the specified backoff limit'],
    goals: [{ kind: 'k8s-job', where: { status: 'Failed', reason: 'BackoffLimitExceeded' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-job',
    fault: 'node-lost',
    at: 12_000,
    end: { rest: 'waiting' },
    says: ['NodeNotReady: Node is not ready', 'TaintManagerEviction: Marking for deletion Pod default/'],
    // A pod that nobody can stop is still ending, and so the Job is not Complete yet.
    goals: [{ kind: 'k8s-job', where: { status: 'SuccessCriteriaMet', 'details.succeeded': 6 }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-pod-identity',
    fault: 'agent-absent',
    then: { ask: '' },
    thenOn: 'stock-69-8wc8x',
    end: { rest: 'waiting' },
    says: ['CredentialRetrievalError'],
    goals: [{ kind: 'sts-caller-identity', where: { status: 'Denied' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-pod-identity',
    fault: 'oidc-provider-missing',
    then: { ask: '' },
    thenOn: 'orders-5d-4v4v6',
    end: { rest: 'waiting' },
    says: ['InvalidIdentityToken', 'No OpenIDConnect provider found in your account for https://oidc.eks.'],
    goals: [{ kind: 'sts-caller-identity', where: { status: 'Denied' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-pod-identity',
    fault: 'token-kept',
    on: 'orders-5d-4v4v6',
    then: { ask: '' },
    thenOn: 'orders-5d-4v4v6',
    end: { rest: 'waiting' },
    says: ['ExpiredTokenException'],
    goals: [{ kind: 'sts-caller-identity', where: { status: 'Denied' }, count: { equals: 1 } }],
  },
  // Pods that were set up for a role do not ask the metadata.
  {
    diagram: 'eks-pod-identity',
    fault: 'metadata-closed',
    then: { ask: '' },
    thenOn: 'stock-69-8wc8x',
    end: { rest: 'waiting' },
    says: ['assumed-role/stock/'],
    goals: [{ kind: 'sts-caller-identity', where: { status: 'Allowed' }, count: { equals: 1 } }],
  },
  { diagram: 'eks-control-plane', fault: 'token-expired', end: { rest: 'waiting' }, says: [], goals: [available(2)] },
  {
    diagram: 'eks-control-plane',
    fault: 'api-server-lost',
    end: { rest: 'waiting' },
    says: [],
    goals: [
      { kind: 'k8s-api-server-instance', where: { status: 'Lost' }, count: { equals: 1 } },
      { kind: 'k8s-api-server-instance', where: { status: 'Serving' }, count: { equals: 1 } },
    ],
  },
  {
    diagram: 'eks-control-plane',
    fault: 'etcd-member-lost',
    end: { rest: 'waiting' },
    says: [],
    goals: [
      { kind: 'k8s-etcd-member', where: { status: 'Lost' }, count: { equals: 1 } },
      { kind: 'k8s-etcd-member', where: { status: 'Leader' }, count: { equals: 1 } },
    ],
  },
  {
    diagram: 'eks-control-plane',
    fault: 'zone-lost',
    end: { rest: 'waiting' },
    says: ['NodeNotReady: Node is not ready', 'NodeStatusUnknown'],
    goals: [
      available(2),
      { kind: 'k8s-node', where: { status: 'Unknown' }, count: { equals: 1 } },
      { kind: 'k8s-etcd-member', where: { status: 'Leader' }, count: { equals: 1 } },
    ],
  },
  {
    diagram: 'eks-control-plane',
    fault: 'node-lost',
    end: { rest: 'waiting' },
    says: ['NodeNotReady: Node is not ready', 'NodeStatusUnknown'],
    goals: [available(2), { kind: 'k8s-node', where: { status: 'Unknown' }, count: { equals: 1 } }],
  },
  {
    diagram: 'eks-network-policies',
    fault: 'policies-not-enforced',
    then: { 'connect-from-outside': '203.0.113.10' },
    thenOn: 'drydock',
    end: { rest: 'waiting' },
    says: ['Nothing enforces policies in this cluster: every connection passes.'],
    goals: [{ kind: 'network-flow', where: { status: 'Allowed' }, count: { equals: 1 } }],
  },
  { diagram: 'eks-rbac', fault: 'token-expired', end: { rest: 'waiting' }, says: [], goals: [] },
  {
    diagram: 'ecs-capacity',
    fault: 'spot-warning',
    end: steady,
    says: ['SpotInterruption', 'Your Spot Task was interrupted.', steadySaid],
    goals: [running(11)],
  },
  {
    diagram: 'ecs-capacity',
    fault: 'no-spot-capacity',
    then: { 'set-desired-count': '9' },
    end: { rest: 'waiting' },
    says: ['(service web) was unable to place a task. Reason: Capacity is unavailable at this time.'],
    goals: [running(12)],
  },
  { diagram: 'ecs-capacity', fault: 'instance-lost', end: steady, says: terminated, goals: [running(10), lostInstance] },
  { diagram: 'ecs-capacity', fault: 'agent-disconnected', end: steady, says: [], goals: [running(11)] },
  { diagram: 'ecs-capacity', fault: 'registration-fails', end: steady, says: [], goals: [running(11)] },
  {
    diagram: 'ecs-logging',
    fault: 'logs-unreachable',
    end: { loop: 'throttled-restart', again: { log: '(service orders) has started 1 tasks:' } },
    says: ['TaskFailedToStart', 'ResourceInitializationError: failed to initialize logging driver', replacedUnhealthy],
    goals: lines(0, 100),
  },
  {
    diagram: 'ecs-logging',
    fault: 'log-group-deleted',
    end: { loop: 'log-batch', again: { kind: 'docker-log-driver', where: { status: 'refused' } } },
    says: [],
    goals: [...lines(0, 200), running(2)],
  },
  { diagram: 'ecs-logging', fault: 'noisy-application', end: batches, says: [], goals: [...lines(2_100, 0), running(2)] },
  {
    diagram: 'ecs-logging',
    fault: 'container-exits',
    end: batches,
    says: ['EssentialContainerExited', 'Essential container in task exited'],
    goals: [...lines(200, 0), running(2)],
  },
  {
    diagram: 'ecs-architecture',
    fault: 'instance-lost',
    end: steady,
    says: [...terminated, steadySaid],
    goals: [...serving(3), lostInstance],
  },
  { diagram: 'ecs-architecture', fault: 'container-exits', end: steady, says: exited, goals: serving(3) },
  {
    diagram: 'ecs-architecture',
    fault: 'health-check-fails',
    end: steady,
    says: [replacedUnhealthy, 'Task failed ELB health checks in', steadySaid],
    goals: serving(3),
  },
  {
    diagram: 'ecs-architecture',
    fault: 'image-pull-fails',
    then: { 'set-desired-count': '4' },
    end: { loop: 'throttled-restart', again: { log: '(service web) has started 1 tasks:' } },
    says: [...cannotPull],
    goals: serving(3),
  },
  {
    diagram: 'ecs-architecture',
    fault: 'no-capacity',
    then: { 'set-desired-count': '4' },
    end: { rest: 'waiting' },
    says: [noRoom],
    goals: serving(3),
  },
  {
    diagram: 'ecs-architecture',
    fault: 'registration-delayed',
    then: { 'set-desired-count': '4' },
    end: steady,
    says: [steadySaid],
    goals: serving(4),
  },
  {
    diagram: 'ecs-architecture',
    fault: 'logs-unreachable',
    then: { 'set-desired-count': '4' },
    end: { loop: 'throttled-restart', again: { log: '(service web) has started 1 tasks:' } },
    says: ['TaskFailedToStart', 'failed to initialize logging driver'],
    goals: serving(3),
  },
  ...nodeGroups,
  ...bothKinds,
  ...discovered,
  ...lone,
];
