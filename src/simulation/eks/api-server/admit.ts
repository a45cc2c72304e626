import type { Pod, Toleration } from '../objects.ts';

/** How long a pod stays on a node that is not ready or does not answer, unless it says otherwise. */
const TOLERATION_SECONDS = 300;
const DEFAULT_GRACE_SECONDS = 30;

const defaulted = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

const tolerates = (tolerations: readonly Toleration[], key: string): boolean =>
  tolerations.some((one) => (one.key === key || one.key === undefined) && (one.effect === undefined || one.effect === 'NoExecute'));

/** What admission makes of a new pod: the defaults of the API, and the tolerations of DefaultTolerationSeconds. */
export function admitPod(pod: Pod): Pod {
  const { tolerations = [] } = pod.spec;
  const added = defaulted
    .filter((key) => !tolerates(tolerations, key))
    .map((key) => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: TOLERATION_SECONDS }));
  return {
    ...pod,
    spec: {
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: DEFAULT_GRACE_SECONDS,
      ...pod.spec,
      tolerations: [...tolerations, ...added],
    },
    status: { phase: 'Pending', ...pod.status },
  };
}
