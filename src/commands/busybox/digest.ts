// md5sum and its kin. Ref: coreutils/md5_sha1_sum.c
import type { Blocking, Process } from '../../os/program.ts'
import { EISDIR, isErrno } from '../../uapi/errno.ts'
import { openInput, readLines } from '../lib/input.ts'
import { hexOf, SUMS, type Sum } from '../md5sum/md5sum.ts'
import type { Applet } from './applet.ts'
import { getopt, showUsage } from './getopt.ts'

export const digestApplets: readonly Applet[] = SUMS.map((sum) => {
  const { name, label } = sum
  const applet: Applet = {
    name,
    usage: ` [-c[sw]] [FILE]...

Print or check ${label} checksums

	-c	Check sums against list in FILEs
	-s	Don't output anything, status code shows success
	-w	Warn about improperly formatted checksum lines`,
    run: (p) => sums(p, applet, sum),
  }
  return applet
})

function* sums(p: Process, applet: Applet, sum: Sum): Blocking<number> {
  const { name } = applet
  // -b and -t are taken for the sake of GNU's.
  const options = getopt(p, applet, 'scwbt')
  if (!options) return 1
  const { given, operands } = options
  const checks = given.has('c')
  if (!checks && (given.has('s') || given.has('w'))) return showUsage(p, applet)
  let status = 0
  for (const file of operands.length > 0 ? operands : ['-']) {
    if (checks) {
      if (!(yield* check(p, name, sum, file, given))) status = 1
      continue
    }
    const hex = yield* sumOf(p, name, sum, file)
    if (hex === null) status = 1
    else p.io.out(`${hex}  ${file}\n`)
  }
  return status
}

function* sumOf(p: Process, name: string, sum: Sum, file: string): Blocking<string | null> {
  const input = openInput(p, file)
  if (isErrno(input)) {
    p.io.err(`${name}: can't ${input === EISDIR ? 'read' : 'open'} '${file}': ${input.text}\n`)
    return null
  }
  const hex = yield* hexOf(input, sum)
  input.close()
  if (input.error === null) return hex
  p.io.err(`${name}: can't read '${file}': ${input.error.text}\n`)
  return null
}

function* check(
  p: Process,
  name: string,
  sum: Sum,
  file: string,
  given: ReadonlyMap<string, string>,
): Blocking<boolean> {
  const list = openInput(p, file)
  if (isErrno(list)) {
    p.io.err(`${name}: ${file}: ${list.text}\n`)
    return false
  }
  const lines = yield* readLines(list)
  list.close()
  const silent = given.has('s')
  let failed = 0
  for (const line of lines) {
    const [, wanted, of] = /^(.*?) {2}(.*)$/.exec(line) ?? /^(.*?) \*(.*)$/.exec(line) ?? []
    if (wanted === undefined || of === undefined) {
      if (given.has('w')) p.io.err(`${name}: invalid format\n`)
      failed++
      continue
    }
    const same = (yield* sumOf(p, name, sum, of)) === wanted
    if (!same) failed++
    if (!silent) p.io.out(`${of}: ${same ? 'OK' : 'FAILED'}\n`)
  }
  if (failed > 0 && !silent)
    p.io.err(`${name}: WARNING: ${failed} of ${lines.length} computed checksums did NOT match\n`)
  return failed === 0
}
