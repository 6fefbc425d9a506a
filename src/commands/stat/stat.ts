import type { FileStat } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { strftime } from '../lib/calendar.ts'
import { interpret } from '../echo/echo.ts'
import { modifiedAt } from '../lib/fileTime.ts'
import { modeText } from '../lib/mode.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quote, quoteFile } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type StatOption = 'c' | 'L' | 'printf'

const OPTIONS: OptionTable<StatOption> = {
  c: ['-c, --format=FORMAT', 'use FORMAT: %n %N %s %a %A %f %F %i %U %u %G %g %y %Y %h %b %B %%'],
  L: ['-L, --dereference', 'follow links'],
  printf: ['--printf=FORMAT', 'like --format, but interpret backslash escapes and print no newline'],
}

export const statCommand: Command = defineTool<StatOption>({
  name: 'stat',
  path: '/usr/bin/stat',
  summary: 'display file status in a given format',
  usage: ['[OPTION]... FILE...'],
  options: OPTIONS,
  refused: ['-f, --file-system', '--cached=MODE', '-t, --terse'],
  main: stat,
})

/** What is shown without a format. Every file system of a machine is device 0,40. */
const LISTING =
  '  File: %N\n  Size: %-10s\tBlocks: %-10b IO Block: 4096   %F\n' +
  'Device: 0,40\tInode: %-11i Links: %h\n' +
  'Access: (%04a/%10.10A)  Uid: (%5u/%8U)   Gid: (%5g/%8G)\n' +
  'Access: %x\nModify: %y\nChange: %z\n Birth: -'

const KINDS: Readonly<Record<FileStat['kind'], string>> = {
  file: 'regular file',
  dir: 'directory',
  link: 'symbolic link',
  char: 'character special file',
  fifo: 'fifo',
  nsfs: 'regular empty file',
  socket: 'socket',
}

/** S_IFMT bits, for %f. */
const KIND_BITS: Readonly<Record<FileStat['kind'], number>> = {
  file: 0o100000,
  dir: 0o040000,
  link: 0o120000,
  char: 0o020000,
  fifo: 0o010000,
  nsfs: 0o100000,
  socket: 0o140000,
}

function stat(tool: Tool, args: Args<StatOption>): number {
  if (args.operands.length === 0) return tool.usageError('missing operand')
  const format = args.lastOf('c', 'printf')
  let status = 0
  for (const name of args.operands) {
    const found = args.has('L') ? tool.p.fs.stat(name) : tool.p.fs.lstat(name)
    if (isErrno(found)) {
      tool.complain(`cannot statx ${quote(name)}: ${found.text}`)
      status = 1
      continue
    }
    const text = format === null ? LISTING : (args.last(format) ?? '')
    const shown = fill(tool, format === 'printf' ? interpret(text).text : text, name, found)
    tool.out.print(format === 'printf' ? shown : `${shown}\n`)
  }
  return status
}

function fill(tool: Tool, format: string, name: string, stat: FileStat): string {
  const at = modifiedAt(tool.p, stat)
  const when = strftime('%Y-%m-%d %H:%M:%S.%N %z', at)
  const target = stat.kind === 'link' ? tool.p.fs.readlink(name) : null
  const fields: Readonly<Record<string, string>> = {
    n: name,
    N: target === null || isErrno(target) ? quoteFile(name) : `${quoteFile(name)} -> ${quoteFile(target)}`,
    s: String(stat.size),
    a: stat.mode.toString(8),
    A: modeText(stat),
    f: (KIND_BITS[stat.kind] | stat.mode).toString(16),
    F: stat.kind === 'file' && stat.size === 0 ? 'regular empty file' : KINDS[stat.kind],
    i: String(stat.inode),
    h: stat.kind === 'dir' ? '2' : '1',
    b: String(Math.ceil(stat.size / 4096) * 8),
    B: '512',
    u: '0',
    U: 'root',
    g: '0',
    G: 'root',
    x: when,
    y: when,
    z: when,
    X: String(Math.floor(at)),
    Y: String(Math.floor(at)),
    Z: String(Math.floor(at)),
    '%': '%',
  }
  return format.replace(
    /%([-0]?)([0-9]*)(?:\.[0-9]+)?([a-zA-Z%])/g,
    (all, flag: string, width: string, letter: string) => {
      const value = fields[letter]
      if (value === undefined) return '?'
      return flag === '-'
        ? value.padEnd(Number(width))
        : value.padStart(Number(width), flag === '0' ? '0' : ' ')
    },
  )
}
