const BITS = 5;
const MASK = 31;

/** Marks the nodes that one batch of changes made and may therefore still change in place. */
export interface Edit {
  readonly open: true;
}

/** Begins a batch: nodes made under it are changed in place until the batch is forgotten. */
export const newEdit = (): Edit => ({ open: true });

interface Branch<V> {
  readonly edit: Edit | undefined;
  bitmap: number;
  readonly children: Child<V>[];
}
interface Leaf<V> {
  readonly hash: number;
  readonly key: string;
  readonly value: V;
  readonly next: Leaf<V> | undefined;
}
type Child<V> = Branch<V> | Leaf<V>;

const isLeaf = <V>(child: Child<V>): child is Leaf<V> => 'key' in child;

/** As much of the end of an id as tells all of its kind apart: of a node `ip-10-0-255-255.ap-southeast-2.compute.internal`. */
const TAIL = 48;

/** Ids of a kind differ in their tail, so the tail is enough and keeps long ARNs cheap. */
function hashOf(key: string): number {
  let hash = key.length;
  for (let i = Math.max(0, key.length - TAIL); i < key.length; i += 1)
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x5bd1e995) ^ (hash >>> 15);
  return Math.imul(hash ^ (hash >>> 13), 0x5bd1e995) >>> 0;
}

function popcount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const bitAt = (hash: number, shift: number): number => 1 << ((hash >>> shift) & MASK);
const slotOf = (bitmap: number, bit: number): number => popcount(bitmap & (bit - 1));

function editable<V>(branch: Branch<V>, edit: Edit | undefined): Branch<V> {
  if (edit !== undefined && branch.edit === edit) return branch;
  return { edit, bitmap: branch.bitmap, children: branch.children.slice() };
}

/** Two leaves of different hash under as many branches as they share bits. */
function split<V>(first: Leaf<V>, second: Leaf<V>, shift: number, edit: Edit | undefined): Child<V> {
  const a = bitAt(first.hash, shift);
  const b = bitAt(second.hash, shift);
  if (a === b) return { edit, bitmap: a, children: [split(first, second, shift + BITS, edit)] };
  const inOrder = slotOf(a | b, a) === 0;
  return { edit, bitmap: a | b, children: inOrder ? [first, second] : [second, first] };
}

function without<V>(leaf: Leaf<V>, key: string): Leaf<V> | undefined {
  if (leaf.key === key) return leaf.next;
  const next = leaf.next && without(leaf.next, key);
  return next === leaf.next ? leaf : { ...leaf, next };
}

function find<V>(leaf: Leaf<V> | undefined, key: string): Leaf<V> | undefined {
  for (let at = leaf; at !== undefined; at = at.next) if (at.key === key) return at;
  return undefined;
}

function put<V>(branch: Branch<V>, shift: number, hash: number, key: string, value: V, edit: Edit | undefined): Branch<V> {
  const bit = bitAt(hash, shift);
  const slot = slotOf(branch.bitmap, bit);
  const own = editable(branch, edit);
  const child = (branch.bitmap & bit) === 0 ? undefined : branch.children[slot];
  if (child === undefined) {
    own.bitmap |= bit;
    own.children.splice(slot, 0, { hash, key, value, next: undefined });
  } else if (!isLeaf(child)) {
    own.children[slot] = put(child, shift + BITS, hash, key, value, edit);
  } else if (child.hash === hash) {
    own.children[slot] = { hash, key, value, next: without(child, key) };
  } else {
    own.children[slot] = split(child, { hash, key, value, next: undefined }, shift + BITS, edit);
  }
  return own;
}

function drop<V>(branch: Branch<V>, shift: number, hash: number, key: string, edit: Edit | undefined): Branch<V> {
  const bit = bitAt(hash, shift);
  if ((branch.bitmap & bit) === 0) return branch;
  const slot = slotOf(branch.bitmap, bit);
  const child = branch.children[slot];
  if (child === undefined) return branch;
  const rest = isLeaf(child) ? without(child, key) : drop(child, shift + BITS, hash, key, edit);
  if (rest === child) return branch;
  const own = editable(branch, edit);
  if (rest === undefined || (!isLeaf(rest) && rest.bitmap === 0)) {
    own.bitmap &= ~bit;
    own.children.splice(slot, 1);
  } else {
    own.children[slot] = rest;
  }
  return own;
}

function* leaves<V>(branch: Branch<V>): Generator<Leaf<V>> {
  for (const child of branch.children) {
    if (!isLeaf(child)) yield* leaves(child);
    else for (let leaf: Leaf<V> | undefined = child; leaf !== undefined; leaf = leaf.next) yield leaf;
  }
}

const emptyRoot: Branch<never> = { edit: undefined, bitmap: 0, children: [] };

/**
 * An immutable map of strings (a hash array mapped trie): a changed copy shares all but the path to the change,
 * so every moment of a run can keep its own map. The order of iteration depends on the keys alone, never on history.
 */
export class PersistentMap<V> implements ReadonlyMap<string, V> {
  readonly size: number;
  readonly #root: Branch<V>;

  private constructor(root: Branch<V>, size: number) {
    this.#root = root;
    this.size = size;
  }

  /** The map without entries. */
  static empty<V>(): PersistentMap<V> {
    return new PersistentMap<V>(emptyRoot, 0);
  }

  /** A map of the given entries; a later entry of the same key wins. */
  static from<V>(entries: Iterable<readonly [string, V]>): PersistentMap<V> {
    const edit = newEdit();
    let map = PersistentMap.empty<V>();
    for (const [key, value] of entries) map = map.set(key, value, edit);
    return map;
  }

  get(key: string): V | undefined {
    return this.#leaf(key)?.value;
  }

  has(key: string): boolean {
    return this.#leaf(key) !== undefined;
  }

  /** A map with this entry; with `edit`, nodes of the same batch are reused. */
  set(key: string, value: V, edit?: Edit): PersistentMap<V> {
    const known = this.#leaf(key);
    if (known !== undefined && known.value === value) return this;
    const root = put(this.#root, 0, hashOf(key), key, value, edit);
    return new PersistentMap(root, known === undefined ? this.size + 1 : this.size);
  }

  /** A map without this key. */
  delete(key: string, edit?: Edit): PersistentMap<V> {
    if (!this.has(key)) return this;
    return new PersistentMap(drop(this.#root, 0, hashOf(key), key, edit), this.size - 1);
  }

  *entries(): MapIterator<[string, V]> {
    for (const leaf of leaves(this.#root)) yield [leaf.key, leaf.value];
  }

  *keys(): MapIterator<string> {
    for (const leaf of leaves(this.#root)) yield leaf.key;
  }

  *values(): MapIterator<V> {
    for (const leaf of leaves(this.#root)) yield leaf.value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const leaf of leaves(this.#root)) callback(leaf.value, leaf.key, this);
  }

  #leaf(key: string): Leaf<V> | undefined {
    const hash = hashOf(key);
    let branch = this.#root;
    for (let shift = 0; ; shift += BITS) {
      const bit = bitAt(hash, shift);
      if ((branch.bitmap & bit) === 0) return undefined;
      const child = branch.children[slotOf(branch.bitmap, bit)];
      if (child === undefined) return undefined;
      if (isLeaf(child)) return find(child, key);
      branch = child;
    }
  }
}
