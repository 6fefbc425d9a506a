// md5sum, sha1sum, sha256sum, sha512sum: one program under four names. Ref: coreutils src/digest.c
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Digest } from '../lib/digest.ts'
import { forEachInput } from '../lib/files.ts'
import { openInput, readLines, type Input } from '../lib/input.ts'
import { newMd5 } from '../lib/md5.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile } from '../lib/quote.ts'
import { newSha1 } from '../lib/sha1.ts'
import { newSha256 } from '../lib/sha2.ts'
import { newSha512 } from '../lib/sha512.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type DigestOption = 'b' | 'c' | 't' | 'tag' | 'quiet' | 'status'

const OPTIONS: OptionTable<DigestOption> = {
  b: ['-b, --binary', 'read in binary mode'],
  c: ['-c, --check', 'read checksums from the FILEs and check them'],
  tag: ['--tag', 'create a BSD-style checksum'],
  t: ['-t, --text', 'read in text mode (default)'],
  quiet: ['--quiet', "don't print OK for each successfully verified file"],
  status: ['--status', "don't output anything, status code shows success"],
}

export interface Sum {
  readonly name: string
  /** As --tag calls it. */
  readonly label: string
  /** Hexadecimal digits of one. */
  readonly digits: number
  readonly make: () => Digest
}

export const SUMS: readonly Sum[] = [
  { name: 'md5sum', label: 'MD5', digits: 32, make: newMd5 },
  { name: 'sha1sum', label: 'SHA1', digits: 40, make: newSha1 },
  { name: 'sha256sum', label: 'SHA256', digits: 64, make: newSha256 },
  { name: 'sha512sum', label: 'SHA512', digits: 128, make: newSha512 },
]

export const digestCommands: readonly Command[] = SUMS.map((sum) =>
  defineTool<DigestOption>({
    name: sum.name,
    path: `/usr/bin/${sum.name}`,
    summary: `print or check ${sum.label} checksums`,
    usage: ['[OPTION]... [FILE]...'],
    options: OPTIONS,
    refused: ['-z, --zero', '--ignore-missing', '--strict', '-w, --warn'],
    main: (tool, args) => (args.has('c') ? checkAll(tool, args, sum) : sumAll(tool, args, sum)),
  }),
)

/** The digest of all that is left of an input, in hexadecimal. */
export function* hexOf(input: Input, { make }: Sum): Blocking<string> {
  const digest = make()
  for (let chunk = yield* input.chunk(); chunk.length > 0; chunk = yield* input.chunk()) digest.update(chunk)
  return [...digest.octets()].map((octet) => octet.toString(16).padStart(2, '0')).join('')
}

function sumAll(tool: Tool, args: Args<DigestOption>, sum: Sum): Blocking<number> {
  return forEachInput(tool, args.operands, function* ({ name, input }) {
    const hex = yield* hexOf(input, sum)
    if (input.error !== null) return
    const mark = args.lastOf('b', 't') === 'b' ? '*' : ' '
    tool.out.print(args.has('tag') ? `${sum.label} (${name}) = ${hex}\n` : `${hex} ${mark}${name}\n`)
  })
}

function* checkAll(tool: Tool, args: Args<DigestOption>, sum: Sum): Blocking<number> {
  let status = 0
  for (const name of args.operands.length > 0 ? args.operands : ['-']) {
    const list = openInput(tool.p, name)
    if (isErrno(list)) {
      tool.complain(`${quoteFile(name)}: ${list.text}`)
      status = 1
      continue
    }
    const lines = yield* readLines(list)
    list.close()
    if (!(yield* checkList(tool, args, sum, name === '-' ? 'standard input' : name, lines))) status = 1
  }
  return status
}

function* checkList(
  tool: Tool,
  args: Args<DigestOption>,
  sum: Sum,
  name: string,
  lines: readonly string[],
): Blocking<boolean> {
  const counts = { formatted: 0, unformatted: 0, unread: 0, different: 0 }
  const quiet = args.has('status')
  for (const line of lines) {
    const [wanted, file] = sumOf(line, sum)
    if (wanted === undefined || file === undefined) {
      if (line !== '' && !line.startsWith('#')) counts.unformatted++
      continue
    }
    counts.formatted++
    const input = openInput(tool.p, file)
    const hex = isErrno(input) ? '' : yield* hexOf(input, sum)
    const error = isErrno(input) ? input : input.error
    if (error !== null) {
      tool.complain(`${quoteFile(file)}: ${error.text}`)
      counts.unread++
      if (!quiet) tool.out.print(`${file}: FAILED open or read\n`)
      continue
    }
    if (!isErrno(input)) input.close()
    const same = hex === wanted.toLowerCase()
    if (!same) counts.different++
    if (!quiet && !(same && args.has('quiet'))) tool.out.print(`${file}: ${same ? 'OK' : 'FAILED'}\n`)
  }
  if (counts.formatted === 0) {
    tool.complain(`${quoteFile(name)}: no properly formatted checksum lines found`)
    return false
  }
  if (!quiet) warn(tool, counts)
  return counts.different === 0 && counts.unread === 0
}

/** A line's digest and file, in either form. */
function sumOf(line: string, { label, digits }: Sum): readonly (string | undefined)[] {
  const tagged = new RegExp(`^${label} \\((.*)\\) = ([0-9a-fA-F]{${digits}})$`).exec(line)
  if (tagged) return [tagged[2], tagged[1]]
  return new RegExp(`^\\s*([0-9a-fA-F]{${digits}}) [ *](.*)$`).exec(line)?.slice(1) ?? []
}

function warn(tool: Tool, counts: { unformatted: number; unread: number; different: number }): void {
  const { unformatted, unread, different } = counts
  if (unformatted > 0)
    tool.complain(`WARNING: ${unformatted} line${unformatted > 1 ? 's are' : ' is'} improperly formatted`)
  if (unread > 0) tool.complain(`WARNING: ${unread} listed file${unread > 1 ? 's' : ''} could not be read`)
  if (different > 0)
    tool.complain(`WARNING: ${different} computed checksum${different > 1 ? 's' : ''} did NOT match`)
}
