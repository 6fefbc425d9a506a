// Files in which daemons keep what they know, as JSON: taken apart again only when their text is another.
import { isErrno } from '../uapi/errno.ts'
import type { MachineNode } from './nodes.ts'

interface Read {
  readonly text: string
  readonly value: unknown
}

/** Of one machine; files that are gone are forgotten with the others. */
const MOST_FILES = 200
const known = new WeakMap<MachineNode, Map<string, Read>>()

/** Null when it is not there, or somebody else has written it. */
export function readJson<T>(node: MachineNode, path: string): T | null {
  const text = node.machine.init.fs.readText(path)
  if (isErrno(text)) return null
  let files = known.get(node)
  if (!files || files.size >= MOST_FILES) known.set(node, (files = new Map()))
  let read = files.get(path)
  if (read?.text !== text) files.set(path, (read = { text, value: parse(text) }))
  return read.value as T | null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
