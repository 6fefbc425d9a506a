// ethtool 6.1: what virtual devices say of themselves.
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { IFF_LOWER_UP, IFF_RUNNING, IFF_UP } from '../../uapi/if.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import type { Command } from '../command.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'

/** Exit statuses of what the old interface refused. */
const NO_SETTINGS = 75
const NO_DRIVER = 71
const NO_STRINGS = 96
const NO_STATISTICS = 94

type Query = (tool: PlainTool, name: string) => number

const QUERIES: Readonly<Record<string, Query>> = {
  '-i': driver,
  '--driver': driver,
  '-S': statistics,
  '--statistics': statistics,
  '-P': permanentAddress,
  '--show-permaddr': permanentAddress,
}

/** Options that real ethtool has, letters and long names. */
const REFUSED: readonly string[] = (
  '-h --help -I --include-statistics -Q --per-queue --debug --json -s --change -a --show-pause -A --pause ' +
  '-c --show-coalesce -C --coalesce -g --show-ring -G --set-ring -k --show-features --show-offload -K --features ' +
  '--offload -d --register-dump -e --eeprom-dump -E --change-eeprom -r --negotiate -p --identify -t --test ' +
  '--phy-statistics -n -u --show-nfc --show-ntuple -N -U --config-nfc --config-ntuple -T --show-time-stamping -x ' +
  '--show-rxfh-indir --show-rxfh -X --set-rxfh-indir --rxfh -f --flash -w --get-dump -W --set-dump -l ' +
  '--show-channels -L --set-channels --show-priv-flags --set-priv-flags -m --dump-module-eeprom --module-info ' +
  '--show-eee --set-eee --set-phy-tunable --get-phy-tunable --get-tunable --set-tunable --reset --show-fec ' +
  '--set-fec --cable-test --cable-test-tdr --show-tunnels --show-module --set-module --monitor'
).split(' ')

export const ethtoolCommand: Command = definePlainTool({
  name: 'ethtool',
  path: '/usr/sbin/ethtool',
  summary: 'show settings of network devices',
  supports: [
    'ethtool DEV',
    'ethtool { -i | --driver } DEV',
    'ethtool { -S | --statistics } DEV',
    'ethtool { -P | --show-permaddr } DEV',
    'ethtool --version',
  ],
  complete(p, words) {
    const typed = words.at(-1) ?? ''
    const names = links(p).map((link) => link.ifname)
    return [...names, ...Object.keys(QUERIES)].filter((word) => word.startsWith(typed))
  },
  main: ethtool,
})

function ethtool(tool: PlainTool, words: readonly string[]): number {
  const [first, device] = words
  if (first === '--version') {
    tool.out.print('ethtool version 6.1\n')
    return 0
  }
  if (first !== undefined && !first.startsWith('-')) return settings(tool, first)
  const query = first !== undefined && Object.hasOwn(QUERIES, first) ? QUERIES[first] : undefined
  if (query && device !== undefined && words.length === 2) return query(tool, device)
  if (first !== undefined && REFUSED.includes(first) && words.length > 1) return tool.unsupported(first)
  if (first === '-h' || first === '--help') return tool.unsupported(first)
  tool.p.io.err('ethtool: bad command line argument(s)\nFor more information run ethtool -h\n')
  return 1
}

function links(p: Process): readonly LinkMessage[] {
  const messages = p.net.rtnetlink({ type: 'RTM_GETLINK' }).messages ?? []
  return messages.flatMap((m) => (m.type === 'RTM_NEWLINK' ? [m] : []))
}

function linkNamed(p: Process, name: string): LinkMessage | null {
  return links(p).find((link) => link.ifname === name) ?? null
}

/** What every device with settings says; virtual ones have no modes. */
const NO_MODES = [
  'Supported ports: [  ]',
  'Supported link modes:   Not reported',
  'Supported pause frame use: No',
  'Supports auto-negotiation: No',
  'Supported FEC modes: Not reported',
  'Advertised link modes:  Not reported',
  'Advertised pause frame use: No',
  'Advertised auto-negotiation: No',
  'Advertised FEC modes: Not reported',
] as const

/** Requests that each fail where there is no such device. */
const SETTINGS_REQUESTS = 5
const NO_DEVICE = 'netlink error: no device matches name (offset 24)\nnetlink error: No such device\n'

function settings(tool: PlainTool, name: string): number {
  const link = linkNamed(tool.p, name)
  if (link === null) {
    tool.p.io.err(`${NO_DEVICE.repeat(SETTINGS_REQUESTS)}No data available\n`)
    return NO_SETTINGS
  }
  const detected = link.flags & IFF_LOWER_UP ? 'yes' : 'no'
  const lines = [...kindSettings(tool.p, link), `Link detected: ${detected}`]
  tool.out.print(`Settings for ${name}:\n${lines.map((line) => `\t${line}\n`).join('')}`)
  return 0
}

const REST = ['PHYAD: 0', 'Transceiver: internal'] as const

/** Ref: veth_get_link_ksettings(), br_get_link_ksettings(), vxlan_get_link_ksettings(), macvlan_ethtool_get_link_ksettings() */
function kindSettings(p: Process, link: LinkMessage): readonly string[] {
  switch (link.linkinfo?.kind) {
    case 'veth':
      return [
        ...NO_MODES,
        'Speed: 10000Mb/s',
        'Duplex: Full',
        'Auto-negotiation: off',
        'Port: Twisted Pair',
        ...REST,
        'MDI-X: Unknown',
      ]
    case 'bridge':
      return ofNoCable(bridgeSpeed(p, link))
    case 'vxlan':
      return lowerSettings(p, link.linkinfo.vxlan?.link) ?? ofNoCable('Unknown!')
    case 'macvlan':
      return lowerSettings(p, link.link) ?? []
    default:
      return []
  }
}

function ofNoCable(speed: string): readonly string[] {
  const tail = ['Duplex: Unknown! (255)', 'Auto-negotiation: off', 'Port: Other', ...REST]
  return [...NO_MODES, `Speed: ${speed}`, ...tail]
}

/** Those of the device that one stands on; null where there is none here. */
function lowerSettings(p: Process, index: number | undefined): readonly string[] | null {
  const lower = links(p).find((link) => link.index === index)
  return lower ? kindSettings(p, lower) : null
}

/** That of its fastest port that works. */
function bridgeSpeed(p: Process, bridge: LinkMessage): string {
  const works = IFF_UP | IFF_RUNNING
  const fast = links(p).some(
    (link) =>
      link.master === bridge.index && link.linkinfo?.kind === 'veth' && (link.flags & works) === works,
  )
  return fast && bridge.flags & IFF_UP ? '10000Mb/s' : 'Unknown!'
}

function driver(tool: PlainTool, name: string): number {
  const { p, out } = tool
  const link = linkNamed(p, name)
  const kind = link?.linkinfo?.kind ?? ''
  if (kind === '') {
    p.io.err(
      `Cannot get driver information: ${link === null ? 'No such device' : 'Operation not supported'}\n`,
    )
    return NO_DRIVER
  }
  const bridge = kind === 'bridge'
  const version = bridge ? '2.3' : kind === 'veth' ? '1.0' : kernelRelease(p)
  out.print(
    [
      `driver: ${kind}`,
      `version: ${version}`,
      `firmware-version: ${bridge ? 'N/A' : ''}`,
      'expansion-rom-version: ',
      `bus-info: ${bridge ? 'N/A' : ''}`,
      `supports-statistics: ${kind === 'veth' ? 'yes' : 'no'}`,
      'supports-test: no',
      'supports-eeprom-access: no',
      'supports-register-dump: no',
      'supports-priv-flags: no',
      '',
    ].join('\n'),
  )
  return 0
}

/** The version of a driver that names none. Ref: net/ethtool/ioctl.c:ethtool_get_drvinfo() */
function kernelRelease(p: Process): string {
  const text = p.fs.readText('/proc/sys/kernel/osrelease')
  return isErrno(text) ? '' : text.trim()
}

const VETH_QUEUE = [
  'rx_queue_0_xdp_packets',
  'rx_queue_0_xdp_bytes',
  'rx_queue_0_drops',
  'rx_queue_0_xdp_redirect',
  'rx_queue_0_xdp_drops',
  'rx_queue_0_xdp_tx',
  'rx_queue_0_xdp_tx_errors',
  'tx_queue_0_xdp_xmit',
  'tx_queue_0_xdp_xmit_errors',
] as const

/** A veth counts XDP's packets, of which there are none here. Ref: veth_get_ethtool_stats() */
function statistics(tool: PlainTool, name: string): number {
  const { p, out } = tool
  const link = linkNamed(p, name)
  if (link === null) {
    p.io.err('Cannot get stats strings information: No such device\n')
    return NO_STRINGS
  }
  if (link.linkinfo?.kind !== 'veth') {
    p.io.err('no stats available\n')
    return NO_STATISTICS
  }
  out.print(`NIC statistics:\n     peer_ifindex: ${link.link ?? 0}\n`)
  for (const counter of VETH_QUEUE) out.print(`     ${counter}: 0\n`)
  return 0
}

function permanentAddress(tool: PlainTool, name: string): number {
  if (linkNamed(tool.p, name) === null) {
    tool.p.io.err('netlink error: No such device\n')
    return 1
  }
  tool.out.print('Permanent address: not set\n')
  return 0
}
