// `conntrack -L`. Ref: conntrack-tools src/conntrack.c:dump_cb()
import type { CtEntry } from '../../uapi/conntrack.ts'
import { formatSave, formatXml, XML_HEAD, XML_TAIL } from './documents.ts'
import { formatEntry } from './format.ts'
import type { Parsed, Problem } from './options.ts'
import type { CtTool } from './tool.ts'
import { detailsWanted, endsWanted, type Wanted } from './wanted.ts'

/** What `-o` asks for. */
export interface Output {
  readonly extended: boolean
  readonly id: boolean
  readonly xml: boolean
  readonly save: boolean
  readonly timestamp: boolean
}

const WORDS: ReadonlySet<string> = new Set([
  'xml',
  'extended',
  'timestamp',
  'id',
  'ktimestamp',
  'labels',
  'userspace',
  'save',
])

export function readOutput({ options }: Parsed): Output | Problem {
  const words = options.get('o')?.split(',') ?? []
  for (const word of words) if (!WORDS.has(word)) return { problem: `Bad parameter \`${word}'` }
  const has = (word: string): boolean => words.includes(word)
  return {
    extended: has('extended'),
    id: has('id'),
    xml: has('xml'),
    save: has('save'),
    timestamp: has('timestamp'),
  }
}

/** One flow as it was asked for, without a newline. */
export function entryText(entry: CtEntry, output: Output, use = entry.use): string {
  if (output.save) return formatSave(entry)
  return output.xml ? formatXml(entry, null) : formatEntry(entry, output, use)
}

export function list(tool: CtTool, { table, options }: Parsed, wanted: Wanted, output: Output): number {
  const { p, out } = tool
  const reply = p.net.conntrack({ type: 'GET', family: wanted.family, zero: options.has('z') })
  if (reply.error) return tool.failed(reply.error.errno.text)
  const shown = reply.entries.filter(
    (entry) => table === 'conntrack' && endsWanted(entry, wanted) && detailsWanted(entry, wanted),
  )
  for (const [i, entry] of shown.entries()) {
    out.print(`${output.xml && i === 0 ? XML_HEAD : ''}${entryText(entry, output)}\n`)
  }
  if (output.xml && shown.length > 0) {
    out.print(XML_TAIL)
    out.flush()
  }
  tool.say(`${shown.length} flow entries have been shown.`)
  return 0
}
