// The namespace that somebody looks at: its counters are told when they change and, if they are asked for, so are its
// rule sets and flows.
import type { InsideView } from '../lab/netfilterview.ts'
import type { Node } from '../lab/nodes.ts'
import type { Software } from '../lab/programs.ts'
import type { NetnsId } from '../lab/view.ts'

const EMPTY: InsideView = { firewall: [], flows: [], processes: [] }

export class Lookout {
  #netns: NetnsId | null = null
  #inside = false
  #told = ''

  look(netns: NetnsId | null, inside: boolean): void {
    this.#netns = netns
    this.#inside = inside
    this.#told = ''
  }

  get netns(): NetnsId | null {
    return this.#netns
  }

  /** null when nobody asked, or all is as it was told. */
  take(
    nodes: ReadonlyMap<string, Node>,
    { inside: insideOf }: Software,
  ): { readonly netns: NetnsId; readonly inside: InsideView } | null {
    const netns = this.#netns
    if (netns === null || !this.#inside) return null
    const [machine = '', inode = ''] = netns.split('/')
    const node = nodes.get(machine)
    const net = [...(node?.kernel.nets ?? [])].find((n) => n.inode === Number(inode))
    const inside = node?.kind === 'machine' && net && insideOf ? insideOf(node, net) : EMPTY
    const text = JSON.stringify(inside)
    if (text === this.#told) return null
    this.#told = text
    return { netns, inside }
  }
}
