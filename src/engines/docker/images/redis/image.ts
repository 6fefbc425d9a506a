// redis: Redis under its own entrypoint, on Debian with nothing for networks.
import { DEBIAN_PATH, debianFiles } from '../debian.ts'
import { dir, link, NO_CONFIG, own, script, type ImageSource } from '../image.ts'
import { redisCli } from './cli.ts'
import { redisServer } from './server.ts'
import { VERSION } from './version.ts'

/** Options alone are for the server. */
const ENTRYPOINT = `#!/bin/sh
set -e
case "\${1:-}" in
-*|*.conf) set -- redis-server "$@" ;;
esac
exec "$@"
`

export const redisImage: ImageSource = {
  name: 'redis:latest',
  size: 137_000_000,
  config: {
    ...NO_CONFIG,
    Env: [DEBIAN_PATH, `REDIS_VERSION=${VERSION}`],
    Entrypoint: ['docker-entrypoint.sh'],
    Cmd: ['redis-server'],
    ExposedPorts: { '6379/tcp': {} },
    Volumes: { '/data': {} },
    WorkingDir: '/data',
  },
  entries: [
    ...debianFiles('redis'),
    dir('/data'),
    script('/usr/local/bin/docker-entrypoint.sh', ENTRYPOINT),
    own('/usr/local/bin/redis-server', redisServer),
    own('/usr/local/bin/redis-cli', redisCli),
    link('/usr/local/bin/redis-sentinel', 'redis-server'),
  ],
}
