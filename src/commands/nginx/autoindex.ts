// What a directory holds, as a page. Ref: nginx src/http/modules/ngx_http_autoindex_module.c
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { strftime } from '../lib/calendar.ts'

const NAME_WIDTH = 50
const SIZE_WIDTH = 20
const SECONDS = 1e9

export function formatIndex(p: Process, path: string, uri: string): string {
  const names = p.fs.readdir(path.replace(/(.)\/$/, '$1'))
  const entries = (isErrno(names) ? [] : names)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => {
      const stat = p.fs.stat(`${path}${name}`)
      return isErrno(stat) ? [] : [{ name, stat, dir: stat.kind === 'dir' }]
    })
    .toSorted((a, b) => Number(b.dir) - Number(a.dir) || (a.name < b.name ? -1 : 1))
  const lines = entries.map(({ name, stat, dir }) => {
    const shown = `${name}${dir ? '/' : ''}`
    const cut = shown.length > NAME_WIDTH ? `${shown.slice(0, NAME_WIDTH - 3)}..>` : shown
    const epoch = p.clock.epoch() - (p.clock.now() - stat.mtime) / SECONDS
    const size = dir ? '-' : String(stat.size)
    return (
      `<a href="${encodeURI(shown)}">${cut}</a>${' '.repeat(Math.max(NAME_WIDTH - cut.length, 0))} ` +
      `${strftime('%d-%b-%Y %H:%M', epoch)}${size.padStart(SIZE_WIDTH)}\r\n`
    )
  })
  return (
    `<html>\r\n<head><title>Index of ${uri}</title></head>\r\n<body>\r\n<h1>Index of ${uri}</h1><hr>` +
    `<pre><a href="../">../</a>\r\n${lines.join('')}</pre><hr></body>\r\n</html>\r\n`
  )
}
