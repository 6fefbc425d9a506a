// Words that Tab can offer, from what the machine has.
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { joinPath } from './paths.ts'

export function deviceNames(p: Process): readonly string[] {
  const links = p.net.rtnetlink({ type: 'RTM_GETLINK' }).messages ?? []
  return links.flatMap((link) => (link.type === 'RTM_NEWLINK' ? [link.ifname] : []))
}

/** Names that /etc/hosts has. */
export function hostNames(p: Process): readonly string[] {
  const text = p.fs.readText('/etc/hosts')
  if (isErrno(text)) return []
  return text.split('\n').flatMap((line) => line.replace(/#.*/, '').trim().split(/\s+/).slice(1))
}

/** Paths of the files below a directory, each as `prefix` and its names joined by slashes. */
export function filesBelow(p: Process, directory: string, prefix = ''): readonly string[] {
  const names = p.fs.readdir(directory)
  if (isErrno(names)) return []
  return names.flatMap((name) => {
    const path = joinPath(directory, name)
    const stat = p.fs.stat(path)
    if (isErrno(stat)) return []
    return stat.kind === 'dir' ? filesBelow(p, path, `${prefix}${name}/`) : [prefix + name]
  })
}
