// `docker service logs`. Ref: docker/cli cli/command/service/logs.go
import type { Blocking } from '../../../../os/program.ts'
import { decodeUtf8, encodeUtf8 } from '../../../../wire/utf8.ts'
import type { ServiceInspect, TaskInspect } from '../../api/service.ts'
import type { NodeInspect } from '../../api/swarm.ts'
import { isFailure, type ApiFailure } from '../../http/client.ts'
import { Demultiplexer, STDERR } from '../../http/rawStream.ts'
import { exactArgs } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import { timesQuery } from '../lib/time.ts'
import type { CommandSpec } from '../lib/tree.ts'

const SHORT_ID = 12
/** What the daemon says of whose a line is. */
const CONTEXT = 'com.docker.swarm.'

interface Target {
  readonly path: string
  /** So wide the number of a task can be. */
  readonly width: number
  readonly tty: boolean
}

export const serviceLogsSpec: CommandSpec = {
  use: '[OPTIONS] SERVICE|TASK',
  short: 'Fetch the logs of a service or task',
  args: exactArgs(1),
  flags: [
    { name: 'details', type: 'bool', usage: 'Show extra details provided to logs' },
    { name: 'follow', short: 'f', type: 'bool', usage: 'Follow log output' },
    { name: 'no-resolve', type: 'bool', usage: 'Do not map IDs to Names in output' },
    { name: 'no-task-ids', type: 'bool', usage: 'Do not include task IDs in output' },
    { name: 'no-trunc', type: 'bool', usage: 'Do not truncate output' },
    { name: 'raw', type: 'bool', usage: 'Do not neatly format logs' },
    {
      name: 'since',
      type: 'string',
      usage:
        'Show logs since timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)',
    },
    {
      name: 'tail',
      short: 'n',
      type: 'string',
      usage: 'Number of lines to show from the end of the logs (default "all")',
    },
    { name: 'timestamps', short: 't', type: 'bool', usage: 'Show timestamps' },
  ],
  *run(cli, flags, [name = '']) {
    const target = yield* find(cli, name)
    if (target === null) return cli.fail(`no such task or service: ${name}`)
    if (isFailure(target)) return cli.fail(target)
    const times = timesQuery(flags, cli.now(), (flag) => `invalid value for ${JSON.stringify(flag)}: `)
    if (typeof times === 'string') return cli.fail(times)
    const raw = flags.bool('raw')
    if (target.tty && !raw) return cli.fail('tty service logs only supported with --raw')
    const query = {
      stdout: true,
      stderr: true,
      tail: flags.string('tail', 'all'),
      ...(flags.bool('follow') ? { follow: true } : {}),
      ...(flags.bool('timestamps') ? { timestamps: true } : {}),
      // Whose a line is stands there.
      ...(flags.bool('details') || !raw ? { details: true } : {}),
      ...times,
    }
    const names = raw ? null : new LineNames(cli, flags, target)
    const frames = new Demultiplexer()
    const failed = yield* cli.api.pieces(
      { method: 'GET', path: `${target.path}/logs`, query },
      function* show(data) {
        for (const [stream, piece] of frames.feed(data)) {
          const line = names ? encodeUtf8(yield* names.named(decodeUtf8(piece))) : piece
          cli.write(stream === STDERR ? 2 : 1, line)
        }
      },
    )
    return failed ? cli.fail(failed) : 0
  },
}

function* find(cli: DockerCli, name: string): Blocking<Target | ApiFailure | null> {
  const service = yield* cli.api.get<ServiceInspect>(`/services/${name}`)
  if (!isFailure(service)) {
    const replicas = service.Spec.Mode.Replicated?.Replicas ?? 1
    const tty = service.Spec.TaskTemplate.ContainerSpec.TTY ?? false
    return { path: `/services/${service.ID}`, width: String(replicas).length, tty }
  }
  if (service.status !== 404) return service
  const task = yield* cli.api.get<TaskInspect>(`/tasks/${name}`)
  if (isFailure(task)) return task.status === 404 ? null : task
  const tty = task.Spec.ContainerSpec.TTY ?? false
  return { path: `/tasks/${task.ID}`, width: String(task.Slot ?? 0).length, tty }
}

/** Puts before a line whose it is. (Ref: logWriter, taskFormatter) */
class LineNames {
  readonly #cli: DockerCli
  readonly #flags: ParsedFlags
  readonly #width: number
  readonly #known = new Map<string, string>()

  constructor(cli: DockerCli, flags: ParsedFlags, { width }: Target) {
    this.#cli = cli
    this.#flags = flags
    this.#width = width
  }

  *named(line: string): Blocking<string> {
    const words = line.split(' ')
    const time = this.#flags.bool('timestamps') ? `${words.shift() ?? ''} ` : ''
    const details = (words.shift() ?? '').split(',')
    const context = details.filter((pair) => pair.startsWith(CONTEXT))
    const more = details.filter((pair) => pair !== '' && !pair.startsWith(CONTEXT))
    const key = context.join(',')
    const whose = this.#known.get(key) ?? (yield* this.#whose(new Map(context.map(pairOf))))
    this.#known.set(key, whose)
    return `${time}${whose}    | ${this.#flags.bool('details') ? `${more.join(',')} ` : ''}${words.join(' ')}`
  }

  *#whose(context: ReadonlyMap<string, string>): Blocking<string> {
    const { api } = this.#cli
    const flags = this.#flags
    const [node = '', service = '', task = ''] = ['node', 'service', 'task'].map((what) =>
      context.get(`${CONTEXT}${what}.id`),
    )
    const named = flags.bool('no-resolve') ? null : yield* api.get<ServiceInspect>(`/services/${service}`)
    const placed = flags.bool('no-resolve') ? null : yield* api.get<NodeInspect>(`/nodes/${node}`)
    const one = yield* api.get<TaskInspect>(`/tasks/${task}`)
    const slot = isFailure(one) ? 0 : (one.Slot ?? 0)
    const shown = flags.bool('no-trunc') ? task : task.slice(0, SHORT_ID)
    const id = flags.bool('no-task-ids') ? '' : `.${shown}`
    const name = named && !isFailure(named) ? named.Spec.Name : service
    const host = placed && !isFailure(placed) ? placed.Description.Hostname : node
    return `${name}.${slot}${id}@${host}${' '.repeat(Math.max(0, this.#width - String(slot).length))}`
  }
}

function pairOf(text: string): [string, string] {
  const [key = '', value = ''] = text.split('=')
  return [key, value]
}
