// nginx 1.22.1 as Debian has it. Read config.ts for what it is told, master.ts and worker.ts for what it does.
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import type { Command } from '../command.ts'
import { strftime } from '../lib/calendar.ts'
import { daemonize, detach, tellParent } from '../lib/daemon.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { definePlainTool, type PlainTool } from '../lib/plainTool.ts'
import { compile, type NginxConfig } from './config.ts'
import { NGINX_FILES } from './files.ts'
import { Master, openListeners } from './master.ts'
import { ConfError, ConfReader } from './parse.ts'
import { HELP, readArguments, SUPPORTS, type Arguments } from './arguments.ts'
import { VERSION } from './response.ts'

export const nginxCommand: Command = {
  ...definePlainTool({
    name: 'nginx',
    path: '/usr/sbin/nginx',
    summary: 'a web server and reverse proxy',
    supports: SUPPORTS,
    complete: (_, words) =>
      ['-t', '-T', '-s', '-c', '-g', '-v', '-h'].filter((one) => one.startsWith(words.at(-1) ?? '')),
    main: nginx,
  }),
  files: NGINX_FILES,
}

interface Loaded {
  readonly config: NginxConfig
  readonly addresses: ReadonlyMap<string, number | bigint>
  readonly reader: ConfReader
}

/** An [emerg] line with its time, as long as no log is known. */
function stamped(p: Process, level: string, words: string): string {
  const time = strftime('%Y/%m/%d %H:%M:%S', p.clock.epoch())
  return `${time} [${level}] ${p.pid}#${p.pid}: ${words}\n`
}

function* nginx(tool: PlainTool, words: readonly string[]): Blocking<number> {
  const { p, out } = tool
  const args = readArguments(words)
  if ('wrong' in args) {
    p.io.err(`nginx: ${args.wrong}\n`)
    return 1
  }
  if (args.unsupported !== null) return tool.unsupported(args.unsupported)
  if (args.version) p.io.err(`nginx version: nginx/${VERSION}\n`)
  if (args.help) p.io.err(HELP)
  if (args.version || args.help) return 0
  const loaded = yield* load(p, args)
  if (loaded instanceof ConfError) {
    if (!args.quiet || !args.test) p.io.err(stamped(p, 'emerg', loaded.words))
    if (args.test) p.io.err(`nginx: configuration file ${args.file} test failed\n`)
    return 1
  }
  if ('unsupported' in loaded) return tool.unsupported(`the directive "${loaded.unsupported}"`)
  if (args.signal !== null) return signal(p, loaded.config, args.signal)
  if (args.test) return yield* test(tool, args, loaded)
  if (!loaded.config.hasEvents) {
    p.io.err(stamped(p, 'emerg', 'no "events" section in configuration'))
    return 1
  }
  out.flush()
  if (!loaded.config.daemon) return yield* serve(p, args, loaded)
  const title = `nginx: master process ${p.argv.join(' ')}`
  return yield* daemonize(p, (master) => serve(master, args, loaded), [title])
}

function* load(p: Process, args: Arguments): Blocking<Loaded | ConfError | { readonly unsupported: string }> {
  const reader = new ConfReader(p)
  const directives = reader.read(args.file)
  if (directives instanceof ConfError) return directives
  const extra = args.directives === null ? [] : reader.text(args.directives, 'command line')
  if (extra instanceof ConfError) return extra
  const config = compile([...directives, ...extra])
  if (config instanceof ConfError || 'unsupported' in config) return config
  const addresses = new Map<string, number | bigint>()
  for (const { host, at } of config.hosts) {
    const found = yield* getaddrinfo(p, host)
    const address =
      'error' in found
        ? undefined
        : (found.addresses.find((one) => typeof one === 'number') ?? found.addresses[0])
    if (address === undefined)
      return new ConfError(`host not found in upstream "${host}" in ${at.file}:${at.line}`)
    addresses.set(host, address)
  }
  return { config, addresses, reader }
}

/** Of -t and -T. */
function* test({ p, out }: PlainTool, args: Arguments, { config, reader }: Loaded): Blocking<number> {
  const say = (words: string): void => {
    if (!args.quiet) p.io.err(`nginx: ${words}\n`)
  }
  say(`the configuration file ${args.file} syntax is ok`)
  let problem = config.hasEvents ? null : 'no "events" section in configuration'
  if (problem === null) {
    const open = yield* openListeners(p, config, [], (words) => (problem ??= words), true)
    for (const { socket } of open ?? []) socket.close()
  }
  if (problem !== null) {
    p.io.err(config.errorLog === null ? stamped(p, 'emerg', problem) : `nginx: [emerg] ${problem}\n`)
    p.io.err(`nginx: configuration file ${args.file} test failed\n`)
    return 1
  }
  // It is made, and left empty.
  if (isErrno(p.fs.stat(config.pid))) p.fs.writeFile(config.pid, '')
  say(`configuration file ${args.file} test is successful`)
  if (args.dump)
    for (const { path, text } of reader.files) out.print(`# configuration file ${path}:\n${text}\n`)
  return 0
}

/** Of -s: to the process of the pid file. */
function signal(p: Process, config: NginxConfig, name: 'stop' | 'quit' | 'reopen' | 'reload'): number {
  p.io.err(stamped(p, 'notice', 'signal process started'))
  const text = p.fs.readText(config.pid)
  if (isErrno(text)) {
    p.io.err(stamped(p, 'error', `open() "${config.pid}" failed (${text.number}: ${text.text})`))
    return 1
  }
  const pid = text.trim()
  if (!/^\d+$/.test(pid)) {
    p.io.err(stamped(p, 'error', `invalid PID number "${pid}" in "${config.pid}"`))
    return 1
  }
  const signals = { stop: 'TERM', quit: 'QUIT', reopen: 'USR1', reload: 'HUP' } as const
  const error = p.procs.kill(Number(pid), signals[name])
  if (!error) return 0
  p.io.err(
    stamped(
      p,
      'alert',
      `kill(${pid}, ${name === 'reload' ? 1 : 15}) failed (${error.number}: ${error.text})`,
    ),
  )
  return 1
}

function* serve(p: Process, args: Arguments, { config, addresses }: Loaded): Blocking<number> {
  const emerg = (words: string): void => {
    const line = stamped(p, 'emerg', words)
    if (config.errorLog === null || config.errorLog === 'stderr') return p.io.err(line)
    p.io.err(`nginx: [emerg] ${words}\n`)
    const file = p.fs.open(config.errorLog, { write: true, append: true, create: true })
    if (isErrno(file)) return
    file.write(encodeUtf8(line))
    file.close()
  }
  const tell = (status: number): void => {
    if (config.daemon) tellParent(p, status)
  }
  const open = yield* openListeners(p, config, [], emerg, false)
  if (!open) {
    tell(1)
    return 1
  }
  if (config.daemon) detach(p)
  tell(0)
  const reload = function* (): Blocking<Loaded | null> {
    const read = yield* load(p, args)
    if (!(read instanceof ConfError) && !('unsupported' in read)) return read
    emerg(read instanceof ConfError ? read.words : `"${read.unsupported}" is not supported in vethlab`)
    return null
  }
  return yield* new Master(p, config, open, addresses, reload, emerg).run()
}
