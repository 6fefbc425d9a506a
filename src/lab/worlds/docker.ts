// World `docker`: the world `lan` with Docker on host, and its first images.
import { lan } from './lan.ts'
import type { World } from './world.ts'

export const docker: World = {
  ...lan,
  setup: [
    ...lan.setup,
    { machine: 'host', commands: ['mkdir -p /etc/docker', 'systemctl start docker', 'sleep 1'] },
  ],
}
