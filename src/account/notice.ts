/** One thing that a reader must know about what they opened. */
export interface Notice {
  /** `problem`: a file was refused. `failure`: AWS itself said so. `unmapped`: read, and not drawn. `ignored`: not needed. */
  readonly kind: 'problem' | 'failure' | 'unmapped' | 'ignored';
  /** The file that it is about. */
  readonly file: string;
  /** One sentence: what, where, and what to do. */
  readonly text: string;
}
