import type { KubeNode, Metadata, Pod, PodSpec } from '../../simulation/eks/objects.ts';

/** A Pod as tables write it: what plays no part is left out. */
export type PodRow = {
  readonly metadata?: Partial<Metadata>;
  readonly spec?: Partial<PodSpec>;
  readonly status?: Pod['status'];
};

/** A Node as tables write it. */
export type NodeRow = {
  readonly metadata?: Partial<Metadata>;
  readonly spec?: KubeNode['spec'];
  readonly status?: KubeNode['status'];
};

/** A whole Pod from a row. */
export const podOf = ({ metadata = {}, spec = {}, status }: PodRow): Pod => ({
  metadata: { ...metadata, name: metadata.name ?? '' },
  spec: { ...spec, containers: spec.containers ?? [] },
  ...(status === undefined ? {} : { status }),
});

/** A whole Node from a row. */
export const nodeOf = ({ metadata = {}, spec = {}, status }: NodeRow): KubeNode => ({
  metadata: { ...metadata, name: metadata.name ?? '' },
  spec,
  ...(status === undefined ? {} : { status }),
});

/** One value a node, by the names of the nodes. */
export const byName = <T>(nodes: readonly KubeNode[], values: readonly T[]): Readonly<Record<string, T | undefined>> =>
  Object.fromEntries(nodes.map(({ metadata }, index) => [metadata.name, values[index]]));
