// Ref: docker/cli cli/command/container/run.go
import type { Blocking } from '../../../../os/program.ts'
import type { ContainerCreate } from '../../api/container.ts'
import { isFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { Flag } from '../lib/flags.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { lacksTerminal, openAttachment, streamAttachment } from './attachment.ts'
import { createContainer } from './createContainer.ts'
import { CONTAINER_FLAGS } from './runFlags.ts'
import { parseRunOptions, type CreateRequest } from './runOptions.ts'
import { waitFor } from './waiting.ts'

const RUN_ONLY: readonly Flag[] = [
  { name: 'detach', short: 'd', type: 'bool', usage: 'Run container in background and print container ID' },
  { name: 'detach-keys', type: 'string', usage: 'Override the key sequence for detaching a container' },
  {
    name: 'pull',
    type: 'string',
    usage: 'Pull image before running ("always", "missing", "never") (default "missing")',
  },
  { name: 'sig-proxy', type: 'bool', usage: 'Proxy received signals to the process (default true)' },
]

const NO_TTY = 'the input device is not a TTY'
const DAEMON_FAILED = 125
const CANNOT_INVOKE = 126
const NOT_FOUND = 127

export const runSpec: CommandSpec = {
  use: '[OPTIONS] IMAGE [COMMAND] [ARG...]',
  short: 'Create and run a new container from an image',
  known: 'docker container run, docker run',
  args: minArgs(1),
  flags: [...CONTAINER_FLAGS, ...RUN_ONLY].sort((a, b) => (a.name < b.name ? -1 : 1)),
  optionsFirst: true,
  *run(cli, flags, args) {
    if (flags.bool('detach') && flags.list('attach').length > 0) {
      return cli.fail('conflicting options: cannot specify both --attach and --detach')
    }
    const request = parseRunOptions(cli, flags, args)
    if (typeof request === 'string') return runFailure(cli, request, 'run')
    const { body } = request
    const detached = flags.bool('detach')
    if (!detached && body.Tty === true && body.AttachStdin === true && lacksTerminal(cli.p)) {
      return runFailure(cli, NO_TTY, 'run', 1)
    }
    const id = yield* createContainer(cli, flags, withConsole(cli, request))
    if (isFailure(id)) return runFailure(cli, id.message, 'run')
    return yield* runCreated(cli, id, body, {
      detached,
      removed: flags.bool('rm'),
      detachKeys: flags.string('detach-keys', 'ctrl-p,ctrl-q'),
      proxiesSignals: flags.bool('sig-proxy', true),
      fail: (words, status) => runFailure(cli, words, 'run', status),
    })
  },
}

function withConsole(cli: DockerCli, request: CreateRequest): CreateRequest {
  const tty = cli.p.io.fds.get(1)?.tty
  if (!tty || request.body.Tty !== true) return request
  return {
    ...request,
    body: {
      ...request.body,
      HostConfig: { ...request.body.HostConfig, ConsoleSize: [tty.rows, tty.columns] },
    },
  }
}

export interface RunOptions {
  readonly detached: boolean
  /** It goes when it has ended. */
  readonly removed: boolean
  readonly detachKeys: string
  readonly proxiesSignals: boolean
  /** Says why it does not run; gives the exit status. */
  readonly fail: (words: string, status?: number) => number
}

/** Starts a container that was made, attached to it unless it is detached. */
export function* runCreated(
  cli: DockerCli,
  id: string,
  body: ContainerCreate,
  { detached, removed, detachKeys, proxiesSignals, fail }: RunOptions,
): Blocking<number> {
  const streams = {
    stdin: body.AttachStdin === true,
    stdout: body.AttachStdout === true,
    stderr: body.AttachStderr === true,
    tty: body.Tty === true,
  }
  const attached = streams.stdin || streams.stdout || streams.stderr
  const channel = attached ? yield* openAttachment(cli, id, streams) : null
  if (isFailure(channel)) return fail(channel.message)
  const waiting = detached ? null : yield* waitFor(cli, id, removed ? 'removed' : 'next-exit')
  const started = yield* cli.api.post(`/containers/${id}/start`)
  if (isFailure(started)) {
    if (detached) cli.out(`${id}\n`)
    channel?.close()
    return fail(started.message, statusOf(started.message))
  }
  if (detached) {
    cli.out(`${id}\n`)
    return 0
  }
  if (channel) {
    const ended = yield* streamAttachment(cli, channel, streams, {
      detachKeys,
      signals: proxiesSignals && !streams.tty ? id : null,
      resize: streams.tty ? `/containers/${id}/resize` : null,
    })
    if (ended === 'detached') return 0
  }
  return waiting ? yield* waiting() : 0
}

/** Ref: run.go:toStatusError() */
function statusOf(message: string): number {
  if (
    /executable file not found|no such file or directory|system cannot find the file specified/.test(message)
  )
    return NOT_FOUND
  if (message.includes('Are you trying to mount')) return DAEMON_FAILED
  return /permission denied|not a directory|is a directory/.test(message) ? CANNOT_INVOKE : DAEMON_FAILED
}

export function runFailure(
  cli: DockerCli,
  words: string,
  verb: 'run' | 'create',
  status = DAEMON_FAILED,
): number {
  if (words === NO_TTY) return cli.fail(words, status)
  const text = words.startsWith('docker:') ? words : `docker: ${words}`
  return cli.fail(
    verb === 'run' ? `${text}\n\nRun 'docker run --help' for more information` : `${words}`,
    verb === 'run' ? status : 1,
  )
}
