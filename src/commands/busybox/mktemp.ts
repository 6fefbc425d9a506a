import type { Process } from '../../os/program.ts'
import { EEXIST, type Errno } from '../../uapi/errno.ts'
import { makePrivate, randomLetters } from '../lib/mktemp.ts'
import type { Applet } from './applet.ts'
import { getopt, showUsage } from './getopt.ts'

export const mktempApplet: Applet = {
  name: 'mktemp',
  usage: ` [-dt] [-p DIR] [TEMPLATE]

Create a temporary file with name based on TEMPLATE and print its name.
TEMPLATE must end with XXXXXX (e.g. [/dir/]nameXXXXXX).
Without TEMPLATE, -t tmp.XXXXXX is assumed.

	-d	Make directory, not file
	-q	Fail silently on errors
	-t	Prepend base directory name to TEMPLATE
	-p DIR	Use DIR as a base directory (implies -t)
	-u	Do not create anything; print a name

Base directory is: -p DIR, else $TMPDIR, else /tmp`,
  *run(p) {
    const options = getopt(p, mktempApplet, 'dqtp:u')
    if (!options) return 1
    const { given, operands } = options
    if (operands.length > 1) return showUsage(p, mktempApplet)
    const [template = 'tmp.XXXXXX'] = operands
    const base = given.get('p') ?? (p.env.get('TMPDIR') || '/tmp')
    const inBase = operands.length === 0 || given.has('t') || given.has('p')
    const made = make(p, inBase ? `${base}/${template}` : template, given.has('d'), given.has('u'))
    if (typeof made === 'string') {
      p.io.out(`${made}\n`)
      return 0
    }
    // Its name is lost by then.
    if (!given.has('q')) p.io.err(`mktemp: (null): ${made.text}\n`)
    return 1
  },
}

const ANY = 'XXXXXX'
const EINVAL_TEXT = { text: 'Invalid argument' }

/** The name, or why there is none. Ref: mkstemp(3) */
function make(p: Process, template: string, directory: boolean, dry: boolean): string | Pick<Errno, 'text'> {
  if (!template.endsWith(ANY)) return EINVAL_TEXT
  for (;;) {
    const name = template.slice(0, -ANY.length) + randomLetters(p, ANY.length)
    if (dry) return name
    const error = makePrivate(p, name, directory)
    if (error === null) return name
    if (error !== EEXIST) return error
  }
}
