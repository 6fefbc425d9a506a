// Devices that can be captured from, in libpcap's order. Ref: libpcap pcap.c:get_figure_of_merit()
import type { Process } from '../../os/program.ts'
import { IFF_LOOPBACK, IFF_RUNNING, IFF_UP } from '../../uapi/if.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'

export function links(p: Process): readonly LinkMessage[] {
  const all = p.net.rtnetlink({ type: 'RTM_GETLINK' }).messages ?? []
  return all.flatMap((m) => (m.type === 'RTM_NEWLINK' ? [m] : []))
}

/** A name of a device; `null` is all of them. */
interface Listed {
  readonly link: LinkMessage | null
  readonly merit: number
}

function merit(link: LinkMessage | null): number {
  if (!link) return 0x20000000
  const { flags } = link
  const instance = flags & IFF_LOOPBACK ? 0 : Number(/(\d*)$/.exec(link.ifname)?.[1] ?? 0)
  return (
    (flags & IFF_RUNNING ? 0 : 0x80000000) +
    (flags & IFF_UP ? 0 : 0x40000000) +
    (flags & IFF_LOOPBACK ? 0x20000001 : 0) +
    instance
  )
}

function listed(p: Process): readonly Listed[] {
  const all = [...links(p), null].map((link) => ({ link, merit: merit(link) }))
  return all.sort((a, b) => a.merit - b.merit)
}

/** What is captured from when nobody says. */
export function defaultDevice(p: Process): string {
  return listed(p)[0]?.link?.ifname ?? 'any'
}

/** As -D prints them; those that are no network devices of the kernel are not here. */
export function deviceList(p: Process): string {
  return listed(p)
    .map(({ link }, i) => `${i + 1}.${link ? `${link.ifname} [${stateOf(link)}]` : ANY}\n`)
    .join('')
}

const ANY = 'any (Pseudo-device that captures on all interfaces) [Up, Running]'

function stateOf({ flags }: LinkMessage): string {
  const words: string[] = []
  if (flags & IFF_UP) words.push('Up')
  if (flags & IFF_RUNNING) words.push('Running')
  if (flags & IFF_LOOPBACK) words.push('Loopback')
  else words.push(flags & IFF_RUNNING ? 'Connected' : 'Disconnected')
  return words.join(', ')
}
