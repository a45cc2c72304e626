import type { Kind } from '../model/kind.ts';

/** The schema of a diagram, read from its `topology.mmd` when the site is built. */
export interface Topology {
  readonly direction: 'LR' | 'TB';
  /** In the order of the source, which is the order of drawing and of the keyboard. */
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
}

/** A box of the diagram. With a kind it stands for the resources of that kind; without one it is a drawn part. */
export interface TopologyNode {
  readonly id: string;
  readonly label: string;
  readonly kind?: Kind;
  /** Stands for any number of resources, not for one. */
  readonly many: boolean;
  /** How the boxes in it stand: side by side, or by default below one another. */
  readonly direction?: 'LR';
  /** The box that it is drawn in. */
  readonly parent?: string;
}

/** Who talks to whom; both ends are ids of nodes. */
export interface TopologyEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** Has an arrow at both ends. */
  readonly both?: boolean;
}
