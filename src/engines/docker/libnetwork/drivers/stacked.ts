// Networks whose containers have a macvlan or an ipvlan of one of the host's devices.
// (Ref: moby libnetwork/drivers/macvlan/macvlan_network.go, macvlan_joinleave.go; ipvlan/…)
import type { Blocking, Process } from '../../../../os/program.ts'
import {
  IPVLAN_F_PRIVATE,
  IPVLAN_F_VEPA,
  IPVLAN_MODE_L2,
  IPVLAN_MODE_L3,
  IPVLAN_MODE_L3S,
  MACVLAN_MODE_BRIDGE,
  MACVLAN_MODE_PASSTHRU,
  MACVLAN_MODE_PRIVATE,
  MACVLAN_MODE_VEPA,
} from '../../../../uapi/if_link.ts'
import type { LinkInfo } from '../../../../uapi/rtnetlink.ts'
import { invalidParameter, isApiError, systemError, type ApiError } from '../apiError.ts'
import { generateIfaceName, randomMac } from '../ids.ts'
import { addLink, deleteLink, goText, linkByName } from '../netlink.ts'
import type { Endpoint, Network } from '../network.ts'
import type { Address } from '../prefix.ts'
import type { Driver, NetworkPlan } from './driver.ts'
import { ensureParent } from './parent.ts'

type Options = Readonly<Record<string, string>>

const MACVLAN_MODES: Readonly<Record<string, number>> = {
  bridge: MACVLAN_MODE_BRIDGE,
  private: MACVLAN_MODE_PRIVATE,
  vepa: MACVLAN_MODE_VEPA,
  passthru: MACVLAN_MODE_PASSTHRU,
}

const IPVLAN_MODES: Readonly<Record<string, number>> = {
  l2: IPVLAN_MODE_L2,
  l3: IPVLAN_MODE_L3,
  l3s: IPVLAN_MODE_L3S,
}

const IPVLAN_FLAGS: Readonly<Record<string, number>> = {
  bridge: 0,
  private: IPVLAN_F_PRIVATE,
  vepa: IPVLAN_F_VEPA,
}

interface Standing {
  readonly parent: string
  readonly mode: string
  /** The parent was made for it and goes with the last network that uses it. */
  readonly madeParent: boolean
}

/** In what macvlan and ipvlan differ. */
interface Kind {
  readonly name: 'macvlan' | 'ipvlan'
  check(options: Options): ApiError | null
  modeOf(options: Options): string
  linkinfo(options: Options): LinkInfo
  /** Why two networks cannot share a parent. */
  clash(mode: string, other: Network, its: Standing): ApiError | null
  /** Whether containers send out of the device, whoever is there. */
  routed(options: Options): boolean
}

export const MACVLAN: Kind = {
  name: 'macvlan',
  check: (options) =>
    MACVLAN.modeOf(options) in MACVLAN_MODES
      ? null
      : invalidParameter(
          `requested macvlan mode '${MACVLAN.modeOf(options)}' is not valid, 'bridge' mode is the macvlan driver default`,
        ),
  modeOf: (options) => options['macvlan_mode'] || 'bridge',
  linkinfo: (options) => ({
    kind: 'macvlan',
    macvlan: { mode: MACVLAN_MODES[MACVLAN.modeOf(options)] ?? MACVLAN_MODE_BRIDGE },
  }),
  clash: (mode, { id }, { parent, mode: other }) => {
    const using = `macvlan network ${id} is already using parent interface ${parent}`
    if (mode === 'passthru') return systemError(`cannot use mode passthru, ${using}`)
    if (other === 'passthru')
      return systemError(`cannot use parent interface ${parent}, ${using} in mode passthru`)
    return null
  },
  routed: () => false,
}

export const IPVLAN: Kind = {
  name: 'ipvlan',
  check: (options) => {
    const mode = IPVLAN.modeOf(options)
    const flag = options['ipvlan_flag'] || 'bridge'
    if (!(mode in IPVLAN_MODES))
      return invalidParameter(
        `requested ipvlan mode '${mode}' is not valid, 'l2' mode is the ipvlan driver default`,
      )
    return flag in IPVLAN_FLAGS
      ? null
      : invalidParameter(
          `requested ipvlan flag '${flag}' is not valid, 'bridge' is the ipvlan driver default`,
        )
  },
  modeOf: (options) => options['ipvlan_mode'] || 'l2',
  linkinfo: (options) => ({
    kind: 'ipvlan',
    ipvlan: {
      mode: IPVLAN_MODES[IPVLAN.modeOf(options)] ?? IPVLAN_MODE_L2,
      flags: IPVLAN_FLAGS[options['ipvlan_flag'] || 'bridge'] ?? 0,
    },
  }),
  clash: (_mode, { id }, { parent }) =>
    systemError(`network di-${id.slice(0, 12)} is already using parent interface ${parent}`),
  routed: (options) => IPVLAN.modeOf(options) !== 'l2',
}

export class StackedDriver implements Driver {
  readonly scope = 'local'
  readonly addressed = true
  readonly #p: Process
  readonly #kind: Kind
  readonly #standing = new Map<Network, Standing>()

  constructor(p: Process, kind: Kind) {
    this.#p = p
    this.#kind = kind
  }

  check({ options }: NetworkPlan): ApiError | { readonly skipGateway: boolean } {
    const { name } = this.#kind
    const wrong = this.#kind.check(options)
    if (wrong) return wrong
    if (options['parent'] === 'lo')
      return invalidParameter(`loopback interface is not a valid ${name} parent link`)
    return { skipGateway: this.#kind.routed(options) }
  }

  *createNetwork(network: Network): Blocking<ApiError | null> {
    yield* []
    const { options, id } = network.record
    const mode = this.#kind.modeOf(options)
    // Without a parent its containers see only each other.
    const prefix = this.#kind.name === 'macvlan' ? 'dm' : 'di'
    const parent = options['parent'] || `${prefix}-${id.slice(0, 12)}`
    for (const [other, standing] of this.#standing) {
      const clash = standing.parent === parent ? this.#kind.clash(mode, other, standing) : null
      if (clash) return clash
    }
    const made = options['parent'] ? ensureParent(this.#p, parent) : this.#dummy(parent)
    if (isApiError(made)) return made
    this.#standing.set(network, { parent, mode, madeParent: made })
    return null
  }

  *deleteNetwork(network: Network): Blocking<void> {
    yield* []
    const standing = this.#standing.get(network)
    this.#standing.delete(network)
    const shared = [...this.#standing.values()].some(({ parent }) => parent === standing?.parent)
    if (standing?.madeParent && !shared) deleteLink(this.#p, standing.parent)
  }

  *createEndpoint(endpoint: Endpoint): Blocking<ApiError | null> {
    yield* []
    const p = this.#p
    const { network } = endpoint
    const standing = this.#standing.get(network)
    const { name } = this.#kind
    const parent = standing ? linkByName(p, standing.parent) : null
    if (!standing || !parent)
      return systemError(
        `error occurred looking up the ${name} parent iface ${standing?.parent ?? ''} error: Link not found`,
      )
    endpoint.srcName = generateIfaceName(p)
    if (name === 'macvlan' && endpoint.mac === 0) endpoint.mac = randomMac(p)
    const linkinfo = this.#kind.linkinfo(network.record.options)
    const refused = addLink(p, { ifname: endpoint.srcName, link: parent.index, txqlen: 0, linkinfo })
    return refused ? systemError(`failed to create the ${name} port: ${goText(refused)}`) : null
  }

  *waitForward(): Blocking<void> {
    yield* []
  }

  *deleteEndpoint({ srcName }: Endpoint): Blocking<void> {
    yield* []
    deleteLink(this.#p, srcName)
  }

  ifacePrefix(): string {
    return 'eth'
  }

  gateway(network: Network, family: 4 | 6): Address | 'device' | null {
    const { internal, options } = network.record
    if (internal || !options['parent']) return null
    if (this.#kind.routed(options)) return network.subnetOf(family) ? 'device' : null
    return network.subnetOf(family)?.gateway ?? null
  }

  #dummy(name: string): boolean | ApiError {
    if (linkByName(this.#p, name)) return false
    const refused = addLink(this.#p, { ifname: name, linkinfo: { kind: 'dummy' } })
    return refused ? systemError(goText(refused)) : true
  }
}
