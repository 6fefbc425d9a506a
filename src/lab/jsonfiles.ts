// Files in which daemons keep what they know, as JSON: read and taken apart again only when they have been written again.
import { RegularFile } from '../os/regular.ts'
import { namei } from '../os/vfs.ts'
import type { MachineNode } from './nodes.ts'

interface Read {
  /** Who writes a file anew gives it other memory; who adds to it makes it longer. */
  readonly memory: ArrayBufferLike
  readonly size: number
  readonly value: unknown
}

/** Of one machine; files that are gone are forgotten with the others. */
const MOST_FILES = 1000
const known = new WeakMap<MachineNode, Map<string, Read>>()

/** Null when it is not there, or somebody else has written it. */
export function readJson<T>(node: MachineNode, path: string): T | null {
  const file = namei(node.machine.system.table.init, path)
  if (!(file instanceof RegularFile)) return null
  let files = known.get(node)
  if (!files || files.size >= MOST_FILES) known.set(node, (files = new Map()))
  const { size } = file
  const memory = file.octets.buffer
  let read = files.get(path)
  if (read?.memory !== memory || read.size !== size)
    files.set(path, (read = { memory, size, value: parse(file.text) }))
  return read.value as T | null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
