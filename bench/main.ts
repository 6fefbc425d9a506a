// npm run bench: the work of work.ts in the simulator, and on this machine's kernel where that is possible.
//
//   --quick        B(100) and F(1) only
//   --no-kernel    the simulator only
import { parseArgs } from 'node:util'
import { fullLab } from '../src/lab/full.ts'
import { hasKernel, timeBatched, timeOnKernel } from './kernel.ts'
import { formatTable, median, type Row } from './table.ts'
import { workB, workC, workF, workI, workL, workP, workR, workS, type Work } from './work.ts'

/** Before the clock counts, work is done for so long that it is not the compiler that is measured. */
const WARM_MS = 1000
const FEWEST_RUNS = 5
const MOST_RUNS = 15
const ENOUGH_MS = 3000
/** What takes longer than this once is not asked again. */
const SLOW_MS = 5000

const ALL: readonly Work[] = [
  workB(100, 40),
  workB(1000, 600),
  workP(1000, 400),
  workL(1000, 600),
  workF(20_000, 160),
  workC(50_000, 8, 450),
  workI(1000, 100),
  workR(1000, 20_000, 300),
  workS(5000, 150),
]

const LEGEND = `
vethlab: median of ${FEWEST_RUNS} to ${MOST_RUNS} runs in one process, each in a lab of its own, after ${WARM_MS / 1000} s of warming up.
kernel: the same commands in bash, a process each, in namespaces of their own; what takes over ${SLOW_MS / 1000} s is run once.
ip -batch: the same by one ip for the host and one for each namespace.
target: for a 2-core machine on which the kernel takes 1.9 s for B(100).
`

main()

function main(): void {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, 'no-kernel': { type: 'boolean', default: false } },
  })
  const works = values.quick ? ALL.filter(({ name }) => name === 'B(100)' || name === 'F(1)') : ALL
  const kernel = !values['no-kernel'] && hasKernel()
  if (!kernel && !values['no-kernel']) {
    process.stderr.write('No figures of the real kernel: they need root, iproute2 and iputils.\n')
  }
  const rows = works.map((work): Row => {
    process.stderr.write(`${work.name}…\n`)
    return {
      name: work.name,
      what: work.what,
      vethlab: warm(() => timeInLab(work)) ? medianOf(() => timeInLab(work)) : null,
      kernel: kernel ? medianOf(() => timeOnKernel(work)) : null,
      batched: kernel ? medianOf(() => timeBatched(work)) : null,
      target: work.target,
    }
  })
  process.stdout.write(`${formatTable(rows)}${LEGEND}`)
}

/** Milliseconds in a lab of its own; null when the work was not done. */
function timeInLab(work: Work): number | null {
  const lab = fullLab('bare')
  for (const command of work.setup) lab.exec('host', command)
  const outputs: string[] = []
  const from = performance.now()
  for (const command of work.commands) outputs.push(lab.exec('host', command).output)
  const time = performance.now() - from
  const output = outputs.join('')
  if (work.proof(output)) return time
  process.stderr.write(`${work.name} was not done:\n${output.slice(-1000)}\n`)
  return null
}

function warm(time: () => number | null): boolean {
  const end = performance.now() + WARM_MS
  while (performance.now() < end) if (time() === null) return false
  return true
}

/** The median of some runs; of one, when it takes long; null when the work is not done. */
function medianOf(time: () => number | null): number | null {
  const times: number[] = []
  let sum = 0
  while (times.length < FEWEST_RUNS || (times.length < MOST_RUNS && sum < ENOUGH_MS)) {
    const took = time()
    if (took === null) return null
    times.push(took)
    sum += took
    if (took > SLOW_MS) break
  }
  return median(times)
}
