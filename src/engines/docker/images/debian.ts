// What images on Debian have in common.
import { dir, link, text, type ImageEntry } from './image.ts'
import { serviceUser } from './user.ts'

export const DEBIAN_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** Programs that the host has, too. */
export function programs(folder: string, names: string): ImageEntry[] {
  return names
    .split(' ')
    .map((name) => ({ kind: 'program', path: `${folder}/${name}`, from: `/usr/bin/${name}` }))
}

/** The tree of a distribution with its plain tools: none for networks or processes. */
export function debianFiles(service: string | null = null): ImageEntry[] {
  const own = service === null ? { passwd: '', group: '' } : serviceUser(service)
  return [
    ...[
      'usr',
      'usr/bin',
      'usr/sbin',
      'usr/lib',
      'usr/local',
      'usr/local/bin',
      'usr/share',
      'dev',
      'etc',
      'home',
      'proc',
    ].map((path) => dir(`/${path}`)),
    ...['root', 'run', 'srv', 'sys', 'var', 'var/log', 'var/lib', 'opt', 'mnt', 'media'].map((path) =>
      dir(`/${path}`),
    ),
    dir('/tmp', 0o1777),
    link('/bin', 'usr/bin'),
    link('/sbin', 'usr/sbin'),
    link('/lib', 'usr/lib'),
    ...programs(
      '/usr/bin',
      'bash sh cat chmod cp cut date dirname basename echo env false grep head id ln ls mkdir mv nl paste',
    ),
    ...programs(
      '/usr/bin',
      'printenv printf pwd readlink rev rm rmdir sed seq sleep sort stat tac tail tar tee test timeout touch tr true',
    ),
    ...programs('/usr/bin', 'uname uniq wc whoami xargs yes hostname awk getent'),
    text(
      '/etc/passwd',
      `root:x:0:0:root:/root:/bin/bash\nwww-data:x:33:33:www-data:/var/www:/usr/sbin/nologin\n${own.passwd}`,
    ),
    text('/etc/group', `root:x:0:\nwww-data:x:33:\n${own.group}`),
  ]
}
