/** The minor number of a version such as `1.36`, or of a kubelet's `v1.36.4-eks-7a1b2c3`. */
export const minorOf = (version: string): number => Number(/^v?1\.(\d+)/.exec(version)?.[1] ?? Number.NaN);

/** How many minor versions a kubelet may be older than its API server. */
const MOST_BEHIND = 3;

/** The versions that EKS offers, oldest first. */
const offered = ['1.31', '1.32', '1.33', '1.34', '1.35', '1.36'] as const;

/** Why a control plane cannot go from one version to another; undefined when it can. EKS goes one minor version at a time. */
export function updateFlaw(from: string, to: string, kubelets: readonly string[]): string | undefined {
  if (!offered.some((version) => version === to)) return 'unsupported Kubernetes version';
  if (minorOf(to) !== minorOf(from) + 1) return `Unsupported Kubernetes minor version update from ${from} to ${to}`;
  const old = kubelets.filter((kubelet) => minorOf(to) - minorOf(kubelet) > MOST_BEHIND);
  return old.length === 0
    ? undefined
    : `Nodes with kubelet ${old.join(', ')} would be more than ${MOST_BEHIND} minor versions older than the control plane; update them first`;
}
