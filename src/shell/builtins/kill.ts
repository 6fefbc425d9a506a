import type { Blocking } from '../../os/program.ts'
import type { Signal } from '../../uapi/signal.ts'
import type { ShellState } from '../state.ts'
import { isSignal } from '../traps.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, usageError } from './builtin.ts'
import { signalList, signalName, signalNumber } from './signalnames.ts'

export const kill: PlainBuiltin = builtin(
  'kill',
  '[-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]',
  'Send a signal to a job.',
  (shell, args) => {
    const [first] = args
    if (first === undefined) return nobody(shell)
    if (first === '-l' || first === '-L') return list(shell, args.slice(1))
    let signal = 'TERM'
    let targets = args
    if (first === '-s' || first === '-n') {
      if (args[1] === undefined) return shell.fail('kill', `${first}: option requires an argument`)
      signal = args[1]
      targets = args.slice(2)
    } else if (first === '--') targets = args.slice(1)
    else if (/^-./.test(first)) {
      signal = first.slice(1)
      targets = args.slice(1)
    }
    if (targets[0] === '--') targets = targets.slice(1)
    const number = signal === '0' ? 0 : signalNumber(signal)
    if (number === null) return shell.fail('kill', `${signal}: invalid signal specification`)
    if (targets.length === 0) return nobody(shell)
    const name = number === 0 ? null : signalName(number)
    if (name !== null && !isSignal(name)) {
      shell.err(`bash: kill: signal ${name} is not supported in vethlab\n`)
      return 1
    }
    return sendAll(shell, targets, name)
  },
)

function* sendAll(shell: ShellState, targets: readonly string[], signal: Signal | null): Blocking<number> {
  let status = 0
  for (const target of targets) if (!send(shell, target, signal)) status = 1
  // What was sent to the shell itself arrives before its next command.
  yield { on: [], until: shell.p.clock.now() }
  return status
}

function send(shell: ShellState, target: string, signal: Signal | null): boolean {
  if (target.startsWith('%')) return sendJob(shell, target, signal)
  if (!/^-?\d+$/.test(target)) {
    shell.report(`kill: ${target}: arguments must be process or job IDs`)
    return false
  }
  const errno = shell.p.procs.kill(Number(target), signal)
  if (!errno) return true
  shell.report(`kill: (${target}) - ${errno.text}`)
  return false
}

function sendJob(shell: ShellState, spec: string, signal: Signal | null): boolean {
  const job = shell.jobs.find(spec)
  if (job === null || job === 'ambiguous') {
    shell.report(`kill: ${spec}: ${job === null ? 'no such job' : 'ambiguous job spec'}`)
    return false
  }
  const { procs } = shell.p
  // Without job control the job shares the shell's group: its processes are told one by one.
  const led = procs.get(job.pids[0] ?? 0)?.pgid === job.pgid
  if (shell.option('monitor') && led) procs.kill(-job.pgid, signal)
  else for (const pid of job.pids) procs.kill(pid, signal)
  if (job.state === 'stopped' && (signal === 'TERM' || signal === 'HUP')) procs.kill(-job.pgid, 'CONT')
  return true
}

function list(shell: ShellState, specs: readonly string[]): number {
  if (specs.length === 0) return shell.emit('kill', signalList())
  let out = ''
  let status = 0
  for (const spec of specs) {
    const numeric = /^\d+$/.test(spec)
    const number = numeric ? Number(spec) % 128 : signalNumber(spec)
    const name = number === null ? null : signalName(number)
    if (name === null) {
      shell.report(`kill: ${spec}: invalid signal specification`)
      status = 1
    } else out += numeric ? `${name}\n` : `${number}\n`
  }
  return shell.emit('kill', out, status)
}

function nobody(shell: ShellState): number {
  if (shell.dialect?.name !== 'ash') return usageError(shell, kill)
  shell.err('sh: you need to specify whom to kill\n')
  return 1
}
