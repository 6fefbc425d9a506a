// awk: mawk 1.3.4, the one that Debian installs. Ref: mawk init.c, main.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput } from '../lib/input.ts'
import { Stdout } from '../lib/stdout.ts'
import { Interpreter } from './interpreter.ts'
import { assignWord, MainInput } from './mainInput.ts'
import { fromWord, octetText, textOctets, toWord } from './octets.ts'
import { readOptions } from './options.ts'
import { Parser } from './parser.ts'
import { Runtime } from './runtime.ts'
import { LIMITS, USAGE, VERSION } from './usage.ts'
import { fromOutside } from './value.ts'

const FAILED = 2

export const awkCommand: Command = {
  name: 'awk',
  path: '/usr/bin/awk',
  summary: 'pattern scanning and text processing language (mawk)',
  supports: [
    "awk [-F VALUE] [-v NAME=VALUE] 'PROGRAM' [FILE | NAME=VALUE]...",
    'awk -f PROGRAM-FILE [FILE]...',
    'all of the language: fields, arrays, functions, getline, printf, output to files and to commands',
    '-W version, -W help',
  ],
  run: awk,
}

function* awk(p: Process): Blocking<number> {
  const name = (p.argv[0] ?? 'awk').replace(/^.*\//, '')
  const complain = (message: string): number => {
    p.io.err(textOctets(`${name}: ${message}\n`))
    return FAILED
  }
  const options = readOptions(p.argv.slice(1).map(fromWord))
  if ('complaint' in options) return complain(options.complaint)
  if ('unsupported' in options) {
    complain(`${options.unsupported} is not supported in vethlab`)
    return 1
  }
  if ('show' in options) {
    if (options.show === 'version') p.io.out(VERSION)
    p.io.err(options.show === 'version' ? LIMITS : USAGE)
    return 0
  }
  for (const warning of options.warnings) complain(warning)
  let text = options.program
  if (text === null) {
    text = ''
    for (const file of options.files) {
      const input = openInput(p, toWord(file))
      if (isErrno(input)) return complain(`cannot open ${file} (${input.text})`)
      text += octetText(yield* input.octets())
      input.close()
    }
  }
  return yield* run(p, name, text, options.settings, options.operands)
}

function* run(
  p: Process,
  name: string,
  text: string,
  settings: readonly string[],
  operands: readonly string[],
): Blocking<number> {
  const parser = new Parser(text)
  const program = parser.program()
  if (parser.errors.length > 0) {
    p.io.err(textOctets(parser.errors.map((error) => `${name}: ${error}\n`).join('')))
    return FAILED
  }
  const out = new Stdout(p)
  const rt = new Runtime(p, name, out, program)
  const argv = rt.arrayOf(rt.global('ARGV'))
  for (const [i, word] of [name, ...operands].entries()) argv.at(i, '').value = fromOutside(word)
  rt.global('ARGC').value = operands.length + 1
  for (const setting of settings) assignWord(rt, setting)
  const interpreter = new Interpreter(rt, program, new MainInput(rt))
  yield* interpreter.run()
  // Complaints come before what is still kept back for a pipe.
  if (rt.failure !== null) p.io.err(textOctets(`${name}: ${rt.failure}\n`))
  yield* rt.streams.closeAll()
  out.flush()
  yield* out.room()
  if (out.error === null) return rt.status
  p.io.err(textOctets(`${name}: close failed on file /dev/stdout (${out.error.text})\n`))
  return FAILED
}
