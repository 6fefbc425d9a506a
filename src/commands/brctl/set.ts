// Settings of bridges and ports. Ref: bridge-utils brctl/brctl_cmd.c, libbridge/libbridge_devif.c
import { ENODEV, ENOENT, isErrno, type Errno } from '../../uapi/errno.ts'
import type { BridgeAttrs, BridgePortAttrs } from '../../uapi/bridge.ts'
import type { Tool } from '../lib/tool.ts'
import { findBridge, findLink } from './links.ts'

/** scanf's %lf: what stands at the beginning; null when that is no number. */
function seconds(text: string): number | null {
  const value = Number.parseFloat(text)
  return Number.isNaN(value) ? null : value
}

/** scanf's %i: decimal, octal or hexadecimal. */
function integer(text: string): number | null {
  const match = /^\s*([+-]?)(0[xX][0-9a-fA-F]+|[0-9]+)/.exec(text)
  const [, sign, digits] = match ?? []
  if (digits === undefined) return null
  const octal = /^0[0-7]+$/.test(digits)
  const value = octal ? parseInt(digits, 8) : Number(digits)
  return sign === '-' ? -value : value
}

function onOff(tool: Tool, text: string): boolean | null {
  if (text === 'on' || text === 'yes' || text === '1') return true
  if (text === 'off' || text === 'no' || text === '0') return false
  tool.p.io.err('expect on/off for argument\n')
  return null
}

function setBridge(tool: Tool, name: string, what: string, bridge: BridgeAttrs): number {
  return report(tool, what, changeBridge(tool, name, bridge))
}

function changeBridge({ p }: Tool, name: string, bridge: BridgeAttrs): Errno | null {
  const link = findBridge(p, name)
  if (isErrno(link)) return link
  const change = { index: link.index, linkinfo: { kind: 'bridge', bridge } }
  return p.net.rtnetlink({ type: 'RTM_NEWLINK', flags: {}, link: change }).error?.errno ?? null
}

/** By /sys/class/net/PORT/brport: the bridge that is named does not matter. */
function changePort({ p }: Tool, name: string, bridgePort: BridgePortAttrs): Errno | null {
  const link = findLink(p, name)
  if (link === null) return ENODEV
  if (link.linkinfo?.bridgePort === undefined) return ENOENT
  const change = { index: link.index, bridgePort }
  return p.net.rtnetlink({ type: 'RTM_NEWLINK', flags: {}, link: change }).error?.errno ?? null
}

function report(tool: Tool, what: string, error: Errno | null): number {
  if (error === null) return 0
  tool.p.io.err(`${what} failed: ${error.text}\n`)
  return 1
}

interface TimeSetting {
  readonly what: string
  readonly value: string
  readonly attrs: (centiseconds: number) => BridgeAttrs
}

function setTime(tool: Tool, [name = '', text = '']: readonly string[], setting: TimeSetting): number {
  const value = seconds(text)
  if (value === null) {
    tool.p.io.err(`bad ${setting.value} value\n`)
    return 1
  }
  return setBridge(tool, name, `set ${setting.what}`, setting.attrs(Math.trunc(value * 100)))
}

export function setAgeing(tool: Tool, words: readonly string[]): number {
  return setTime(tool, words, {
    what: 'ageing time',
    value: 'ageing time',
    attrs: (ageingTime) => ({ ageingTime }),
  })
}

export function setForwardDelay(tool: Tool, words: readonly string[]): number {
  return setTime(tool, words, {
    what: 'forward delay',
    value: 'forward delay',
    attrs: (forwardDelay) => ({ forwardDelay }),
  })
}

export function setHello(tool: Tool, words: readonly string[]): number {
  return setTime(tool, words, {
    what: 'hello timer',
    value: 'hello timer',
    attrs: (helloTime) => ({ helloTime }),
  })
}

export function setMaxAge(tool: Tool, words: readonly string[]): number {
  return setTime(tool, words, { what: 'max age', value: 'max age', attrs: (maxAge) => ({ maxAge }) })
}

export function setBridgePriority(tool: Tool, [name = '', text = '']: readonly string[]): number {
  const priority = integer(text)
  if (priority === null) {
    tool.p.io.err('bad priority\n')
    return 1
  }
  return setBridge(tool, name, 'set bridge priority', { priority: priority & 0xffff })
}

export function setPathCost(tool: Tool, [, port = '', text = '']: readonly string[]): number {
  const cost = integer(text)
  if (cost === null) {
    tool.p.io.err('bad path cost value\n')
    return 1
  }
  return report(tool, 'set path cost', changePort(tool, port, { cost }))
}

export function setPortPriority(tool: Tool, [, port = '', text = '']: readonly string[]): number {
  const priority = integer(text)
  if (priority === null) {
    tool.p.io.err('bad path priority value\n')
    return 1
  }
  return report(tool, 'set port priority', changePort(tool, port, { priority }))
}

export function setStp(tool: Tool, [name = '', text = '']: readonly string[]): number {
  const on = onOff(tool, text)
  return on === null ? 1 : setBridge(tool, name, 'set stp status', { stpState: Number(on) })
}

export function hairpin(tool: Tool, [bridge = '', port = '', text = '']: readonly string[]): number {
  const { p } = tool
  const on = onOff(tool, text)
  if (on === null) return 1
  if (findLink(p, port) === null) {
    p.io.err(`interface ${port} does not exist!\n`)
    return 1
  }
  if (findLink(p, bridge) === null) {
    p.io.err(`bridge ${bridge} does not exist!\n`)
    return 1
  }
  const error = changePort(tool, port, { hairpin: on })
  if (error === null) return 0
  p.io.err(`can't set ${port} to hairpin on bridge ${bridge}: ${error.text}\n`)
  return 1
}
