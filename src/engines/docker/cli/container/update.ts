// Ref: docker/cli cli/command/container/update.go
import { isFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import { parseBytes } from '../lib/values.ts'
import type { CommandSpec } from '../lib/tree.ts'

/** What can be changed here. */
const DONE: ReadonlySet<string> = new Set(
  'restart memory memory-swap memory-reservation cpus cpu-shares cpu-period cpu-quota pids-limit'.split(' '),
)

const NUMBERS = [
  ['cpu-shares', 'CpuShares'],
  ['cpu-period', 'CpuPeriod'],
  ['cpu-quota', 'CpuQuota'],
] as const

export const updateSpec: CommandSpec = {
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Update configuration of one or more containers',
  known: 'docker container update, docker update',
  args: minArgs(1),
  flags: [
    {
      name: 'blkio-weight',
      type: 'uint16',
      usage: 'Block IO (relative weight), between 10 and 1000, or 0 to disable (default 0)',
    },
    { name: 'cpu-period', type: 'int', usage: 'Limit CPU CFS (Completely Fair Scheduler) period' },
    { name: 'cpu-quota', type: 'int', usage: 'Limit CPU CFS (Completely Fair Scheduler) quota' },
    { name: 'cpu-rt-period', type: 'int', usage: 'Limit the CPU real-time period in microseconds' },
    { name: 'cpu-rt-runtime', type: 'int', usage: 'Limit the CPU real-time runtime in microseconds' },
    { name: 'cpu-shares', short: 'c', type: 'int', usage: 'CPU shares (relative weight)' },
    { name: 'cpus', type: 'decimal', usage: 'Number of CPUs' },
    { name: 'cpuset-cpus', type: 'string', usage: 'CPUs in which to allow execution (0-3, 0,1)' },
    { name: 'cpuset-mems', type: 'string', usage: 'MEMs in which to allow execution (0-3, 0,1)' },
    { name: 'memory', short: 'm', type: 'bytes', usage: 'Memory limit' },
    { name: 'memory-reservation', type: 'bytes', usage: 'Memory soft limit' },
    {
      name: 'memory-swap',
      type: 'bytes',
      usage: 'Swap limit equal to memory plus swap: -1 to enable unlimited swap',
    },
    { name: 'pids-limit', type: 'int', usage: 'Tune container pids limit (set -1 for unlimited)' },
    { name: 'restart', type: 'string', usage: 'Restart policy to apply when a container exits' },
  ],
  *run(cli, flags, args) {
    const given = [...flags.names]
    if (given.length === 0) return cli.fail('you must provide one or more flags when using this command')
    const body: Record<string, unknown> = {}
    if (flags.has('restart')) {
      const [Name = '', count = '0'] = flags.string('restart').split(':')
      body['RestartPolicy'] = { Name, MaximumRetryCount: Number(count) }
    }
    if (flags.has('memory')) body['Memory'] = parseBytes(flags.string('memory')) ?? 0
    if (flags.has('memory-swap'))
      body['MemorySwap'] =
        flags.string('memory-swap') === '-1' ? -1 : (parseBytes(flags.string('memory-swap')) ?? 0)
    if (flags.has('cpus')) body['NanoCpus'] = Math.round(Number(flags.string('cpus')) * 1e9)
    if (flags.has('memory-reservation'))
      body['MemoryReservation'] = parseBytes(flags.string('memory-reservation')) ?? 0
    for (const [flag, member] of NUMBERS) if (flags.has(flag)) body[member] = flags.int(flag)
    if (flags.has('pids-limit')) body['PidsLimit'] = flags.int('pids-limit', 0)
    const other = given.find((name) => !DONE.has(name))
    if (other !== undefined) return cli.fail(`docker update --${other} is not supported in vethlab`)
    const failures: string[] = []
    for (const name of args) {
      const updated = yield* cli.api.post(`/containers/${name}/update`, {}, body)
      if (isFailure(updated)) failures.push(updated.message)
      else cli.out(`${name}\n`)
    }
    return failures.length > 0 ? cli.fail(failures.join('\n')) : 0
  },
}
