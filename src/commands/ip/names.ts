// Numbers that have names: tables, protocols, scopes, types, groups. Names beyond the built-in ones come from the files
// below /etc/iproute2, read when one is first asked for.
import type { Files } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import {
  RT_TABLE_DEFAULT,
  RT_TABLE_LOCAL,
  RT_TABLE_MAIN,
  RTN_ANYCAST,
  RTN_BLACKHOLE,
  RTN_BROADCAST,
  RTN_LOCAL,
  RTN_MULTICAST,
  RTN_PROHIBIT,
  RTN_THROW,
  RTN_UNICAST,
  RTN_UNREACHABLE,
} from '../../uapi/rtnetlink.ts'
import { matches } from './args.ts'
import { parseInteger, parseUnsigned } from './utils.ts'

type Table = readonly (readonly [number, string])[]

const TABLES: Table = [
  [0, 'unspec'],
  [RT_TABLE_DEFAULT, 'default'],
  [RT_TABLE_MAIN, 'main'],
  [RT_TABLE_LOCAL, 'local'],
]

/** As Debian's /etc/iproute2/rt_protos has them. */
const PROTOCOLS: Table = [
  [0, 'unspec'],
  [1, 'redirect'],
  [2, 'kernel'],
  [3, 'boot'],
  [4, 'static'],
  [8, 'gated'],
  [9, 'ra'],
  [10, 'mrt'],
  [11, 'zebra'],
  [12, 'bird'],
  [13, 'dnrouted'],
  [14, 'xorp'],
  [15, 'ntk'],
  [16, 'dhcp'],
  [18, 'keepalived'],
  [42, 'babel'],
  [99, 'openr'],
  [186, 'bgp'],
  [187, 'isis'],
  [188, 'ospf'],
  [189, 'rip'],
  [192, 'eigrp'],
]

const SCOPES: Table = [
  [0, 'global'],
  [200, 'site'],
  [253, 'link'],
  [254, 'host'],
  [255, 'nowhere'],
]

const GROUPS: Table = [[0, 'default']]

/** Differentiated services (RFC 2474, 2597, 2598), as /etc/iproute2/rt_dsfield has them. */
const DSFIELDS: Table = [
  [0x00, 'default'],
  [0x28, 'AF11'],
  [0x30, 'AF12'],
  [0x38, 'AF13'],
  [0x48, 'AF21'],
  [0x50, 'AF22'],
  [0x58, 'AF23'],
  [0x68, 'AF31'],
  [0x70, 'AF32'],
  [0x78, 'AF33'],
  [0x88, 'AF41'],
  [0x90, 'AF42'],
  [0x98, 'AF43'],
  [0x20, 'CS1'],
  [0x40, 'CS2'],
  [0x60, 'CS3'],
  [0x80, 'CS4'],
  [0xa0, 'CS5'],
  [0xc0, 'CS6'],
  [0xe0, 'CS7'],
  [0xb8, 'EF'],
]

const ROUTE_TYPES: Table = [
  [0, 'none'],
  [RTN_UNICAST, 'unicast'],
  [RTN_LOCAL, 'local'],
  [RTN_BROADCAST, 'broadcast'],
  [RTN_ANYCAST, 'anycast'],
  [RTN_MULTICAST, 'multicast'],
  [RTN_BLACKHOLE, 'blackhole'],
  [RTN_UNREACHABLE, 'unreachable'],
  [RTN_PROHIBIT, 'prohibit'],
  [RTN_THROW, 'throw'],
  [10, 'nat'],
  [11, 'xresolve'],
]

/** Types whose names may be shortened, in the order in which they are tried. */
const SHORT_TYPES: Table = [
  [RTN_BROADCAST, 'broadcast'],
  [RTN_ANYCAST, 'anycast'],
  [RTN_MULTICAST, 'multicast'],
  [RTN_PROHIBIT, 'prohibit'],
  [RTN_UNREACHABLE, 'unreachable'],
  [RTN_BLACKHOLE, 'blackhole'],
  [11, 'xresolve'],
  [RTN_UNICAST, 'unicast'],
]

function nameOf(table: Table, id: number): string | null {
  for (const [number, name] of table) if (number === id) return name
  return null
}

function idOf(table: Table, word: string): number | null {
  for (const [number, name] of table) if (name === word) return number
  return null
}

const DIRECTORY = '/etc/iproute2'

export class RtNames {
  private readonly fs: Files
  private readonly numeric: boolean
  private files: Map<string, Table> | null = null

  /** `numeric` is `-N`: numbers are written as such. */
  constructor(fs: Files, numeric: boolean) {
    this.fs = fs
    this.numeric = numeric
  }

  table(id: number): string {
    return this.format(TABLES, 'rt_tables', id)
  }

  parseTable(word: string): number | null {
    return idOf(TABLES, word) ?? parseUnsigned(word) ?? this.fromFile('rt_tables', word)
  }

  protocol(id: number): string {
    return this.format(PROTOCOLS, 'rt_protos', id)
  }

  parseProtocol(word: string): number | null {
    return idOf(PROTOCOLS, word) ?? parseUnsigned(word, 255) ?? this.fromFile('rt_protos', word)
  }

  scope(id: number): string {
    return this.format(SCOPES, 'rt_scopes', id)
  }

  parseScope(word: string): number | null {
    return idOf(SCOPES, word) ?? parseUnsigned(word, 255) ?? this.fromFile('rt_scopes', word)
  }

  group(id: number): string {
    return this.format(GROUPS, 'group', id)
  }

  parseGroup(word: string): number | null {
    const number = idOf(GROUPS, word) ?? parseInteger(word) ?? this.fromFile('group', word)
    return number === null || number < 0 ? null : number
  }

  dsfield(id: number): string {
    const name = this.numeric ? null : nameOf(DSFIELDS, id)
    return name ?? `0x${id.toString(16).padStart(2, '0')}`
  }

  /** Names, or hexadecimal digits with or without `0x`. */
  parseDsfield(word: string): number | null {
    const named = idOf(DSFIELDS, word)
    if (named !== null) return named
    const digits = /^(?:0[xX])?([0-9a-fA-F]+)$/.exec(word)
    if (!digits) return null
    const value = parseInt(digits[1] ?? '', 16)
    return value > 255 ? null : value
  }

  routeType(id: number): string {
    return (this.numeric ? null : nameOf(ROUTE_TYPES, id)) ?? String(id)
  }

  parseRouteType(word: string): number | null {
    if (word === 'brd') return RTN_BROADCAST
    if (word === 'local' || word === 'nat' || word === 'throw') return idOf(ROUTE_TYPES, word)
    for (const [number, name] of SHORT_TYPES) if (matches(word, name)) return number
    return parseUnsigned(word, 255)
  }

  private format(builtIn: Table, file: string, id: number): string {
    if (this.numeric) return String(id)
    return nameOf(builtIn, id) ?? nameOf(this.read(file), id) ?? String(id)
  }

  private fromFile(file: string, word: string): number | null {
    return idOf(this.read(file), word)
  }

  private read(file: string): Table {
    this.files ??= new Map()
    const known = this.files.get(file)
    if (known) return known
    const text = this.fs.readText(`${DIRECTORY}/${file}`)
    const table: [number, string][] = []
    for (const line of isErrno(text) ? [] : text.split('\n')) {
      const [number = '', name = ''] = line.trim().split(/\s+/)
      const id = parseUnsigned(number)
      if (id !== null && name !== '' && !name.startsWith('#')) table.push([id, name])
    }
    this.files.set(file, table)
    return table
  }
}
