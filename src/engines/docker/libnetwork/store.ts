// The networks on disk, found again by the next daemon. (Ref: moby libnetwork/datastore: /var/lib/docker/network/files)
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { NetworkRecord } from './network.ts'

const PATH = '/var/lib/docker/network/files/local-kv.db'

export function loadNetworks(p: Process): readonly NetworkRecord[] {
  const text = p.fs.readText(PATH)
  if (isErrno(text) || text === '') return []
  // What it wrote itself.
  return JSON.parse(text) as readonly NetworkRecord[]
}

export function saveNetworks(p: Process, records: readonly NetworkRecord[]): void {
  let path = ''
  for (const name of PATH.split('/').slice(1, -1)) {
    path += `/${name}`
    if (isErrno(p.fs.stat(path))) p.fs.mkdir(path)
  }
  p.fs.writeFile(PATH, JSON.stringify(records))
}
