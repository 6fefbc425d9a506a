// Columns of lsns: what each is called, on which side it stands and what is in it.
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { mountTable } from '../lib/mounts.ts'
import type { NamespaceEntry } from './namespaces.ts'

interface Column {
  readonly right: boolean
  /** A number in JSON. */
  readonly number: boolean
  readonly value: (p: Process, entry: NamespaceEntry) => string
}

export type ColumnName =
  | 'NS'
  | 'TYPE'
  | 'PATH'
  | 'NPROCS'
  | 'PID'
  | 'PPID'
  | 'COMMAND'
  | 'UID'
  | 'USER'
  | 'NETNSID'
  | 'NSFS'
  | 'PNS'
  | 'ONS'

export const DEFAULT: readonly ColumnName[] = ['NS', 'TYPE', 'NPROCS', 'PID', 'USER', 'COMMAND']

function left(value: Column['value']): Column {
  return { right: false, number: false, value }
}

function right(value: Column['value']): Column {
  return { right: true, number: true, value }
}

function first({ members }: NamespaceEntry): NamespaceEntry['members'][0] | undefined {
  return members[0]
}

export const COLUMNS: Readonly<Record<ColumnName, Column>> = {
  NS: right((_p, entry) => String(entry.inode)),
  TYPE: left((_p, entry) => entry.type),
  PATH: left((_p, entry) => `/proc/${first(entry)?.pid ?? 0}/ns/${entry.type}`),
  NPROCS: right((_p, entry) => String(entry.members.length)),
  PID: right((_p, entry) => String(first(entry)?.pid ?? '')),
  PPID: right((_p, entry) => String(first(entry)?.ppid ?? '')),
  COMMAND: left((_p, entry) => {
    const info = first(entry)
    return info ? info.argv.join(' ') || info.comm : ''
  }),
  UID: right(() => '0'),
  USER: left(() => 'root'),
  NETNSID: { right: true, number: false, value: netnsid },
  NSFS: left(nsfs),
  PNS: right(parentOf),
  ONS: right((p) => String(/\d+/.exec(String(p.fs.readlink('/proc/1/ns/user')))?.[0] ?? '')),
}

/** That of the process namespace above: where its process 1 was begotten. */
function parentOf(p: Process, entry: NamespaceEntry): string {
  if (entry.type !== 'pid' && entry.type !== 'user') return ''
  const ppid = first(entry)?.ppid ?? 0
  const above = ppid === 0 ? '' : p.fs.readlink(`/proc/${ppid}/ns/${entry.type}`)
  return isErrno(above) ? '0' : (/\d+/.exec(above)?.[0] ?? '0')
}

/** The id that the caller's network namespace has given to it. */
function netnsid(p: Process, entry: NamespaceEntry): string {
  if (entry.type !== 'net') return ''
  const netns = p.net.openNetns(`/proc/${first(entry)?.pid ?? 0}/ns/net`)
  if (isErrno(netns)) return 'unassigned'
  const answer = p.net.rtnetlink({ type: 'RTM_GETNSID', netns }).messages?.[0]
  return answer?.type === 'RTM_NEWNSID' && answer.nsid >= 0 ? String(answer.nsid) : 'unassigned'
}

/** Where its file is mounted. */
function nsfs(p: Process, entry: NamespaceEntry): string {
  if (entry.type !== 'net') return ''
  const names = mountTable(p).filter(({ path, type }) => {
    if (type !== 'nsfs') return false
    const stat = p.fs.stat(path)
    return !isErrno(stat) && stat.inode === entry.inode
  })
  return names.map(({ path }) => path).join('\n')
}
