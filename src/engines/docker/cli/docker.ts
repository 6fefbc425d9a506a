// `docker`: the client of the Engine API. Read first: lib/dispatch.ts, lib/tree.ts; each command is a file.
import type { Command } from '../../../commands/command.ts'
import { MILLISECOND } from '../../../sim/clock.ts'
import { COMMANDS } from './commands.ts'
import { dispatch, type Root } from './lib/dispatch.ts'
import type { Flag } from './lib/flags.ts'
import { commandList, flagUsages } from './lib/usage.ts'
import { CLIENT_COMMIT, CLIENT_VERSION } from './system/version.ts'

const GLOBAL_FLAGS: readonly Flag[] = [
  { name: 'config', type: 'string', usage: 'Location of client config files (default "/root/.docker")' },
  {
    name: 'context',
    short: 'c',
    type: 'string',
    usage:
      'Name of the context to use to connect to the daemon (overrides DOCKER_HOST env var and default context set with "docker context use")',
  },
  { name: 'debug', short: 'D', type: 'bool', usage: 'Enable debug mode' },
  { name: 'host', short: 'H', type: 'string', usage: 'Daemon socket to connect to' },
  {
    name: 'log-level',
    short: 'l',
    type: 'string',
    usage: 'Set the logging level ("debug", "info", "warn", "error", "fatal") (default "info")',
  },
  { name: 'tls', type: 'bool', usage: 'Use TLS; implied by --tlsverify' },
  {
    name: 'tlscacert',
    type: 'string',
    usage: 'Trust certs signed only by this CA (default "/root/.docker/ca.pem")',
  },
  {
    name: 'tlscert',
    type: 'string',
    usage: 'Path to TLS certificate file (default "/root/.docker/cert.pem")',
  },
  { name: 'tlskey', type: 'string', usage: 'Path to TLS key file (default "/root/.docker/key.pem")' },
  { name: 'tlsverify', type: 'bool', usage: 'Use TLS and verify the remote' },
  {
    name: 'version',
    short: 'v',
    type: 'bool',
    usage: 'Print version information and quit',
  },
]

const SWARM = 'Swarm Commands'
/** Without what only an experimental daemon does (checkpoint). */
const SECTIONS: readonly (readonly [string, string])[] = [
  ['Common Commands', 'run exec ps build pull push images login logout search version info'],
  [
    'Management Commands',
    'builder compose container context image manifest network plugin system trust volume',
  ],
  [SWARM, 'config node secret service stack swarm'],
  [
    'Commands',
    'attach commit cp create diff events export history import inspect kill load logs pause port rename restart rm rmi save start ' +
      'stats stop tag top unpause update wait',
  ],
]

function help(columns: number, manages: boolean): string {
  let text = 'Usage:  docker [OPTIONS] COMMAND\n\nA self-sufficient runtime for containers\n'
  for (const [title, names] of SECTIONS) {
    const shown = title === SWARM && !manages ? 'swarm' : names
    text += `\n${title}:\n${commandList(COMMANDS, shown.split(' '))}`
  }
  text += `\nGlobal Options:\n${flagUsages(GLOBAL_FLAGS, columns - 1)}`
  text += "\nRun 'docker COMMAND --help' for more information on a command.\n"
  return `${text}\nFor more help on how to use Docker, head to https://docs.docker.com/go/guides/\n`
}

const STARTUP = 80 * MILLISECOND

const ROOT: Root = {
  flags: GLOBAL_FLAGS,
  children: COMMANDS,
  help,
  version: `Docker version ${CLIENT_VERSION}, build ${CLIENT_COMMIT}`,
}

export const dockerProgram: Command = {
  name: 'docker',
  path: '/usr/bin/docker',
  summary: 'run containers (Docker 28.5.2)',
  supports: [
    'docker run|create|start|stop|restart|kill|pause|unpause|rm|rename|exec|attach|wait|update|commit',
    'docker ps|inspect|logs|top|port|stats --no-stream|diff|events|info|version',
    'docker network ls|create|inspect|connect|disconnect|rm|prune',
    'docker swarm init|join|leave|join-token|update|ca, docker node ls|inspect|ps|rm|update, overlay networks over machines',
    'docker service create|ls|ps|scale|update --replicas|inspect|rm (--endpoint-mode dnsrr, --publish mode=host)',
    'docker images|pull|rmi|tag|history, docker volume ls|create|inspect|rm|prune, docker system df [-v]|prune',
    'docker compose up|down|create|run|start|stop|restart|kill|pause|rm|scale, ps|logs|exec|top|port|images|ls|config',
  ],
  *run(p) {
    // A Go program of this size takes its time to begin.
    yield* p.clock.sleep(STARTUP)
    return yield* dispatch(p, ROOT)
  },
}
