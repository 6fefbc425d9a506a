// How ls orders entries and lays them out.
import type { FileStat } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { strftime } from '../lib/calendar.ts'
import { modifiedAt } from '../lib/fileTime.ts'
import { modeText } from '../lib/mode.ts'
import type { Args } from '../lib/options.ts'
import { joinPath } from '../lib/paths.ts'
import { quoteFile } from '../lib/quote.ts'
import { humanSize } from '../lib/sizes.ts'
import type { Tool } from '../lib/tool.ts'
import { compareVersions } from '../sort/compare.ts'
import { deviceNumbers } from './devices.ts'
import type { LsOption } from './ls.ts'

export interface Entry {
  /** As it is shown. */
  readonly name: string
  readonly path: string
  readonly stat: FileStat
}

/** Seconds of half a year: younger files show the time, older ones the year. */
const HALF_YEAR = 31556952 / 2

const COLORS: Readonly<Record<FileStat['kind'], string>> = {
  file: '',
  dir: '01;34',
  link: '01;36',
  char: '40;33;01',
  fifo: '40;33',
  nsfs: '',
  socket: '01;35',
}

export class Lister {
  readonly #tool: Tool
  readonly #args: Args<LsOption>
  readonly #long: boolean
  readonly #tty: boolean
  readonly #color: boolean
  readonly #width: number
  /** Some name is quoted: the others begin a column later, so that all line up. */
  #aligned = false

  constructor(tool: Tool, args: Args<LsOption>) {
    this.#tool = tool
    this.#args = args
    const style = args.lastOf('l', 'n', 'g', 'o', 'full', 'one', 'C', 'x', 'm')
    this.#long =
      style === 'l' ||
      style === 'n' ||
      style === 'g' ||
      style === 'o' ||
      style === 'full' ||
      (style === 'one' && (args.has('l') || args.has('n') || args.has('g') || args.has('o')))
    this.#tty = tool.p.io.isatty(1)
    const when = args.last('color')
    this.#color = args.has('color') && when !== 'never' && (this.#tty || when === null || when === 'always')
    const width = args.last('w')
    const natural = tool.p.io.fds.get(1)?.tty?.columns ?? (Number(tool.p.env.get('COLUMNS')) || 80)
    this.#width = width === null ? natural : Number(width) || Infinity
  }

  sort(entries: readonly Entry[]): Entry[] {
    const args = this.#args
    const sorted = [...entries]
    const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
    const key = args.lastOf('t', 'S', 'U', 'f', 'v', 'X')
    if (key === 'U' || key === 'f') return sorted
    if (key === 't') sorted.sort((a, b) => b.stat.mtime - a.stat.mtime || byName(a, b))
    else if (key === 'S') sorted.sort((a, b) => b.stat.size - a.stat.size || byName(a, b))
    else if (key === 'v') sorted.sort((a, b) => compareVersions(a.name, b.name) || byName(a, b))
    else if (key === 'X')
      sorted.sort((a, b) => compareText(extension(a.name), extension(b.name)) || byName(a, b))
    else sorted.sort(byName)
    if (args.has('r')) sorted.reverse()
    if (args.has('dirsFirst'))
      sorted.sort((a, b) => Number(b.stat.kind === 'dir') - Number(a.stat.kind === 'dir'))
    return sorted
  }

  /** `directory`: they are the contents of one, so that a total stands above a long list. */
  print(entries: readonly Entry[], directory: boolean): void {
    const args = this.#args
    const plain = args.lastOf('N', 'Q') !== null || !this.#tty
    const inLines = !this.#long && args.lastOf('one', 'm') !== null
    this.#aligned = !plain && !inLines && entries.some((e) => quoteFile(e.name) !== e.name)
    const { out } = this.#tool
    if (directory && (this.#long || args.has('s'))) {
      const blocks = entries.reduce((sum, e) => sum + blocksOf(e.stat), 0)
      out.print(`total ${args.has('h') ? humanSize(blocks * 1024) : blocks}\n`)
    }
    if (entries.length === 0) return
    if (this.#long) {
      for (const line of this.#longLines(entries)) out.print(`${line}\n`)
      return
    }
    const cells = this.#cells(entries)
    const style = args.lastOf('one', 'C', 'x', 'm')
    if (style === 'm') out.print(commaLines(cells, this.#width))
    else if (style === 'one' || (style === null && !this.#tty))
      for (const cell of cells) out.print(`${cell.text}\n`)
    else out.print(columns(cells, this.#width, style === 'x'))
  }

  #cells(entries: readonly Entry[]): readonly Cell[] {
    const args = this.#args
    const inodeWidth = Math.max(...entries.map((e) => String(e.stat.inode).length))
    const blockWidth = Math.max(...entries.map((e) => String(blocksOf(e.stat)).length))
    return entries.map((e) => {
      let prefix = args.has('i') ? `${String(e.stat.inode).padStart(inodeWidth)} ` : ''
      if (args.has('s')) prefix += `${String(blocksOf(e.stat)).padStart(blockWidth)} `
      const name = this.#name(e)
      return { text: prefix + name.text, width: prefix.length + name.width }
    })
  }

  #name(entry: Entry): Cell {
    const args = this.#args
    const style = args.lastOf('N', 'Q')
    let shown = entry.name
    if (style === 'Q') shown = `"${entry.name.replace(/["\\]/g, '\\$&')}"`
    else if (style === null && this.#tty) {
      shown = quoteFile(entry.name)
      if (this.#aligned && shown === entry.name) shown = ` ${shown}`
    }
    const mark = this.#mark(entry.stat)
    const executable = entry.stat.kind === 'file' && (entry.stat.mode & 0o111) !== 0
    const color = this.#color ? (executable ? '01;32' : COLORS[entry.stat.kind]) : ''
    const text = color === '' ? shown : `\x1b[0m\x1b[${color}m${shown}\x1b[0m`
    return { text: text + mark, width: [...shown].length + mark.length }
  }

  #mark(stat: FileStat): string {
    if (stat.kind === 'dir' && (this.#args.has('F') || this.#args.has('p'))) return '/'
    if (!this.#args.has('F')) return ''
    if (stat.kind === 'link') return this.#long ? '' : '@'
    if (stat.kind === 'fifo') return '|'
    return stat.kind === 'file' && (stat.mode & 0o111) !== 0 ? '*' : ''
  }

  #longLines(entries: readonly Entry[]): readonly string[] {
    const args = this.#args
    const owner = args.has('n') ? '0' : 'root'
    const sizes = this.#sizes(entries)
    if (this.#tool.make === 'busybox') {
      return entries.map((e) => {
        const inode = args.has('i') ? `${String(e.stat.inode).padStart(7)} ` : ''
        const blocks = args.has('s') ? `${String(blocksOf(e.stat)).padStart(6)} ` : ''
        const owners = `${String(this.#linkCount(e)).padStart(4)} ${owner.padEnd(8)} ${owner.padEnd(8)}`
        const size = sizes(e).padStart(args.has('h') ? 7 : 9)
        return `${inode}${blocks}${modeText(e.stat)} ${owners} ${size} ${this.#time(e.stat)} ${this.#name(e).text}${this.#target(e)}`
      })
    }
    const rows = entries.map((e) => {
      const cells: string[] = []
      if (args.has('i')) cells.push(String(e.stat.inode))
      if (args.has('s')) cells.push(String(blocksOf(e.stat)))
      cells.push(modeText(e.stat), String(this.#linkCount(e)))
      if (!args.has('g')) cells.push(owner)
      if (!args.has('o') && !args.has('G')) cells.push(owner)
      cells.push(sizes(e))
      return cells
    })
    const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
    return entries.map((e, n) => {
      const cells = (rows[n] ?? []).map((cell, i) => {
        const width = widths[i] ?? 0
        return cell === owner || cell.startsWith('r') || cell.includes('-')
          ? cell.padEnd(width)
          : cell.padStart(width)
      })
      return `${cells.join(' ')} ${this.#time(e.stat)} ${this.#name(e).text}${this.#target(e)}`
    })
  }

  /** The size, or for a device its numbers, each as wide as the widest. */
  #sizes(entries: readonly Entry[]): (e: Entry) => string {
    const devices = entries.flatMap((e) => deviceNumbers(e) ?? [])
    const width = (half: 0 | 1): number =>
      devices.reduce((most, n, i) => (i % 2 === half ? Math.max(most, String(n).length) : most), 0)
    const [major, minor] = [width(0), width(1)]
    return (e) => {
      const numbers = deviceNumbers(e)
      if (numbers) return `${String(numbers[0]).padStart(major)}, ${String(numbers[1]).padStart(minor)}`
      return this.#args.has('h') ? humanSize(e.stat.size) : String(e.stat.size)
    }
  }

  /** A directory is linked from its own `.` and from each `..` below it. */
  #linkCount(entry: Entry): number {
    if (entry.stat.kind !== 'dir') return 1
    const { fs } = this.#tool.p
    const names = fs.readdir(entry.path)
    if (isErrno(names)) return 2
    return 2 + names.filter((name) => isDirectory(fs.lstat(joinPath(entry.path, name)))).length
  }

  #time(stat: FileStat): string {
    const { p } = this.#tool
    const at = modifiedAt(p, stat)
    if (this.#args.has('full')) return strftime('%Y-%m-%d %H:%M:%S.%N %z', at)
    const now = p.clock.epoch()
    const recent = at > now - HALF_YEAR && at <= now + 1
    return strftime(recent ? '%b %e %H:%M' : '%b %e  %Y', at)
  }

  #target(entry: Entry): string {
    if (entry.stat.kind !== 'link') return ''
    const target = this.#tool.p.fs.readlink(entry.path)
    return isErrno(target) ? '' : ` -> ${this.#tty ? quoteFile(target) : target}`
  }
}

function isDirectory(stat: ReturnType<Tool['p']['fs']['lstat']>): boolean {
  return !isErrno(stat) && stat.kind === 'dir'
}

/** 1 KiB blocks that a file takes. */
function blocksOf(stat: FileStat): number {
  return stat.kind === 'file' ? Math.ceil(stat.size / 4096) * 4 : 0
}

function extension(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

interface Cell {
  readonly text: string
  readonly width: number
}

const GAP = 2
const TAB = 8

/** As few lines as fit the width; filled column by column, or line by line. */
function columns(cells: readonly Cell[], width: number, across: boolean): string {
  let rows = cells.length
  let widths: number[] = []
  for (
    let count = Math.min(cells.length, width === Infinity ? cells.length : Math.floor(width / 3) || 1);
    count >= 1;
    count--
  ) {
    rows = Math.ceil(cells.length / count)
    const used = across ? count : Math.ceil(cells.length / rows)
    const tried = Array<number>(used).fill(0)
    cells.forEach((cell, i) => {
      const column = across ? i % count : Math.floor(i / rows)
      tried[column] = Math.max(tried[column] ?? 0, cell.width + (column === used - 1 ? 0 : GAP))
    })
    widths = tried
    if (tried.reduce((sum, w) => sum + w, 0) < width || count === 1) break
  }
  let text = ''
  for (let row = 0; row < rows; row++) {
    let line = ''
    let at = 0
    let next = 0
    for (let column = 0; column < widths.length; column++) {
      const cell = cells[across ? row * widths.length + column : column * rows + row]
      if (!cell) continue
      line += gap(at, next) + cell.text
      at = next + cell.width
      next += widths[column] ?? 0
    }
    text += `${line}\n`
  }
  return text
}

/** Blanks from one column to another, by tabs where they reach. */
function gap(from: number, to: number): string {
  let text = ''
  let at = from
  while (at < to) {
    const tab = Math.floor(to / TAB) > Math.floor((at + 1) / TAB)
    text += tab ? '\t' : ' '
    at += tab ? TAB - (at % TAB) : 1
  }
  return text
}

function commaLines(cells: readonly Cell[], width: number): string {
  let text = ''
  let at = 0
  cells.forEach((cell, i) => {
    if (i > 0) {
      const fits = at + 2 + cell.width + (i < cells.length - 1 ? 2 : 0) <= width
      text += fits ? ', ' : ',\n'
      at = fits ? at + 2 : 0
    }
    text += cell.text
    at += cell.width
  })
  return `${text}\n`
}
