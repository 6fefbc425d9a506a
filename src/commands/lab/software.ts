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
