// How lsns hangs lines below one another: a namespace below the one that its process's parent stands for.
import type { NamespaceEntry } from './namespaces.ts'

export interface Line {
  readonly entry: NamespaceEntry
  /** `│ └─` before the command. */
  readonly branch: string
}

/** Below the last line that its first member's parent stands for, when there is one. */
export function arrange(entries: readonly NamespaceEntry[]): readonly Line[] {
  return hang(entries, (entry) => {
    const ppid = entry.members[0]?.ppid
    return entries.findLast((other) => other !== entry && other.members[0]?.pid === ppid) ?? null
  })
}

/** One namespace taken apart into its processes. */
export function byProcess(entry: NamespaceEntry): readonly NamespaceEntry[] {
  return entry.members.map((member) => ({ ...entry, members: [member] }))
}

export function processTree(processes: readonly NamespaceEntry[]): readonly Line[] {
  const byPid = new Map(processes.map((each) => [each.members[0]?.pid, each]))
  return hang(processes, (each) => byPid.get(each.members[0]?.ppid) ?? null)
}

function hang(
  entries: readonly NamespaceEntry[],
  parentOf: (entry: NamespaceEntry) => NamespaceEntry | null,
): readonly Line[] {
  const children = new Map<NamespaceEntry | null, NamespaceEntry[]>()
  for (const entry of entries) {
    const parent = parentOf(entry)
    children.set(parent, [...(children.get(parent) ?? []), entry])
  }
  const lines: Line[] = []
  const visit = (entry: NamespaceEntry, before: string, branch: string): void => {
    lines.push({ entry, branch: before + branch })
    const below = children.get(entry) ?? []
    const inset = branch === '' ? '' : `${before}${branch === '├─' ? '│ ' : '  '}`
    below.forEach((child, i) => visit(child, inset, i === below.length - 1 ? '└─' : '├─'))
  }
  for (const entry of children.get(null) ?? []) visit(entry, '', '')
  return lines
}
