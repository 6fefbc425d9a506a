// Whose a process is: its effective user, by number (/proc/PID/status) and by name (/etc/passwd).
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'

export function uidOf(p: Process, pid: number): number {
  const status = p.fs.readText(`/proc/${pid}/status`)
  const [, euid = '0'] = isErrno(status) ? [] : (/^Uid:\t\d+\t(\d+)/m.exec(status) ?? [])
  return Number(euid)
}

/** The number when nobody is called so. */
export function userName(p: Process, uid: number): string {
  const entry = passwd(p).find(({ id }) => id === uid)
  return entry?.name ?? String(uid)
}

/** By name or number; null when there is no such user. */
export function userNumber(p: Process, user: string): number | null {
  if (/^\d+$/.test(user)) return Number(user)
  return passwd(p).find(({ name }) => name === user)?.id ?? null
}

function passwd(p: Process): readonly { readonly name: string; readonly id: number }[] {
  const text = p.fs.readText('/etc/passwd')
  if (isErrno(text)) return []
  return text.split('\n').flatMap((line) => {
    const [name = '', , id] = line.split(':')
    return name === '' || id === undefined ? [] : [{ name, id: Number(id) }]
  })
}
