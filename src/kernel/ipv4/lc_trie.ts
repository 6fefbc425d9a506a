// A level-compressed trie of 32-bit keys: a node looks at several bits at once, and grows or shrinks with how many of
// its children are there. Ref: net/ipv4/fib_trie.c

const KEYLENGTH = 32
/** Percent of children, of a node and of the one at the top, at which it is doubled or halved. */
const INFLATE_THRESHOLD = 50
const INFLATE_THRESHOLD_ROOT = 30
const HALVE_THRESHOLD = 25
const HALVE_THRESHOLD_ROOT = 15
/** Rounds of one or the other at a time. */
const MAX_WORK = 10

interface Leaf {
  readonly key: number
  readonly pos: 0
  readonly bits: 0
  parent: Tnode | null
}

interface Tnode {
  readonly key: number
  /** The lowest bit it looks at, and how many from there up. */
  readonly pos: number
  readonly bits: number
  parent: Tnode | null
  readonly children: (TrieNode | null)[]
  emptyChildren: number
  /** Children that are inner nodes which go on at the very next bit. */
  fullChildren: number
}

export type TrieNode = Leaf | Tnode

export function isTnode(node: TrieNode): node is Tnode {
  return 'children' in node
}

/** The trie of these keys; null when there is none. */
export function growTrie(keys: Iterable<number>): TrieNode | null {
  const trie = makeTnode(0, KEYLENGTH, 0)
  for (const key of keys) insert(trie, key)
  return trie.children[0] ?? null
}

function makeTnode(key: number, pos: number, bits: number): Tnode {
  const shift = pos + bits
  const length = 2 ** bits
  return {
    key: shift < KEYLENGTH ? ((key >>> shift) << shift) >>> 0 : 0,
    pos,
    bits,
    parent: null,
    children: Array.from<TrieNode | null>({ length }).fill(null),
    emptyChildren: length,
    fullChildren: 0,
  }
}

/** Which child a key belongs to; beyond the last one when it does not belong here. Ref: get_cindex() */
function indexOf(key: number, node: TrieNode): number {
  return node.pos === KEYLENGTH ? 0 : (key ^ node.key) >>> node.pos
}

function childAt(node: Tnode, index: number): TrieNode | null {
  return node.children[index] ?? null
}

/** Ref: tnode_full() */
function isFull(node: Tnode, child: TrieNode | null): boolean {
  return child !== null && isTnode(child) && child.pos + child.bits === node.pos
}

function putChild(node: Tnode, index: number, child: TrieNode | null): void {
  const before = childAt(node, index)
  if (!child && before) node.emptyChildren++
  else if (child && !before) node.emptyChildren--
  node.fullChildren += Number(isFull(node, child)) - Number(isFull(node, before))
  node.children[index] = child
  if (child) child.parent = node
}

/** Ref: fib_insert_node() */
function insert(trie: Tnode, key: number): void {
  let parent = trie
  for (;;) {
    const node = childAt(parent, indexOf(key, parent))
    if (!node || !isTnode(node) || indexOf(key, node) >= node.children.length) break
    parent = node
  }
  const there = childAt(parent, indexOf(key, parent))
  if (there) {
    const fork = makeTnode(key, 31 - Math.clz32(key ^ there.key), 1)
    putChild(fork, indexOf(key, fork) ^ 1, there)
    putChild(parent, indexOf(key, parent), fork)
    parent = fork
  }
  putChild(parent, indexOf(key, parent), { key, pos: 0, bits: 0, parent: null })
  let node: Tnode | null = parent
  while (node?.parent) node = resize(node, node.parent)
}

function isTrie(node: Tnode): boolean {
  return node.parent === null
}

function shouldInflate(parent: Tnode, node: Tnode): boolean {
  const used = node.children.length - node.emptyChildren + node.fullChildren
  const threshold = isTrie(parent) ? INFLATE_THRESHOLD_ROOT : INFLATE_THRESHOLD
  return used > 1 && node.pos > 0 && 50 * used >= threshold * node.children.length
}

function shouldHalve(parent: Tnode, node: Tnode): boolean {
  const used = node.children.length - node.emptyChildren
  const threshold = isTrie(parent) ? HALVE_THRESHOLD_ROOT : HALVE_THRESHOLD
  return used > 1 && node.bits > 1 && 100 * used < threshold * node.children.length
}

/** Brings a node to the size its children ask for, and gives the one above. Ref: resize() */
function resize(start: Tnode, parent: Tnode): Tnode {
  const index = indexOf(start.key, parent)
  let node = start
  let work = 0
  for (; work < MAX_WORK && shouldInflate(parent, node); work++)
    node = replace(parent, index, node, inflated(node))
  if (work > 0) return parent
  for (; work < MAX_WORK && shouldHalve(parent, node); work++)
    node = replace(parent, index, node, halved(node))
  if (node.children.length - node.emptyChildren < 2) {
    putChild(parent, index, node.children.find((child) => child !== null) ?? null)
  }
  return parent
}

/** Ref: inflate() */
function inflated(old: Tnode): Tnode {
  const node = makeTnode(old.key, old.pos - 1, old.bits + 1)
  for (const [i, child] of old.children.entries()) {
    if (!child) continue
    if (!isTnode(child) || !isFull(old, child)) {
      putChild(node, indexOf(child.key, node), child)
      continue
    }
    // Its children are spread over two: themselves, when there are no more than two of them.
    for (const half of [0, 1]) putChild(node, 2 * i + half, halfOf(child, half, node.pos))
  }
  return node
}

function halfOf(child: Tnode, half: number, bit: number): TrieNode | null {
  if (child.bits === 1) return childAt(child, half)
  const node = makeTnode((child.key | (half << bit)) >>> 0, child.pos, child.bits - 1)
  const { length } = node.children
  for (let k = 0; k < length; k++) putChild(node, k, childAt(child, half * length + k))
  return node
}

/** Ref: halve() */
function halved(old: Tnode): Tnode {
  const node = makeTnode(old.key, old.pos + 1, old.bits - 1)
  for (let i = 0; i < old.children.length; i += 2) {
    const low = childAt(old, i)
    const high = childAt(old, i + 1)
    if (!low || !high) {
      putChild(node, i / 2, low ?? high)
      continue
    }
    const pair = makeTnode(low.key, old.pos, 1)
    putChild(pair, 0, low)
    putChild(pair, 1, high)
    putChild(node, i / 2, pair)
  }
  return node
}

/** Children that go on at its last bit may fit better now. Ref: replace() */
function replace(parent: Tnode, index: number, old: Tnode, node: Tnode): Tnode {
  putChild(parent, index, node)
  old.parent = null
  for (let i = node.children.length - 1; i >= 0; i--) {
    const child = childAt(node, i)
    if (child && isTnode(child) && isFull(node, child)) resize(child, node)
  }
  return node
}
