// `conntrack -E`: flows as they come and go, until it is interrupted. Ref: conntrack-tools src/conntrack.c:event_cb()
import type { Blocking } from '../../os/program.ts'
import type { CtEvent } from '../../uapi/conntrack.ts'
import { isErrno } from '../../uapi/errno.ts'
import { formatXml, XML_HEAD, XML_TAIL } from './documents.ts'
import { formatEvent } from './format.ts'
import type { Output } from './list.ts'
import type { Parsed, Problem } from './options.ts'
import type { CtTool } from './tool.ts'
import { detailsWanted, endsWanted, isProblem, type Wanted } from './wanted.ts'

const KINDS: Readonly<Record<string, readonly CtEvent['kind'][]>> = {
  ALL: ['NEW', 'UPDATE', 'DESTROY'],
  NEW: ['NEW'],
  UPDATES: ['UPDATE'],
  DESTROY: ['DESTROY'],
}

function readKinds(text: string | null | undefined): ReadonlySet<CtEvent['kind']> | Problem {
  const kinds = new Set<CtEvent['kind']>()
  for (const word of (text ?? 'ALL').split(',')) {
    const named = KINDS[word.toUpperCase()]
    if (!named) return { problem: `Bad parameter \`${word}'` }
    for (const kind of named) kinds.add(kind)
  }
  return kinds
}

const MICROSECONDS = 1_000_000

export function* events(tool: CtTool, { options }: Parsed, wanted: Wanted, output: Output): Blocking<number> {
  const { p, out } = tool
  const kinds = readKinds(options.get('e'))
  if (isProblem(kinds)) return tool.problem(kinds.problem)
  let stopped = false
  const stop = (): void => {
    stopped = true
  }
  p.procs.onSignal('INT', stop)
  p.procs.onSignal('TERM', stop)
  const socket = p.net.conntrackEvents()
  let shown = 0
  while (!stopped) {
    for (let event = socket.recv(); !isErrno(event); event = socket.recv()) {
      const { kind, entry } = event
      if (!kinds.has(kind) || !endsWanted(entry, wanted) || !detailsWanted(entry, wanted)) continue
      if (output.xml && shown === 0) out.print(XML_HEAD)
      out.print(`${stamp(tool, output)}${eventText(tool, event, output)}\n`)
      out.flush()
      shown++
    }
    yield* out.room()
    yield* p.clock.wait([socket])
  }
  if (output.xml && shown > 0) out.print(XML_TAIL)
  out.flush()
  socket.close()
  tool.say(`${shown} flow events have been shown.`)
  return 0
}

function stamp({ p }: CtTool, { timestamp, xml }: Output): string {
  if (!timestamp || xml) return ''
  const now = p.clock.epoch()
  const micros = Math.floor((now - Math.floor(now)) * MICROSECONDS)
  return `[${String(Math.floor(now)).padEnd(8)}.${String(micros).padEnd(6)}]\t`
}

const XML_TYPES = { NEW: 'new', UPDATE: 'update', DESTROY: 'destroy' } as const

function eventText({ p }: CtTool, { kind, entry, portid }: CtEvent, output: Output): string {
  const text = output.xml
    ? formatXml(entry, XML_TYPES[kind])
    : formatEvent(kind, entry, output, portid !== null)
  if (portid === null) return text
  const name = output.xml ? undefined : p.procs.get(portid)?.argv[0]
  return `${text} [USERSPACE] portid=${portid}${name === undefined ? '' : ` progname=${name}`}`
}
