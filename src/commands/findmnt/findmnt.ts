// findmnt of util-linux 2.38: what is mounted where, as a tree. Ref: util-linux misc-utils/findmnt.c
import type { Command } from '../command.ts'
import { mountInfo, type MountInfo } from '../lib/mounts.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type FindmntOption = 'l' | 'n' | 'r' | 'R' | 'J' | 'P' | 'o' | 't' | 'S' | 'M' | 'T'

const OPTIONS: OptionTable<FindmntOption> = {
  l: ['-l, --list', 'use list format output'],
  n: ['-n, --noheadings', "don't print column headings"],
  r: ['-r, --raw', 'use raw output format'],
  R: ['-R, --submounts', 'print all submounts for the matching filesystems'],
  J: ['-J, --json', 'use JSON output format'],
  P: ['-P, --pairs', 'use key="value" output format'],
  o: ['-o, --output <list>', 'the output columns to be shown'],
  t: ['-t, --types <list>', 'limit the set of filesystems by FS types'],
  S: ['-S, --source <string>', 'the device to mount (by name, maj:min, ...)'],
  M: ['-M, --mountpoint <dir>', 'the mountpoint directory'],
  T: ['-T, --target <path>', 'the path to the filesystem to use'],
}

const COLUMNS: Readonly<Record<string, (mount: MountInfo) => string>> = {
  TARGET: ({ path }) => path,
  SOURCE: ({ source, root }) => (root === '/' ? source : `${source}[${root}]`),
  FSTYPE: ({ type }) => type,
  OPTIONS: ({ options, superOptions }) =>
    [...new Set([...options.split(','), ...superOptions.split(',')])].join(','),
  'VFS-OPTIONS': ({ options }) => options,
  'FS-OPTIONS': ({ superOptions }) => superOptions,
  PROPAGATION: propagation,
  ID: ({ id }) => String(id),
  PARENT: ({ parent }) => String(parent),
  'MAJ:MIN': ({ device }) => device,
  FSROOT: ({ root }) => root,
}

const OTHER_COLUMNS =
  'ACTION AVAIL FREQ FSROOT LABEL OLD-OPTIONS OLD-TARGET OPT-FIELDS PARTLABEL PARTUUID PASSNO SIZE TID USED USE% UUID'

const DEFAULT = ['TARGET', 'SOURCE', 'FSTYPE', 'OPTIONS']

export const findmntCommand: Command = defineTool<FindmntOption>({
  name: 'findmnt',
  path: '/usr/bin/findmnt',
  summary: 'find a filesystem',
  usage: ['[options]', '[options] <device> | <mountpoint>', '[options] <device> <mountpoint>'],
  options: OPTIONS,
  refused: [
    '-D, --df',
    '-p, --poll',
    '-s, --fstab',
    '-x, --verify',
    '-O, --options <list>',
    '-N, --task <tid>',
  ],
  main: findmnt,
})

function propagation({ tags }: MountInfo): string {
  const shared = tags.some((tag) => tag.startsWith('shared:')) ? 'shared' : 'private'
  return tags.some((tag) => tag.startsWith('master:')) ? `${shared},slave` : shared
}

interface Row {
  readonly mount: MountInfo
  readonly below: Row[]
}

function findmnt(tool: Tool, args: Args<FindmntOption>): number {
  const names = (args.last('o') ?? DEFAULT.join(',')).split(',').map((name) => name.toUpperCase())
  for (const name of names) {
    if (COLUMNS[name]) continue
    tool.complain(
      OTHER_COLUMNS.split(' ').includes(name)
        ? `column ${name} is not supported in vethlab`
        : `unknown column: ${name}`,
    )
    return 1
  }
  const all = mountInfo(tool.p)
  const chosen = choose(tool, args, all)
  const whole = args.operands.length === 0 && !args.has('S') && !args.has('M') && !args.has('T')
  const rows = whole || args.has('R') ? tree(all, chosen, args.has('R') && !whole) : flat(chosen)
  if (rows.length === 0) return 1
  print(tool, args, names, rows)
  return 0
}

function choose(tool: Tool, args: Args<FindmntOption>, all: readonly MountInfo[]): readonly MountInfo[] {
  const { fs } = tool.p
  const [first, second] = args.operands
  const types = args.last('t')?.split(',')
  const target = args.last('M') ?? second
  const source = args.last('S') ?? (second === undefined ? undefined : first)
  const inside = args.last('T')
  const at = inside === null ? null : holding(all, fs.realpath(inside))
  return all.filter((mount) => {
    if (types && !types.includes(mount.type)) return false
    if (target !== undefined && mount.path !== fs.realpath(target)) return false
    if (source !== undefined && mount.source !== source) return false
    if (at !== null && mount !== at) return false
    if (first === undefined || second !== undefined) return true
    return mount.path === fs.realpath(first) || mount.source === first
  })
}

/** The mount that a path lies on. */
function holding(all: readonly MountInfo[], path: string): MountInfo | undefined {
  return all
    .filter((mount) => mount.path === '/' || path === mount.path || path.startsWith(`${mount.path}/`))
    .reduce<MountInfo | undefined>(
      (best, one) => (best && best.path.length > one.path.length ? best : one),
      undefined,
    )
}

function flat(chosen: readonly MountInfo[]): readonly Row[] {
  return chosen.map((mount) => ({ mount, below: [] }))
}

/** Each below the nearest that is shown too. `submounts`: all that is mounted below one that was chosen is shown. */
function tree(all: readonly MountInfo[], chosen: readonly MountInfo[], submounts: boolean): readonly Row[] {
  const roots: Row[] = []
  const add = (mount: MountInfo, above: Row | null, inherited: boolean): void => {
    const shown = inherited || chosen.includes(mount)
    const row: Row = { mount, below: [] }
    if (shown) (above?.below ?? roots).push(row)
    for (const child of all)
      if (child.parent === mount.id) add(child, shown ? row : above, shown && submounts)
  }
  const known = new Set(all.map(({ id }) => id))
  for (const mount of all) if (!known.has(mount.parent)) add(mount, null, false)
  return roots
}

function print(tool: Tool, args: Args<FindmntOption>, names: readonly string[], rows: readonly Row[]): void {
  const cells = (mount: MountInfo): string[] => names.map((name) => COLUMNS[name]?.(mount) ?? '')
  const { out } = tool
  if (args.has('J')) {
    out.print(`${JSON.stringify({ filesystems: rows.map((row) => toJson(names, row)) }, null, 3)}\n`)
    return
  }
  const plain = args.has('l') || args.has('r') || args.has('P')
  const lines: (readonly string[])[] = args.has('n') || args.has('P') ? [] : [names]
  const walk = (row: Row, own: string, rest: string): void => {
    lines.push(cells(row.mount).map((cell, i) => (names[i] === 'TARGET' && !plain ? own + cell : cell)))
    row.below.forEach((child, i) => {
      const last = i === row.below.length - 1
      walk(child, `${rest}${last ? '└─' : '├─'}`, `${rest}${last ? '  ' : '│ '}`)
    })
  }
  for (const row of rows) walk(row, '', '')
  if (args.has('P')) {
    for (const line of lines) out.print(`${line.map((cell, i) => `${names[i]}="${cell}"`).join(' ')}\n`)
    return
  }
  // The headings count for the widths even where they are not shown.
  const widths = names.map((name, i) =>
    args.has('r') ? 0 : Math.max(name.length, ...lines.map((line) => line[i]?.length ?? 0)),
  )
  for (const line of lines) {
    const padded = line.map((cell, i) => (i < line.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell))
    out.print(`${padded.join(' ')}\n`)
  }
}

function toJson(names: readonly string[], row: Row): Readonly<Record<string, unknown>> {
  const own = Object.fromEntries(names.map((name) => [name.toLowerCase(), COLUMNS[name]?.(row.mount) ?? '']))
  return row.below.length === 0 ? own : { ...own, children: row.below.map((child) => toJson(names, child)) }
}
