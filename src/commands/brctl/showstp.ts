// brctl showstp. Ref: bridge-utils brctl/brctl_disp.c:br_dump_info()
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import type { Tool } from '../lib/tool.ts'
import { portsOf } from './links.ts'
import { bridgeId, timer, wantBridge } from './show.ts'

const STATES = ['disabled', 'listening', 'learning', 'forwarding', 'blocking'] as const

/** An attribute below /sys/class/net/DEV; null when the kernel has none of that name. */
function attribute(p: Process, dev: string, path: string): string | null {
  const text = p.fs.readText(`/sys/class/net/${dev}/${path}`)
  return isErrno(text) ? null : text.trim()
}

/** Hundredths of a second, as sysfs has them. */
function sysTimer(p: Process, dev: string, path: string): string {
  return timer(Number(attribute(p, dev, path) ?? 0) / 100)
}

function flag(p: Process, dev: string, path: string, name: string): string {
  return Number(attribute(p, dev, path) ?? 0) === 0 ? '' : `${name} `
}

function number(value: string | number): string {
  return String(value).padStart(4)
}

export function showStp(tool: Tool, [name = '']: readonly string[]): number {
  const bridge = wantBridge(tool, name)
  if (bridge === null) return 1
  const ports = portsOf(tool.p, bridge).map((port) => portText(tool.p, bridge, port))
  tool.out.print(`${bridgeText(tool.p, bridge)}\n\n${ports.join('')}`)
  return 0
}

function bridgeText(p: Process, bridge: LinkMessage): string {
  const name = bridge.ifname
  const { maxAge = 0, helloTime = 0, forwardDelay = 0, ageingTime = 0 } = bridge.linkinfo?.bridge ?? {}
  const of = (path: string): string => attribute(p, name, `bridge/${path}`) ?? '0'
  const count = (path: string): string => sysTimer(p, name, `bridge/${path}`)
  const changed =
    flag(p, name, 'bridge/topology_change', 'TOPOLOGY_CHANGE') +
    flag(p, name, 'bridge/topology_change_detected', 'TOPOLOGY_CHANGE_DETECTED')
  return [
    name,
    ` bridge id\t\t${bridgeId(bridge)}`,
    ` designated root\t${designatedRoot(p, bridge)}`,
    ` root port\t\t${number(of('root_port'))}\t\t\tpath cost\t\t${number(of('root_path_cost'))}`,
    ` max age\t\t${timer(maxAge / 100)}\t\t\tbridge max age\t\t${timer(maxAge / 100)}`,
    ` hello time\t\t${timer(helloTime / 100)}\t\t\tbridge hello time\t${timer(helloTime / 100)}`,
    ` forward delay\t\t${timer(forwardDelay / 100)}\t\t\tbridge forward delay\t${timer(forwardDelay / 100)}`,
    ` ageing time\t\t${timer(ageingTime / 100)}`,
    ` hello timer\t\t${count('hello_timer')}\t\t\ttcn timer\t\t${count('tcn_timer')}`,
    ` topology change timer\t${count('topology_change_timer')}\t\t\tgc timer\t\t${count('gc_timer')}`,
    ` flags\t\t\t${changed}`,
    '',
  ].join('\n')
}

function designatedRoot(p: Process, bridge: LinkMessage): string {
  return attribute(p, bridge.ifname, 'bridge/root_id') ?? bridgeId(bridge)
}

function portText(p: Process, bridge: LinkMessage, port: LinkMessage): string {
  const name = port.ifname
  const attrs = port.linkinfo?.bridgePort ?? {}
  const id = (((attrs.priority ?? 0) << 10) | (attrs.number ?? 0)).toString(16).padStart(4, '0')
  const of = (path: string, otherwise: string): string => attribute(p, name, `brport/${path}`) ?? otherwise
  const count = (path: string): string => sysTimer(p, name, `brport/${path}`)
  const designatedPort = Number(of('designated_port', `0x${id}`))
    .toString(16)
    .padStart(4, '0')
  const flags =
    flag(p, name, 'brport/config_pending', 'CONFIG_PENDING') +
    flag(p, name, 'brport/change_ack', 'TOPOLOGY_CHANGE_ACK')
  const state = (STATES[attrs.state ?? 0] ?? `<INVALID STATE (${attrs.state})>`).padStart(15)
  const lines = [
    `${name} (${attrs.number ?? 0})`,
    ` port id\t\t${id}\t\t\tstate\t\t${state}`,
    ` designated root\t${of('designated_root', designatedRoot(p, bridge))}\tpath cost\t\t${number(attrs.cost ?? 0)}`,
    ` designated bridge\t${of('designated_bridge', bridgeId(bridge))}\tmessage age timer\t${count('message_age_timer')}`,
    ` designated port\t${designatedPort}\t\t\tforward delay timer\t${count('forward_delay_timer')}`,
    ` designated cost\t${number(of('designated_cost', '0'))}\t\t\thold timer\t\t${count('hold_timer')}`,
    ` flags\t\t\t${flags}`,
    ...(attrs.hairpin ? [` hairpin mode\t\t${number(1)}`] : []),
    '',
    '',
  ]
  return lines.join('\n')
}
