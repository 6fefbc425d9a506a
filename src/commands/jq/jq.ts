// jq 1.6. Ref: jq src/main.c
// Read evaluate.ts first: how a filter runs.
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput } from '../lib/input.ts'
import { Stdout } from '../lib/stdout.ts'
import type { Node } from './ast.ts'
import { BUILTINS, callBuiltin, Halt } from './builtins.ts'
import { findUnknown } from './check.ts'
import { Evaluator, type World } from './evaluate.ts'
import { Inputs } from './inputs.ts'
import { parseJson } from './json.ts'
import { SyntaxFault } from './lexer.ts'
import { PAUSE } from './items.ts'
import { readOptions, type JqOptions } from './options.ts'
import { parseDefinitions, parseProgram } from './parser.ts'
import { PRELUDE } from './prelude.ts'
import { bindFunction, bindValue, type Scope } from './scope.ts'
import { HINT, OPTIONS_HELP, USAGE } from './usage.ts'
import {
  dump,
  format,
  isTrue,
  JqError,
  makeObject,
  MemoryExhausted,
  type Format,
  type Json,
} from './value.ts'

const BAD_USAGE = 2
const BAD_PROGRAM = 3
const NO_OUTPUT = 4
const FAILED = 5
/** What the work between two pauses takes, in nanoseconds. */
const TURN_TIME = 1_000_000

export const jqCommand: Command = {
  name: 'jq',
  path: '/usr/bin/jq',
  summary: 'commandline JSON processor',
  supports: [
    "jq [-cenrsjaCMRS] [--tab] [--indent N] 'FILTER' [FILE]...",
    'jq -f FILTER-FILE [FILE]...',
    '--arg NAME VALUE, --argjson, --slurpfile, --rawfile, --args, --jsonargs',
    'all of the language but modules, ?// and SQL-style operators',
  ],
  run: jq,
}

function* jq(p: Process): Blocking<number> {
  const wrong = (complaint: string): number => {
    p.io.err(`jq: ${complaint}\n${HINT}`)
    return BAD_USAGE
  }
  const o = readOptions(p.argv.slice(1))
  if ('complaint' in o) {
    if (!o.unsupported) return wrong(o.complaint)
    p.io.err(`jq: ${o.complaint} is not supported in vethlab\n`)
    return 1
  }
  if (o.version) {
    p.io.out('jq-1.6\n')
    return 0
  }
  if (o.help || o.program === null) {
    p.io.out(o.help ? USAGE + OPTIONS_HELP : '')
    if (!o.help) p.io.err(USAGE + OPTIONS_HELP)
    return o.help ? 0 : BAD_USAGE
  }
  const named = makeObject()
  for (const [name, { text, json }] of o.args) {
    const value = json ? readArgument(text) : text
    if (value === undefined) return wrong('invalid JSON text passed to --argjson')
    named[name] ??= value
  }
  for (const { name, file, raw } of o.fileVariables) {
    const input = openInput(p, file)
    if (isErrno(input)) {
      const why = `Could not open ${file}: ${input.text}`
      p.io.err(`jq: Bad JSON in --${raw ? 'rawfile' : 'slurpfile'} ${name} ${file}: ${why}\n`)
      return BAD_USAGE
    }
    const text = yield* input.text()
    input.close()
    named[name] = raw ? text : yield* slurped(p, new Inputs([{ name: file, text }], 'json'))
  }
  const positional: Json[] = []
  for (const { text, json } of o.positional) {
    const value = json ? readArgument(text) : text
    if (value === undefined) return wrong('invalid JSON text passed to --jsonargs')
    positional.push(value)
  }
  let source = o.program
  if (o.fromFile) {
    const file = openInput(p, source)
    if (isErrno(file)) {
      p.io.err(`jq: error: Could not open ${source}: ${file.text}\n`)
      return BAD_USAGE
    }
    source = (yield* file.text()).replace(/^#![^\n]*/, '')
    file.close()
  }
  const scope = bindValue(
    variables(named),
    'ARGS',
    makeObject([
      ['positional', positional],
      ['named', named],
    ]),
  )
  const program = compile(p, source, scope)
  if (!program) return BAD_PROGRAM
  return yield* execute(p, o, program, scope)
}

function readArgument(text: string): Json | undefined {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof JqError) return undefined
    throw error
  }
}

let parsed: ReadonlyMap<string, Scope> | null = null

/** Builtins that are written in the language: parsed when first needed. */
function library(): ReadonlyMap<string, Scope> {
  parsed ??= new Map(
    parseDefinitions(PRELUDE).map((d) => [`${d.name}/${d.params.length}`, bindFunction(null, d)]),
  )
  return parsed
}

function variables(named: Readonly<Record<string, Json>>): Scope | null {
  let scope: Scope | null = null
  for (const [name, value] of Object.entries(named)) scope = bindValue(scope, name, value)
  return scope
}

function names(scope: Scope | null): ReadonlySet<string> {
  const known = new Set(['$ENV', ...BUILTINS, ...library().keys()])
  for (let at = scope; at; at = at.outer) if (at.kind === 'value') known.add(`$${at.name}`)
  return known
}

/** Null after the complaint was written. */
function compile(p: Process, source: string, scope: Scope | null): Node | null {
  const complain = (message: string, at: number): null => {
    const from = source.lastIndexOf('\n', at - 1) + 1
    const line = source.slice(from).split('\n', 1)[0] ?? ''
    const number = source.slice(0, at).split('\n').length
    p.io.err(
      `jq: error: ${message} at <top-level>, line ${number}:\n${line}${' '.repeat(at - from)}\njq: 1 compile error\n`,
    )
    return null
  }
  try {
    const program = parseProgram(source)
    const unknown = findUnknown(program, names(scope))
    return unknown ? complain(`${unknown.what} is not defined`, unknown.at) : program
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    return complain(`${error.message} (Unix shell quoting issues?)`, error.at)
  }
}

function* execute(p: Process, o: JqOptions, program: Node, scope: Scope | null): Blocking<number> {
  const texts: { name: string | null; text: string }[] = []
  let status = 0
  for (const name of o.files.length > 0 ? o.files : ['-']) {
    if (o.nullInput && o.files.length === 0 && !readsInput(program)) break
    const input = openInput(p, name)
    if (isErrno(input)) {
      p.io.err(`jq: error: Could not open file ${name}: ${input.text}\n`)
      status = BAD_USAGE
      continue
    }
    texts.push({ name: name === '-' ? null : name, text: yield* input.text() })
    input.close()
  }
  const inputs = new Inputs(texts, o.rawInput ? 'raw' : 'json')
  const out = new Stdout(p)
  const run = new Run(p, o, out, inputs, program, scope)
  const last = yield* run.all()
  out.flush()
  yield* out.room()
  return status !== 0 && (last === 0 || last === NO_OUTPUT) ? status : last
}

/** Whether standard input is wanted though there is no input of its own. */
/** All that there is to read, as one value. */
function* slurped(p: Process, inputs: Inputs): Blocking<Json> {
  const reading = inputs.all()
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return step.value
    yield* p.clock.sleep(TURN_TIME)
  }
}

function readsInput(program: Node): boolean {
  return /"name":"inputs?"/.test(JSON.stringify(program))
}

class Run {
  readonly #p: Process
  readonly #o: JqOptions
  readonly #out: Stdout
  readonly #inputs: Inputs
  readonly #program: Node
  readonly #scope: Scope | null
  readonly #evaluator: Evaluator
  readonly #format: Format
  /** Of the last input. */
  #status = 0

  constructor(p: Process, o: JqOptions, out: Stdout, inputs: Inputs, program: Node, scope: Scope | null) {
    this.#p = p
    this.#o = o
    this.#out = out
    this.#inputs = inputs
    this.#program = program
    this.#scope = scope
    const world: World = {
      input: () => inputs.next(),
      position: inputs,
      environment: makeObject([...p.env]),
      now: p.clock.epoch(),
      warn: (text) => p.io.err(text),
    }
    this.#evaluator = new Evaluator(world, library(), callBuiltin)
    this.#format = { indent: o.compact ? null : o.indent, sort: o.sort, ascii: o.ascii, color: o.color }
  }

  /** Exit status. */
  *all(): Blocking<number> {
    try {
      if (this.#o.nullInput) yield* this.#one(null)
      else if (this.#o.slurp) yield* this.#one(yield* slurped(this.#p, this.#inputs))
      else
        for (let next = this.#inputs.next(); next !== undefined; next = this.#inputs.next())
          yield* this.#one(next)
    } catch (error) {
      if (error instanceof Halt) return this.#halt(error)
      if (error instanceof MemoryExhausted) return this.#abort()
      if (!(error instanceof JqError)) throw error
      // Only reading fails outside of a filter.
      this.#p.io.err(`parse error: ${String(error.value)}\n`)
      return NO_OUTPUT
    }
    return this.#status
  }

  /** Ref: jq 1.6 src/jv_alloc.c:memory_exhausted() */
  #abort(): number {
    this.#p.io.err('jq: error: cannot allocate memory\n')
    this.#p.procs.kill(this.#p.pid, 'ABRT')
    return 134
  }

  #halt({ status, message }: Halt): number {
    if (typeof message === 'string') this.#p.io.err(message)
    else if (message !== undefined && message !== null) this.#p.io.err(`${dump(message)}\n`)
    return status & 255
  }

  *#one(input: Json): Blocking<void> {
    let last: Json | undefined
    try {
      for (const value of this.#evaluator.values({ node: this.#program, scope: this.#scope }, input)) {
        if (value === PAUSE) {
          yield* this.#p.clock.sleep(TURN_TIME)
          continue
        }
        last = value
        this.#print(value)
        yield* this.#out.room()
      }
      this.#status = 0
      if (this.#o.exitStatus) this.#status = last === undefined ? NO_OUTPUT : isTrue(last) ? 0 : 1
    } catch (error) {
      if (error instanceof RangeError) return this.#fail('stack overflow')
      if (!(error instanceof JqError)) throw error
      this.#complain(error.value)
    }
  }

  #print(value: Json): void {
    const { raw, join } = this.#o
    const text = raw && typeof value === 'string' ? value : format(value, this.#format)
    this.#out.print(join ? text : `${text}\n`)
  }

  #complain(value: Json): void {
    // `error(null)` is no error. Ref: jq 1.6 src/main.c:process()
    if (value === null) return
    if (typeof value === 'string') this.#fail(`: ${value}`)
    else this.#fail(` (not a string): ${dump(value)}`)
  }

  #fail(message: string): void {
    this.#status = FAILED
    const { where } = this.#inputs
    this.#p.io.err(`jq: error (at ${where})${message}\n`)
  }
}
