// Columns as wide as what stands in them. Ref: lsof print.c:print_file()
import type { OpenedFile } from './files.ts'

export interface Row {
  readonly file: OpenedFile
  readonly user: string
  readonly name: string
}

export interface Layout {
  /** How much of a command's name is shown. */
  readonly command: number
  readonly parents: boolean
  /** Users by number, in eight places. */
  readonly numbers: boolean
}

const USER_NUMBER = 8

export function formatTable(rows: readonly Row[], layout: Layout): string {
  const cells = rows.map(({ file, user, name }) => ({
    command: file.process.comm.slice(0, layout.command),
    pid: String(file.process.pid),
    ppid: String(file.process.ppid),
    user: layout.numbers ? user.padStart(USER_NUMBER) : user,
    fd: `${file.fd.padStart(4)}${file.access} `,
    type: file.type,
    device: file.device,
    size: file.size,
    node: file.node,
    name,
  }))
  const head = {
    command: 'COMMAND',
    pid: 'PID',
    ppid: 'PPID',
    user: 'USER',
    fd: '  FD  ',
    type: 'TYPE',
    device: 'DEVICE',
    size: 'SIZE/OFF',
    node: 'NODE',
    name: 'NAME',
  }
  const lines = [head, ...cells]
  const width = (key: keyof typeof head): number => Math.max(...lines.map((line) => line[key].length))
  const keys = ['pid', ...(layout.parents ? ['ppid' as const] : []), 'user', 'fd', 'type', 'device'] as const
  const widths = new Map([...keys, 'size' as const, 'node' as const].map((key) => [key, width(key)]))
  const left = width('command')
  return lines
    .map((line) => {
      const columns = [...widths].map(([key, wide]) => line[key].padStart(wide))
      return `${line.command.padEnd(left)} ${columns.join(' ')} ${line.name}\n`
    })
    .join('')
}
