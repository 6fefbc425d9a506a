// A container's root: an overlay of its image's layers and its own. Ref: moby daemon/graphdriver/overlay2
import { isErrno } from '../../../uapi/errno.ts'
import type { Process } from '../../../os/program.ts'
import type { Container, ContainerRecord } from './container.ts'
import type { Daemon } from './daemon.ts'
import { ROOT } from './daemon.ts'
import type { Image } from './images.ts'
import { mkdirAll } from './runtime/rootfs.ts'
import { removeTree } from './volumes.ts'

export interface LayerPaths {
  readonly diff: string
  readonly work: string
  readonly merged: string
}

export function layerPaths(layer: string): LayerPaths {
  const base = `${ROOT}/overlay2/${layer}`
  return { diff: `${base}/diff`, work: `${base}/work`, merged: `${base}/merged` }
}

/** Mounts the root; where it is, or why not. */
export function mountRoot(d: Daemon, container: Container): string {
  const { diff, work, merged } = layerPaths(container.record.layer)
  const image = d.images.find(container.record.image)
  const lower = [initLayer(d, container.record.layer), ...(image ? d.images.lower(image) : [])]
  mkdirAll(d.p, merged)
  d.p.fs.mount('overlay', merged, 'overlay', `lowerdir=${lower.join(':')},upperdir=${diff},workdir=${work}`)
  return merged
}

/** What every container's mounts stand on lies between its image and its own layer. Ref: moby daemon/initlayer */
function initLayer(d: Daemon, layer: string): string {
  const diff = `${ROOT}/overlay2/${layer}-init/diff`
  if (!isErrno(d.p.fs.stat(diff))) return diff
  for (const directory of ['dev/pts', 'dev/shm', 'etc', 'proc', 'sys']) mkdirAll(d.p, `${diff}/${directory}`)
  for (const file of ['.dockerenv', 'dev/console', 'etc/hostname', 'etc/hosts', 'etc/resolv.conf']) {
    d.p.fs.writeFile(`${diff}/${file}`, '')
  }
  d.p.fs.symlink('/proc/mounts', `${diff}/etc/mtab`)
  return diff
}

export function unmountRoot(d: Daemon, container: Container): void {
  d.p.fs.umount(layerPaths(container.record.layer).merged, true)
}

export function removeRoot(d: Daemon, container: Container): void {
  for (const suffix of ['', '-init']) removeTree(d.p, `${ROOT}/overlay2/${container.record.layer}${suffix}`)
}

/** A new volume gets what the image has at its place. */
export function copyUp(d: Daemon, image: Image, record: ContainerRecord): void {
  for (const mount of record.mounts) {
    if (mount.Type !== 'volume' || mount.Mode.includes('nocopy')) continue
    const inside = d.p.fs.readdir(mount.Source)
    if (isErrno(inside) || inside.length > 0) continue
    for (const lower of d.images.lower(image)) copyTree(d.p, lower + mount.Destination, mount.Source)
  }
}

export function copyTree(p: Process, from: string, to: string): void {
  const names = p.fs.readdir(from)
  if (isErrno(names)) return
  for (const name of names) {
    const stat = p.fs.lstat(`${from}/${name}`)
    if (isErrno(stat)) continue
    if (stat.kind === 'dir') {
      p.fs.mkdir(`${to}/${name}`, stat.mode)
      copyTree(p, `${from}/${name}`, `${to}/${name}`)
    } else if (stat.kind === 'link') {
      const target = p.fs.readlink(`${from}/${name}`)
      if (!isErrno(target)) p.fs.symlink(target, `${to}/${name}`)
    } else if (stat.kind === 'file') {
      const data = p.fs.readFile(`${from}/${name}`)
      if (isErrno(data)) continue
      p.fs.writeFile(`${to}/${name}`, data)
      p.fs.chmod(`${to}/${name}`, stat.mode)
    }
  }
}
