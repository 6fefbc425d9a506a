// Who among a bridge's ports means to hear what is flooded. Hosts ask and tell each other a great deal that is for one
// of them, and on a large bridge each such frame would be looked at by all the others only to be thrown away. A port
// whose far end lists what it hears of (Stack.topics) stays quiet: frames that are about something else are counted for
// all quiet ports at once, and its devices settle when they are asked for their counters. Whatever may change what a
// port passes on or its far end hears of ends its quiet; the next flood looks at it again.
import { ETH_HEADER } from '../../wire/ethernet.ts'
import type { NetDevice, Stack } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { FAR } from '../core/storm.ts'
import type { Owed, Topic } from '../core/topics.ts'
import { vethFarEnd, VETH_DELAY } from '../drivers/veth.ts'
import { BR_STATE_FORWARDING, type Bridge, type BridgePort } from './br.ts'

/** A frame of no more octets than this fits whatever IPv6 can be used on. */
const LEAST_MTU = 1280

interface Tally {
  packets: number
  octets: number
}

/** A frame on its way to the far ends of all quiet ports but some. */
interface Flight {
  readonly octets: number
  readonly without: Set<Quiet>
  /** What to give those that stopped being quiet since. */
  readonly skb: SkBuff
  readonly to: NetDevice[]
}

/** A port that is quiet, from one change to the next. */
class Quiet implements Owed {
  readonly audience: Audience
  readonly port: BridgePort
  readonly far: NetDevice
  readonly topics: readonly Topic[]
  #sent: Tally
  #received: Tally
  live = true

  constructor(audience: Audience, port: BridgePort, far: NetDevice, topics: readonly Topic[]) {
    this.audience = audience
    this.port = port
    this.far = far
    this.topics = topics
    this.#sent = { ...audience.sent }
    this.#received = { ...audience.received }
    port.dev.owed = this
    far.owed = this
    far.net.owed.add(this)
  }

  settle(): void {
    const { sent, received } = this.audience
    const { dev } = this.port
    dev.txPackets += sent.packets - this.#sent.packets
    dev.txBytes += sent.octets - this.#sent.octets
    this.far.rxPackets += received.packets - this.#received.packets
    this.far.rxBytes += received.octets - this.#received.octets
    this.#sent = { ...sent }
    this.#received = { ...received }
  }

  end(): void {
    if (!this.live) return
    this.settle()
    this.live = false
    this.port.dev.owed = null
    this.far.owed = null
    this.far.net.owed.delete(this)
    this.audience.left(this)
  }
}

export class Audience {
  readonly sent: Tally = { packets: 0, octets: 0 }
  readonly received: Tally = { packets: 0, octets: 0 }
  /** Ports that are shown everything, for all that is known. */
  readonly #loud = new Set<BridgePort>()
  readonly #quiet = new Map<BridgePort, Quiet>()
  /** By what a topic is about, then by what is known of it. */
  readonly #listeners = new Map<number, Map<number | null, Set<Quiet>>>()
  readonly #flights = new Set<Flight>()

  add(port: BridgePort): void {
    this.#loud.add(port)
  }

  remove(port: BridgePort): void {
    this.#quiet.get(port)?.end()
    this.#loud.delete(port)
  }

  /** Something about the port itself has changed. */
  changed(port: BridgePort): void {
    this.#quiet.get(port)?.end()
  }

  left(quiet: Quiet): void {
    this.#quiet.delete(quiet.port)
    this.#loud.add(quiet.port)
    for (const { about, said } of quiet.topics) {
      const known = this.#listeners.get(about)
      const listeners = known?.get(said)
      if (!listeners?.delete(quiet) || listeners.size > 0) continue
      known?.delete(said)
      if (known?.size === 0) this.#listeners.delete(about)
    }
    for (const flight of this.#flights) if (!flight.without.has(quiet)) flight.to.push(quiet.far)
  }

  /**
   * Counts a frame that came by `from` for every port whose far end would take no notice of it. Those that are left, in
   * the order of ports, newest first; null when it has to be shown to all.
   */
  count(
    skb: SkBuff,
    from: BridgePort | null,
    arrive: (skb: SkBuff, to: NetDevice) => void,
  ): BridgePort[] | null {
    const { stack } = skb.dev.net
    const topics = topicsOf(stack, skb)
    if (!topics) return null
    for (const port of this.#loud) this.#consider(port)
    const without = new Set<Quiet>()
    for (const { about, said } of topics) {
      for (const [known, listeners] of this.#listeners.get(about) ?? []) {
        if (known === null || known !== said) for (const quiet of listeners) without.add(quiet)
      }
    }
    const own = from && this.#quiet.get(from)
    if (own) without.add(own)
    if (this.#quiet.size > without.size) {
      const octets = skb.length
      for (const quiet of without) uncountSent(quiet, octets)
      this.sent.packets++
      this.sent.octets += octets
      const flight = { octets, without, skb, to: [] }
      this.#flights.add(flight)
      skb.shared = true
      stack.clock.post(VETH_DELAY, (landed: Flight) => this.#land(landed, arrive), flight, null)
    }
    const left = [...this.#loud]
    for (const { port } of without) left.push(port)
    return left.sort((a, b) => b.age - a.age)
  }

  #land(flight: Flight, arrive: (skb: SkBuff, to: NetDevice) => void): void {
    const { octets, without, skb, to } = flight
    this.#flights.delete(flight)
    for (const quiet of without) {
      if (!quiet.live) continue
      quiet.far.rxPackets--
      quiet.far.rxBytes -= octets
    }
    this.received.packets++
    this.received.octets += octets
    for (const dev of to) arrive(skb, dev)
  }

  /** Makes a port quiet if it can be. */
  #consider(port: BridgePort): void {
    const far = plainFarEnd(port)
    const topics = far && hears(far)
    if (!far || !topics) return
    this.#loud.delete(port)
    const quiet = new Quiet(this, port, far, topics)
    this.#quiet.set(port, quiet)
    for (const { about, said } of topics) {
      let known = this.#listeners.get(about)
      if (!known) this.#listeners.set(about, (known = new Map()))
      const listeners = known.get(said)
      if (listeners) listeners.add(quiet)
      else known.set(said, new Set([quiet]))
    }
    for (const flight of this.#flights) flight.without.add(quiet)
  }
}

/** Takes back what the sum will give it. */
function uncountSent({ port: { dev } }: Quiet, octets: number): void {
  dev.txPackets--
  dev.txBytes -= octets
}

/** What a frame is about, of those that can be counted in this way. */
function topicsOf(stack: Stack, skb: SkBuff): readonly Topic[] | null {
  const { frame } = skb
  if (!frame || frame.vlan || skb.arpAnswered || skb.hops > FAR) return null
  if (skb.length > LEAST_MTU + ETH_HEADER) return null
  return stack.topics.get(frame.etherType)?.of(frame) ?? null
}

/** The far end of a cable that passes everything on, to protocols of another namespace and nobody else. */
function plainFarEnd(port: BridgePort): NetDevice | null {
  if (port.state !== BR_STATE_FORWARDING || port.isolated || !port.mcastFlood || !port.bcastFlood) return null
  if (port.proxyArp || port.proxyArpWifi || port.neighSuppress) return null
  const { dev } = port
  const far = vethFarEnd(dev)
  if (!far || !dev.active || dev.owed || dev.mtu < LEAST_MTU || far.net === dev.net) return null
  if (!far.up || !far.registered || far.rxHandler || far.owed || far.mtu < LEAST_MTU) return null
  return far.net.taps.length === 0 && far.net.nf.idle ? far : null
}

function hears(dev: NetDevice): readonly Topic[] | null {
  const all: Topic[] = []
  for (const { heardBy } of dev.net.stack.topics.values()) {
    const topics = heardBy(dev)
    if (!topics) return null
    all.push(...topics)
  }
  return all
}

const audiences = new WeakMap<Bridge, Audience>()

export function audienceOf(bridge: Bridge): Audience {
  let audience = audiences.get(bridge)
  if (!audience) audiences.set(bridge, (audience = new Audience()))
  return audience
}
