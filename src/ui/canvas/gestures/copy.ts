// Copies of namespaces and bridges, with the cables between them: new names, addresses the next free ones of their
// subnets. A bridge's own address stays behind when it is the machine's: two of one subnet would shadow each other.
import type { DeviceView, MachineView, NetnsView } from '../../../store/lab.ts'
import { freeAddress, parseAddress4 } from '../subnet.ts'
import { isBridge, isLoopback, machineOf } from '../view.ts'
import { deviceNames, vethName } from './freeName.ts'
import { type Gesture, type Refusal, refuse, type Target, type View, word } from './gesture.ts'
import { addresses4 } from './segment.ts'

/** What was copied, as it stood. */
export interface Copied {
  readonly view: View
  readonly targets: readonly Target[]
}

export type CopyPlan =
  | {
      readonly ok: true
      readonly gestures: readonly Gesture[]
      /** Path of each thing copied, and of its copy. */
      readonly paths: readonly (readonly [from: string, to: string])[]
    }
  | Refusal

/** Whether a thing can be copied: a namespace, or a bridge in the machine's own. */
export function isCopied(view: View, target: Target): boolean {
  if (target.kind === 'netns') {
    const netns = view.namespaces.get(target.id)
    return netns !== undefined && !netns.root && netns.name !== null && netns.container === null
  }
  const device = target.kind === 'device' ? view.devices.get(target.id) : undefined
  return isBridge(device) && (view.namespaces.get(device?.netns ?? '')?.root ?? false)
}

/** `onto`: the machine that gets the copies. */
export function planCopy({ view, targets }: Copied, now: View, onto: MachineView): CopyPlan {
  const made = new Copies(view, now, onto)
  const wanted = targets.filter((t) => isCopied(view, t))
  if (wanted.length === 0) return refuse('Namespaces and bridges can be copied: none is chosen.')
  for (const target of wanted) {
    const netns = target.kind === 'netns' ? view.namespaces.get(target.id) : undefined
    const bridge = target.kind === 'device' ? view.devices.get(target.id) : undefined
    if (netns) made.namespace(netns)
    if (bridge) made.rootBridge(bridge)
  }
  made.cables()
  const what = wanted.length === 1 ? 'a copy' : `copies of ${wanted.length} things`
  const note = made.lines.length === 1 ? what : `${what}: names and addresses are the next free ones`
  return { ok: true, gestures: [{ machine: onto.name, lines: made.lines, note }], paths: made.paths }
}

/** Where the copy of an interface goes. */
interface Place {
  /** `ip` or `ip -n red2`. */
  readonly ip: string
  /** Null: the machine's own. */
  readonly netns: string | null
  /** Interface names taken there. */
  readonly taken: Set<string>
}

class Copies {
  readonly lines: string[] = []
  readonly paths: (readonly [string, string])[] = []
  readonly #view: View
  readonly #onto: MachineView
  readonly #root: Place
  readonly #names: Set<string>
  readonly #addresses: Set<number>
  /** By the id of the namespace that was copied, and of the bridge. */
  readonly #places = new Map<string, Place>()
  readonly #bridges = new Map<string, { readonly place: Place; readonly name: string }>()

  constructor(view: View, now: View, onto: MachineView) {
    this.#view = view
    this.#onto = onto
    this.#root = { ip: 'ip', netns: null, taken: deviceNames(onto.namespaces.find((n) => n.root)) }
    this.#names = new Set(onto.namespaces.map((n) => n.name ?? ''))
    this.#addresses = new Set(
      Array.from(now.devices.values()).flatMap((d) => addresses4(d).map((a) => a.address)),
    )
  }

  namespace(netns: NetnsView): void {
    const name = nextName(this.#names, netns.name ?? 'ns')
    this.#names.add(name)
    const place: Place = { ip: `ip -n ${word(name)}`, netns: name, taken: new Set(['lo']) }
    this.#places.set(netns.id, place)
    this.#path(netns.name ?? '', netns, name)
    this.lines.push(`ip netns add ${word(name)}`)
    const lo = netns.devices.find(isLoopback)
    if (lo?.up) this.lines.push(`${place.ip} link set lo up`)
    if (netns.forwarding) this.lines.push(`ip netns exec ${word(name)} sysctl -w net.ipv4.ip_forward=1`)
    for (const bridge of netns.devices.filter(isBridge)) this.#bridge(bridge, place, bridge.name)
  }

  rootBridge(bridge: DeviceView): void {
    const name = nextName(this.#root.taken, bridge.name)
    const netns = this.#view.namespaces.get(bridge.netns)
    if (netns) this.#path(bridge.name, netns, name)
    this.#bridge(bridge, this.#root, name)
  }

  #path(name: string, netns: NetnsView, copy: string): void {
    const machine = machineOf(this.#view, netns)?.name ?? netns.machine
    this.paths.push([`${machine}/${name}`, `${this.#onto.name}/${copy}`])
  }

  #bridge(bridge: DeviceView, place: Place, name: string): void {
    place.taken.add(name)
    this.#bridges.set(bridge.id, { place, name })
    this.lines.push(`${place.ip} link add ${word(name)} type bridge`)
    this.#settings(bridge, place, name)
  }

  /** Veth pairs whose two ends are both in what is copied. */
  cables(): void {
    for (const a of this.#view.devices.values()) {
      const b = a.peer === null ? undefined : this.#view.devices.get(a.peer)
      if (!b || a.kind !== 'veth' || b.id < a.id) continue
      const [one, two] = [this.#placeOf(a), this.#placeOf(b)]
      if (!one || !two) continue
      // The command is typed where the machine's own end is, if it has one.
      if (two.netns === null && one.netns !== null) this.#cable(b, two, a, one)
      else this.#cable(a, one, b, two)
    }
  }

  #placeOf(device: DeviceView): Place | null {
    const own = this.#places.get(device.netns)
    if (own) return own
    return device.master !== null && this.#bridges.has(device.master) ? this.#root : null
  }

  #cable(a: DeviceView, one: Place, b: DeviceView, two: Place): void {
    const name = this.#endName(a, one, two)
    const peer = this.#endName(b, two, one)
    const there = one === two ? '' : ` netns ${word(two.netns ?? '1')}`
    this.lines.push(`${one.ip} link add ${word(name)} type veth peer name ${word(peer)}${there}`)
    this.#settings(a, one, name)
    this.#settings(b, two, peer)
  }

  /** In a new namespace nobody has its name yet; in the machine's own it is called after where it leads. */
  #endName(device: DeviceView, place: Place, other: Place): string {
    const name =
      place.netns === null && other.netns !== null
        ? vethName(place.taken, other.netns)
        : place.taken.has(device.name)
          ? nextName(place.taken, device.name)
          : device.name
    place.taken.add(name)
    return name
  }

  #settings(device: DeviceView, place: Place, name: string): void {
    const master = device.master === null ? undefined : this.#bridges.get(device.master)
    if (master) this.lines.push(`${place.ip} link set ${word(name)} master ${word(master.name)}`)
    if (device.up) this.lines.push(`${place.ip} link set ${word(name)} up`)
    if (place.netns === null) return
    for (const { family, scope, text } of device.addresses) {
      const own = family === 4 && scope === 'global' ? parseAddress4(text) : null
      const free = own && freeAddress(own, this.#addresses)
      const parsed = free === null ? null : parseAddress4(free)
      if (!free || !parsed) continue
      this.#addresses.add(parsed.address)
      this.lines.push(`${place.ip} addr add ${free} dev ${word(name)}`)
    }
  }
}

/** `ns1` → `ns2`, `red` → `red2`: the next that is free. */
function nextName(taken: ReadonlySet<string>, name: string): string {
  const [, stem = name, digits] = /^(.*?)(\d+)?$/.exec(name) ?? []
  for (let n = digits === undefined ? 2 : Number(digits) + 1; ; n++) {
    const next = `${stem.slice(0, 15 - String(n).length)}${n}`
    if (!taken.has(next)) return next
  }
}
