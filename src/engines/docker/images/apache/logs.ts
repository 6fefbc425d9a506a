// Lines of Apache's two logs. Ref: httpd server/log.c, modules/loggers/mod_log_config.c
import { strftime } from '../../../../commands/lib/calendar.ts'
import type { Process } from '../../../../os/program.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import { encodeUtf8 } from '../../../../wire/utf8.ts'

/** `[Thu Nov 26 08:05:34.564124 2026] [core:notice] [pid 1:tid 1] …` */
export function errorLine(p: Process, source: string, words: string): string {
  const epoch = p.clock.epoch()
  const micros = String(Math.floor((epoch % 1) * 1e6)).padStart(6, '0')
  const time = strftime(`%a %b %d %H:%M:%S.${micros} %Y`, epoch)
  return `[${time}] [${source}] [pid ${p.pid}:tid ${p.pid}] ${words}\n`
}

/** The common log format. */
export function accessLine(
  p: Process,
  client: string,
  request: string,
  status: string,
  octets: number,
): string {
  const time = strftime('%d/%b/%Y:%H:%M:%S +0000', p.clock.epoch())
  const shown = request.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  return `${client} - - [${time}] "${shown}" ${status} ${octets === 0 ? '-' : octets}\n`
}

/** The standard streams go by their place under /proc. */
export function appendLog(p: Process, path: string, text: string): void {
  const [, number, name] = /^(?:\/proc\/self\/fd\/([12])|\/dev\/(stdout|stderr))$/.exec(path) ?? []
  if (number !== undefined || name !== undefined) {
    p.io.write(number === '2' || name === 'stderr' ? 2 : 1, encodeUtf8(text))
    return
  }
  const file = p.fs.open(path, { write: true, append: true, create: true })
  if (isErrno(file)) return
  file.write(encodeUtf8(text))
  file.close()
}
