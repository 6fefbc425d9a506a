// The same work on this machine's own kernel, in namespaces of its own; never outside them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Work } from './work.ts'

const UNSHARE = ['unshare', '-n', '-m', '-p', '-f', '--mount-proc', '--kill-child'] as const
const LONGEST_MS = 300_000

/** Whether this process may make namespaces, and the tools are there. */
export function hasKernel(): boolean {
  const probe = 'ip -V && ping -V && sysctl --version && iptables -V'
  return process.platform === 'linux' && run(['-c', probe]).status === 0
}

/**
 * A process a command, as typed: milliseconds, or null when it did not do the work (pings lost, say).
 */
export function timeOnKernel(work: Work): number | null {
  return timeScript(work, work.commands)
}

/** By `ip -batch`: the host's commands in one, those of each namespace in one. Null where the work is not all ip's. */
export function timeBatched(work: Work): number | null {
  if (work.commands.some((command) => !command.startsWith('ip ') || command.startsWith('ip netns exec')))
    return null
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const batches = new Map<string, string[]>()
  for (const command of work.commands) {
    const [, namespace = '', rest = ''] = /^ip (?:-n (\S+) )?(.*)$/.exec(command) ?? []
    batches.set(namespace, [...(batches.get(namespace) ?? []), rest])
  }
  const commands = [...batches].map(([namespace, lines]) => {
    const file = join(folder, `batch-${namespace}`)
    writeFileSync(file, `${lines.join('\n')}\n`)
    return `ip ${namespace ? `-n ${namespace} ` : ''}-batch ${file}`
  })
  const time = timeScript(work, commands)
  rmSync(folder, { recursive: true })
  return time
}

function timeScript(work: Work, commands: readonly string[]): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const script = join(folder, 'script.sh')
  const output = join(folder, 'output')
  const lines = [
    'mount -t tmpfs none /run && mkdir /run/netns && ip link set lo up',
    ...work.setup,
    'from=$EPOCHREALTIME',
    `{\n${commands.join('\n')}\n} >${output} 2>&1`,
    // What the clock says has a decimal point, or the locale's comma.
    'to=$EPOCHREALTIME; echo $((${to/[^0-9]/} - ${from/[^0-9]/})); cat ' + output,
  ]
  writeFileSync(script, `${lines.join('\n')}\n`)
  const { stdout } = run([script])
  rmSync(folder, { recursive: true })
  const [microseconds = '', ...rest] = stdout.split('\n')
  return work.proof(rest.join('\n')) ? Number(microseconds) / 1000 : null
}

function run(args: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  const [program, ...options] = UNSHARE
  return spawnSync(program, [...options, 'bash', '--norc', '--noprofile', ...args], {
    encoding: 'utf8',
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 26,
  })
}
