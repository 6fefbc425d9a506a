// What run and create do alike: check, create, pull what is missing. Ref: docker/cli cli/command/container/create.go
import type { Blocking } from '../../../../os/program.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import { ApiFailure, isFailure } from '../../http/client.ts'
import { familiarString, parseReference } from '../../lib/reference.ts'
import { pullImage } from '../image/pullImage.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import type { CreateRequest } from './runOptions.ts'

interface Created {
  readonly Id: string
  readonly Warnings: readonly string[] | null
}

/** The request's words, or the new container's id. */
export function* createContainer(
  cli: DockerCli,
  flags: ParsedFlags,
  request: CreateRequest,
): Blocking<string | ApiFailure> {
  const pull = flags.string('pull', 'missing')
  if (!['always', 'missing', 'never'].includes(pull)) {
    return new ApiFailure(0, `invalid pull option: '${pull}': must be one of "always", "missing" or "never"`)
  }
  const cidfile = flags.string('cidfile')
  if (cidfile !== '' && !isErrno(cli.p.fs.stat(cidfile))) {
    return new ApiFailure(
      0,
      `container ID file found, make sure the other container isn't running or delete ${cidfile}`,
    )
  }
  const image = request.body.Image ?? ''
  const reference = /^[0-9a-f]{64}$/.test(image) ? null : parseReference(image)
  if (typeof reference === 'string') return new ApiFailure(0, reference)
  const platform = flags.string('platform')
  const unknown = wrongPlatform(platform)
  if (unknown !== null) return new ApiFailure(0, `error parsing specified platform: ${unknown}`)
  if (pull === 'always' && reference) {
    const failed = yield* pullImage(cli, reference, { quiet: flags.bool('quiet'), toStderr: true })
    if (failed) return failed
  }
  const foreign = platform !== '' && !/^(?:linux|amd64|x86_64|linux\/(?:amd64|x86_64))$/.test(platform)
  const send = () =>
    cli.api.post<Created>(
      '/containers/create',
      request.name === '' ? {} : { name: request.name },
      request.body,
    )
  let created = foreign ? new ApiFailure(404, `No such image: ${image}`) : yield* send()
  if (
    isFailure(created) &&
    created.status === 404 &&
    created.message.includes('No such image') &&
    reference &&
    pull !== 'never'
  ) {
    if (!flags.bool('quiet')) cli.err(`Unable to find image '${familiarString(reference)}' locally\n`)
    const failed = yield* pullImage(cli, reference, { quiet: flags.bool('quiet'), toStderr: true })
    if (failed) return failed
    created = yield* send()
  }
  if (isFailure(created)) return created
  for (const warning of created.Warnings ?? []) cli.err(`WARNING: ${warning}\n`)
  if (cidfile !== '') cli.p.fs.writeFile(cidfile, created.Id)
  return created.Id
}

/** One word is a system or an architecture; two or three are taken as they are. Ref: containerd platforms.go:Parse() */
function wrongPlatform(platform: string): string | null {
  const parts = platform.split('/')
  if (platform === '' || parts.length > 1 || PLATFORM_WORDS.includes(platform.toLowerCase())) return null
  return `${JSON.stringify(platform)}: unknown operating system or architecture: invalid argument`
}

const PLATFORM_WORDS = (
  'aix android darwin dragonfly freebsd hurd illumos ios js linux macos nacl netbsd openbsd plan9 solaris windows zos ' +
  '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ' +
  'riscv riscv64 s390 s390x sparc sparc64 wasm i386 x86_64 x86-64 aarch64 armhf armel'
).split(' ')
