// Doors in a machine's wall: its ports that lead elsewhere, by a rule or, where there is none, by docker-proxy alone.
import type { DoorView, LabStore, MachineView, NetnsId } from '../../store/lab.ts'
import { noticeNow } from '../i18n/languages.ts'
import type { Translate } from '../i18n/text.ts'
import { soughtRule, type SoughtRule } from '../inspector/soughtRule.ts'
import type { View } from './gestures/gesture.ts'
import { processesWidth } from './metrics.ts'
import { netnsLabel } from './view.ts'

/** Padding, border and the gap behind it. */
const DOOR_FRAME = 30
const MORE_WIDTH = 44
/** From the corner of the wall to the first. */
export const DOORS_LEFT = 18

export interface Door {
  readonly machine: string
  /** `8080`, `127.0.0.1:53/udp`. */
  readonly port: string
  /** `web:80`, `svc/web`. */
  readonly to: string
  /** The namespaces it leads to. */
  readonly into: readonly NetnsId[]
  readonly provenance: DoorView['provenance']
  /** Null: docker-proxy holds it. */
  readonly rule: SoughtRule | null
}

export function doorsOf(view: View, machine: MachineView): readonly Door[] {
  const root = machine.namespaces.find((n) => n.root)
  const { id } = machine
  const led = new Set<string>()
  const doors = (root?.doors ?? []).map(({ port, protocol, address, to, ...door }): Door => {
    const asked = portText(port, protocol)
    led.add(asked)
    const ends = to.map((text) => endOf(view, text))
    const { provenance, chain, handle } = door
    return {
      machine: id,
      port: address === '' ? asked : `${address}:${asked}`,
      to:
        provenance?.kind === 'service'
          ? `svc/${provenance.name.replace(/^default\//, '')}`
          : ends.map((end) => end.text).join(', '),
      into: ends.flatMap(({ netns }) => netns ?? []),
      provenance,
      rule: { netns: root?.id ?? '', chain, handle },
    }
  })
  const held = machine.namespaces.flatMap((netns) =>
    (netns.container?.ports ?? []).map((p): Door => {
      const to = `${netns.container?.name}:${p.container}`
      const port = portText(String(p.host), p.protocol)
      return { machine: id, port, to, into: [netns.id], provenance: null, rule: null }
    }),
  )
  return [...doors, ...held.filter(({ port }) => !led.has(port))]
}

function portText(port: string, protocol: string): string {
  return protocol === 'tcp' ? port : `${port}/${protocol}`
}

/** `172.17.0.2:80` by the name of whose address it is. */
function endOf(view: View, text: string): { readonly text: string; readonly netns: NetnsId | null } {
  const colon = text.lastIndexOf(':')
  const address = `${text.slice(0, colon)}/`
  for (const { addresses, netns } of view.devices.values()) {
    const whose = addresses.some((a) => a.text.startsWith(address)) ? view.namespaces.get(netns) : undefined
    if (whose) return { text: `${netnsLabel(view, whose)}${text.slice(colon)}`, netns }
  }
  return { text, netns: null }
}

export function doorText({ port, to }: Door): string {
  return `${port} → ${to}`
}

/** As many as a wall has room for, and for the number of the others. */
export function fittingDoors(doors: readonly Door[], wall: number): readonly Door[] {
  const widths = doors.map((door) => processesWidth([doorText(door)]) + DOOR_FRAME)
  const room = wall - 2 * DOORS_LEFT
  if (widths.reduce((sum, w) => sum + w, 0) <= room) return doors
  let left = room - MORE_WIDTH
  return doors.slice(
    0,
    widths.findIndex((w) => (left -= w) < 0),
  )
}

/** Where it leads, by which rule, and for whom. */
export function doorWords({ port, to, provenance, rule }: Door, t: Translate): readonly string[] {
  const words = [
    noticeNow(`port ${port} leads to ${to}`),
    noticeNow(rule ? `by a rule of ${rule.chain}` : 'by docker-proxy alone'),
  ]
  if (!provenance) return words
  const { by, name, kind, detail } = provenance
  const made = t(`made.${kind}`, { by, name })
  return [...words, detail === '' ? made : `${made} ${detail}`]
}

/** Shows its rule, where it stands in the machine's tables. */
export function openDoor(store: LabStore, { machine, rule }: Door): void {
  soughtRule.setState({ rule: rule && { ...rule } })
  store.select({ kind: 'machine', id: machine })
}
