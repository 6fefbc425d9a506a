// file(1), for the kinds of files that there are here.
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { Process } from '../../os/program.ts'
import { shownUtf8, encodeUtf8 } from '../../wire/utf8.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type FileOption = 'b' | 'L'

const OPTIONS: OptionTable<FileOption> = {
  b: ['-b, --brief', 'do not prepend filenames to output lines'],
  L: ['-L, --dereference', 'follow symlinks'],
}

export const fileCommand: Command = defineTool<FileOption>({
  name: 'file',
  path: '/usr/bin/file',
  summary: 'tell what kind of file it is: directory, link, pipe, script, text, pcap, data',
  usage: ['[OPTION...] [FILE...]'],
  options: OPTIONS,
  refused: [
    '-i, --mime',
    '--mime-type',
    '-f, --files-from FILE',
    '-z, --uncompress',
    '-s, --special-files',
    '-k, --keep-going',
  ],
  main: file,
})

function file(tool: Tool, args: Args<FileOption>): number {
  if (args.operands.length === 0) {
    tool.p.io.err('Usage: file [-bL] file ...\n')
    return 1
  }
  const width = Math.max(...args.operands.map((name) => name.length)) + 2
  for (const name of args.operands) {
    const kind = describe(tool.p, name, args.has('L'))
    const label = args.has('b') ? '' : `${name}:`.padEnd(width)
    tool.out.print(`${label}${isErrno(kind) ? `cannot open \`${name}' (${kind.text})` : kind}\n`)
  }
  return 0
}

function describe({ fs }: Process, name: string, follow: boolean): string | Errno {
  const stat = follow ? fs.stat(name) : fs.lstat(name)
  if (isErrno(stat)) return stat
  switch (stat.kind) {
    case 'dir':
      return 'directory'
    case 'link': {
      const target = fs.readlink(name)
      return `${isErrno(fs.stat(name)) ? 'broken ' : ''}symbolic link to ${isErrno(target) ? '' : target}`
    }
    case 'char':
      return `character special${DEVICES[fs.realpath(name)] ?? ''}`
    case 'fifo':
      return 'fifo (named pipe)'
    case 'socket':
      return 'socket'
    case 'nsfs':
      return 'empty'
    case 'file': {
      const octets = fs.readFile(name)
      return isErrno(octets) ? octets : contents(octets)
    }
  }
}

/** Major and minor numbers. Ref: Documentation/admin-guide/devices.txt */
const DEVICES: Readonly<Record<string, string>> = {
  '/dev/null': ' (1/3)',
  '/dev/zero': ' (1/5)',
  '/dev/full': ' (1/7)',
  '/dev/random': ' (1/8)',
  '/dev/urandom': ' (1/9)',
  '/dev/tty': ' (5/0)',
}

const INTERPRETERS: Readonly<Record<string, string>> = {
  bash: 'Bourne-Again shell script',
  sh: 'POSIX shell script',
  python3: 'Python script',
}

function contents(octets: Uint8Array): string {
  if (octets.length === 0) return 'empty'
  const magic = [...octets.subarray(0, 4)].map((octet) => octet.toString(16).padStart(2, '0')).join('')
  if (magic === 'd4c3b2a1' && octets.length >= 24) {
    const view = new DataView(octets.buffer, octets.byteOffset)
    const link = view.getUint32(20, true) === 1 ? 'Ethernet' : `link type ${view.getUint32(20, true)}`
    const version = `${view.getUint16(4, true)}.${view.getUint16(6, true)}`
    return `pcap capture file, microsecond ts (little-endian) - version ${version} (${link}, capture length ${view.getUint32(16, true)})`
  }
  if (magic === '7f454c46') return 'ELF 64-bit LSB executable, x86-64'
  const text = decoded(octets)
  if (text === null) return 'data'
  if (/^\s*[[{]/.test(text) && isJson(text)) return 'JSON text data'
  const charset = octets.some((octet) => octet >= 0x80) ? 'Unicode text, UTF-8 text' : 'ASCII text'
  const [, interpreter = ''] = /^#! ?(?:\/usr\/bin\/env )?(?:\S*\/)?(\w+)/.exec(text) ?? []
  const script = INTERPRETERS[interpreter]
  const kind = script ? `${script}, ${charset} executable` : charset
  if (!text.includes('\n')) return `${kind}, with no line terminators`
  return /\r\n/.test(text) ? `${kind}, with CRLF line terminators` : kind
}

/** Null when it is no text. */
function decoded(octets: Uint8Array): string | null {
  if (octets.some((octet) => octet < 7 || (octet > 13 && octet < 32 && octet !== 27) || octet === 127))
    return null
  const text = shownUtf8(octets)
  return encodeUtf8(text).length === octets.length && !text.includes('\ufffd') ? text : null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
