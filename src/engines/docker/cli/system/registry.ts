import { isFailure } from '../../http/client.ts'
import { exactArgs, maxArgs } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const searchSpec: CommandSpec = {
  use: '[OPTIONS] TERM',
  short: 'Search Docker Hub for images',
  args: exactArgs(1),
  flags: [
    { name: 'filter', short: 'f', type: 'filter', usage: 'Filter output based on conditions provided' },
    { name: 'format', type: 'string', usage: 'Pretty-print search using a Go template' },
    { name: 'limit', type: 'int', usage: 'Max number of search results' },
    { name: 'no-trunc', type: 'bool', usage: "Don't truncate output" },
  ],
  *run(cli, flags, [term = '']) {
    const found = yield* cli.api.get('/images/search', { term, limit: flags.int('limit', 25) })
    return isFailure(found) ? cli.fail(found) : 0
  },
}

export const loginSpec: CommandSpec = {
  use: '[OPTIONS] [SERVER]',
  short: 'Authenticate to a registry',
  long: 'Authenticate to a registry.\nDefaults to Docker Hub if no server is specified.',
  args: maxArgs(1),
  flags: [
    { name: 'password', short: 'p', type: 'string', usage: 'Password or Personal Access Token (PAT)' },
    {
      name: 'password-stdin',
      type: 'bool',
      usage: 'Take the Password or Personal Access Token (PAT) from stdin',
    },
    { name: 'username', short: 'u', type: 'string', usage: 'Username' },
  ],
  *run(cli, flags) {
    if (!flags.has('username') && !cli.p.io.isatty(0))
      return cli.fail('Error: Cannot perform an interactive login from a non TTY device')
    return cli.fail('docker login is not supported in vethlab')
  },
}

export const logoutSpec: CommandSpec = {
  use: '[SERVER]',
  short: 'Log out from a registry',
  long: 'Log out from a registry.\nIf no server is specified, the default is defined by the daemon.',
  args: maxArgs(1),
  flags: [],
  *run(cli, _flags, [server]) {
    cli.out(
      server === undefined
        ? 'Removing login credentials for https://index.docker.io/v1/\n'
        : `Not logged in to ${server}\n`,
    )
    return 0
  },
}
