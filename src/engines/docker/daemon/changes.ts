// What a container has changed of its image: `docker diff`. Ref: moby pkg/archive/changes.go
import { isErrno } from '../../../uapi/errno.ts'
import type { Container } from './container.ts'
import type { Daemon } from './daemon.ts'
import { layerPaths } from './rootfs.ts'

const MODIFIED = 0
const ADDED = 1
const DELETED = 2

export interface Change {
  readonly Path: string
  readonly Kind: number
}

export function containerChanges(d: Daemon, container: Container): readonly Change[] | null {
  const { diff } = layerPaths(container.record.layer)
  const image = d.images.find(container.record.image)
  const lower = image ? d.images.lower(image) : []
  const changes: Change[] = []
  const below = (path: string) => lower.some((layer) => !isErrno(d.p.fs.lstat(layer + path)))
  const walk = (path: string): void => {
    const names = d.p.fs.readdir(diff + path)
    if (isErrno(names)) return
    for (const name of names) {
      const at = `${path}/${name}`
      const stat = d.p.fs.lstat(diff + at)
      if (isErrno(stat)) continue
      // A whiteout: character device 0/0.
      if (stat.kind === 'char') changes.push({ Path: at, Kind: DELETED })
      else {
        changes.push({ Path: at, Kind: below(at) ? MODIFIED : ADDED })
        if (stat.kind === 'dir') walk(at)
      }
    }
  }
  walk('')
  return changes.length > 0 ? changes : null
}
