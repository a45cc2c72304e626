import type { Kind } from '../../model/kind.ts';

/** Every code that something of this domain waits for, by kind; each has its words in `content/states/`. */
export const eksWaitCodes: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  'k8s-pod': [
    'scheduler',
    'kubelet',
    'sandbox',
    'image',
    'next-pull',
    'start',
    'readiness-probe',
    'third-failed-probe',
    'restart',
    'next-restart',
    'exit',
    'removal',
    'container',
  ],
  'k8s-container': ['image', 'next-pull', 'config', 'start', 'startup-probe', 'readiness-probe', 'exit', 'restart', 'next-restart'],
  'eks-cluster': ['update'],
  'eks-nodegroup': ['setup', 'new-nodes', 'eviction', 'pause', 'termination', 'scale-down'],
  'autoscaling-group': ['launch'],
  'k8s-etcd': ['quorum', 'leader'],
  'k8s-api-server-instance': ['start', 'replacement'],
  'k8s-node': ['connection'],
  'k8s-deployment-controller': ['change', 'ready-pod'],
  'k8s-replica-set-controller': ['change', 'ready-pod'],
  'k8s-endpoint-slice-controller': ['change'],
  'k8s-service': ['endpoint', 'rules'],
  'k8s-job-controller': ['change', 'back-off', 'pods'],
  'k8s-scheduler': ['new-pod', 'room'],
  'k8s-node-lifecycle-controller': ['change', 'toleration'],
};
