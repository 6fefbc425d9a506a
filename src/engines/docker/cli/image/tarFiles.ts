// `docker save`, `load`, `import` and `build`: a lab has no archives and builds nothing, but what Docker refuses before it
// would begin is refused as Docker does. Ref: docker/cli cli/command/image/save.go, load.go, import.go, build.go
import { isErrno } from '../../../../uapi/errno.ts'
import { isFailure } from '../../http/client.ts'
import { exactArgs, minArgs, NO_ARGS } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const saveSpec: CommandSpec = {
  use: '[OPTIONS] IMAGE [IMAGE...]',
  short: 'Save one or more images to a tar archive (streamed to STDOUT by default)',
  known: 'docker image save, docker save',
  args: minArgs(1),
  flags: [
    { name: 'output', short: 'o', type: 'string', usage: 'Write to a file, instead of STDOUT' },
    { name: 'platform', type: 'stringArray', usage: 'Save only the given platform(s)' },
  ],
  *run(cli, _flags, names) {
    for (const name of names) {
      const image = yield* cli.api.get(`/images/${name}/json`)
      if (isFailure(image)) return cli.fail(`Error response from daemon: No such image: ${name}`)
    }
    return cli.fail('docker save is not supported in vethlab')
  },
}

export const loadSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Load an image from a tar archive or STDIN',
  known: 'docker image load, docker load',
  args: NO_ARGS,
  flags: [
    { name: 'input', short: 'i', type: 'string', usage: 'Read from tar archive file, instead of STDIN' },
    { name: 'platform', type: 'stringArray', usage: 'Load only the given platform(s)' },
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Suppress the load output' },
  ],
  *run(cli, flags) {
    yield* []
    return refuseFile(cli, 'load', flags.string('input'))
  },
}

export const importSpec: CommandSpec = {
  use: '[OPTIONS] file|URL|- [REPOSITORY[:TAG]]',
  short: 'Import the contents from a tarball to create a filesystem image',
  known: 'docker image import, docker import',
  args: minArgs(1),
  flags: [
    { name: 'change', short: 'c', type: 'list', usage: 'Apply Dockerfile instruction to the created image' },
    { name: 'message', short: 'm', type: 'string', usage: 'Set commit message for imported image' },
    {
      name: 'platform',
      type: 'string',
      usage: 'Set platform if server is multi-platform capable',
    },
  ],
  *run(cli, _flags, [file = '']) {
    yield* []
    return refuseFile(cli, 'import', file)
  },
}

const LEGACY_BUILDER = `DEPRECATED: The legacy builder is deprecated and will be removed in a future release.
            Install the buildx component to build images with BuildKit:
            https://docs.docker.com/go/buildx/

`

export const buildSpec: CommandSpec = {
  use: '[OPTIONS] PATH | URL | -',
  short: 'Build an image from a Dockerfile',
  known: 'docker builder build, docker image build, docker build',
  args: exactArgs(1),
  flags: [
    {
      name: 'file',
      short: 'f',
      type: 'string',
      usage: 'Name of the Dockerfile (Default is "PATH/Dockerfile")',
    },
    { name: 'tag', short: 't', type: 'list', usage: 'Name and optionally a tag in the "name:tag" format' },
  ],
  *run(cli, flags, [path = '']) {
    yield* []
    cli.err(LEGACY_BUILDER)
    const directory = cli.p.fs.realpath(path)
    if (isErrno(cli.p.fs.stat(directory)))
      return cli.fail(`unable to prepare context: path ${JSON.stringify(path)} not found`)
    const file = flags.string('file', `${directory}/Dockerfile`)
    if (!isErrno(cli.p.fs.stat(file))) return cli.fail('docker build is not supported in vethlab')
    const missing = `lstat ${cli.p.fs.realpath(file)}: no such file or directory`
    return cli.fail(`unable to prepare context: unable to evaluate symlinks in Dockerfile path: ${missing}`)
  },
}

function refuseFile(cli: DockerCli, verb: string, file: string): number {
  const missing = file !== '' && file !== '-' && isErrno(cli.p.fs.stat(file))
  if (missing) return cli.fail(`open ${file}: no such file or directory`)
  return cli.fail(`docker ${verb} is not supported in vethlab`)
}
