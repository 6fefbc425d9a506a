// mysql: MySQL behind its own entrypoint, which wants a password from its environment.
import { DEBIAN_PATH, debianFiles } from '../debian.ts'
import { dir, NO_CONFIG, own, script, text, type ImageSource } from '../image.ts'
import { mysqlAdmin, mysqlClient } from './client.ts'
import { VERSION } from './packets.ts'
import { mysqld } from './server.ts'

/** Ref: docker-library/mysql docker-entrypoint.sh */
const ENTRYPOINT = `#!/bin/bash
set -e
note() { echo "$(date +'%Y-%m-%d %H:%M:%S%:z') [$1] [Entrypoint]: $2"; }
case "\${1:-}" in
-*) set -- mysqld "$@" ;;
esac
if [ "\${1:-}" = mysqld ]; then
  note Note "Entrypoint script for MySQL Server ${VERSION}-1.el9 started."
  note Note "Switching to dedicated user 'mysql'"
  note Note "Entrypoint script for MySQL Server ${VERSION}-1.el9 started."
  if [ -z "$MYSQL_ROOT_PASSWORD" ] && [ -z "$MYSQL_ALLOW_EMPTY_PASSWORD" ] && [ -z "$MYSQL_RANDOM_ROOT_PASSWORD" ]; then
    note ERROR "Database is uninitialized and password option is not specified
    You need to specify one of the following as an environment variable:
    - MYSQL_ROOT_PASSWORD
    - MYSQL_ALLOW_EMPTY_PASSWORD
    - MYSQL_RANDOM_ROOT_PASSWORD" >&2
    exit 1
  fi
  if [ -n "$MYSQL_RANDOM_ROOT_PASSWORD" ] && [ -z "$MYSQL_ROOT_PASSWORD" ]; then
    export MYSQL_ROOT_PASSWORD="p$RANDOM$RANDOM$RANDOM"
    note Note "GENERATED ROOT PASSWORD: $MYSQL_ROOT_PASSWORD"
  fi
fi
exec "$@"
`

export const mysqlImage: ImageSource = {
  name: 'mysql:latest',
  size: 785_000_000,
  config: {
    ...NO_CONFIG,
    Env: [DEBIAN_PATH, 'MYSQL_MAJOR=8.4', `MYSQL_VERSION=${VERSION}-1.el9`],
    Entrypoint: ['docker-entrypoint.sh'],
    Cmd: ['mysqld'],
    ExposedPorts: { '3306/tcp': {}, '33060/tcp': {} },
    Volumes: { '/var/lib/mysql': {} },
    WorkingDir: '/',
  },
  entries: [
    ...debianFiles('mysql'),
    dir('/var/lib/mysql'),
    text(
      '/etc/os-release',
      'NAME="Oracle Linux Server"\nVERSION="9.6"\nID="ol"\nPRETTY_NAME="Oracle Linux Server 9.6"\n',
    ),
    script('/usr/local/bin/docker-entrypoint.sh', ENTRYPOINT),
    own('/usr/sbin/mysqld', mysqld),
    own('/usr/bin/mysql', mysqlClient),
    own('/usr/bin/mysqladmin', mysqlAdmin),
  ],
}
