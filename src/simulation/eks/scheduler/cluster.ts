import type { KubeNode, Pod } from '../objects.ts';

/** A node with the pods on it. */
export interface Occupied {
  readonly node: KubeNode;
  readonly pods: readonly Pod[];
}

/** The nodes that the scheduler knows, each with its pods. */
export type Cluster = readonly Occupied[];

/** The namespace of a pod. */
export const namespaceOf = ({ metadata }: Pod): string => metadata.namespace ?? 'default';

/** How many pods were counted in each domain, by the label of the node and its value. */
export class DomainCounts {
  readonly #counts = new Map<string, Map<string, number>>();

  /** Counts pods in the domain of a node; none where the node lacks the label. */
  add(key: string, { metadata }: KubeNode, pods: number): void {
    const value = metadata.labels?.[key];
    if (value === undefined) return;
    const ofKey = this.#counts.get(key) ?? new Map<string, number>();
    this.#counts.set(key, ofKey.set(value, (ofKey.get(value) ?? 0) + pods));
  }

  /** The count of a node's own domain. */
  at(key: string, { metadata }: KubeNode): number {
    const value = metadata.labels?.[key];
    return value === undefined ? 0 : (this.domains(key).get(value) ?? 0);
  }

  /** The domains of a label that were counted. */
  domains(key: string): ReadonlyMap<string, number> {
    return this.#counts.get(key) ?? new Map<string, number>();
  }

  /** Whether any pod was counted in the domain of a node by any label. */
  touches(node: KubeNode): boolean {
    return [...this.#counts.keys()].some((key) => this.at(key, node) > 0);
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }
}
