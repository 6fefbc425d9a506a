// What can be put on a machine of the lab.

/** Images that Docker can have beside its first ones. A test holds them against what the engine has. */
export const DOCKER_IMAGES: readonly string[] = [
  'ubuntu',
  'httpd',
  'redis',
  'mysql',
  'curlimages/curl',
  'nicolaka/netshoot',
]

const PRELOAD = '/var/lib/docker/preload'

/** Docker is on every machine's disk; it is there once its daemon has been started. `images`: beside its first ones. */
export function dockerScript(images: readonly string[]): string {
  const wanted = images.length > 0
  return [
    'mkdir -p /etc/docker /var/lib/docker',
    ...(wanted ? [`printf '%s\\n' ${images.join(' ')} >>${PRELOAD}`] : []),
    `if [ "$(systemctl is-active docker)" != active ]; then systemctl start docker`,
    wanted ? 'else systemctl reload docker; fi' : 'else echo "docker runs on $(hostname) already"; fi',
  ].join('\n')
}
