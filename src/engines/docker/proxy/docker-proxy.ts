// docker-proxy: carries what is sent to a port of the host to a container, where no rule of iptables does.
// (Ref: moby cmd/docker-proxy/main_linux.go)
import type { Command } from '../../../commands/command.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno, type Errno } from '../../../uapi/errno.ts'
import { parseInet, type Inet } from '../../../wire/inet.ts'
import { parseInet6, type Inet6 } from '../../../wire/inet6.ts'
import { tcpProxy } from './tcp.ts'
import { udpProxy } from './udp.ts'

/** Descriptor by which dockerd is told whether it listens. */
const READY = 3
const RUNTIME = [4, 5, 6]

export interface ProxyPorts {
  readonly host: { readonly address: Inet | Inet6; readonly port: number }
  readonly container: { readonly address: Inet | Inet6; readonly port: number }
}

export const dockerProxyCommand: Command = {
  name: 'docker-proxy',
  path: '/usr/sbin/docker-proxy',
  run: main,
  summary: 'carries connections to published ports, as dockerd starts it',
  supports: [
    '-proto tcp|udp -host-ip IP -host-port PORT -container-ip IP -container-port PORT [-use-listen-fd]',
  ],
}

const USAGE = `Usage of docker-proxy:
  -container-ip string
    	container ip
  -container-port int
    	container port (default -1)
  -host-ip string
    	host ip
  -host-port int
    	host port (default -1)
  -proto string
    	proxy protocol (default "tcp")
  -use-listen-fd
    	use a supplied listen fd
  -v	print version information and quit
  -version
    	print version information and quit
`

function* main(p: Process): Blocking<number> {
  const options = new Map<string, string>()
  for (let i = 1; i < p.argv.length; i++) {
    const name = (p.argv[i] ?? '').replace(/^--?/, '')
    if (name === 'use-listen-fd') options.set(name, 'true')
    else options.set(name, p.argv[++i] ?? '')
  }
  if (options.has('h') || options.has('help')) {
    p.io.err(USAGE)
    return 0
  }
  const proto = options.get('proto') ?? 'tcp'
  const ports = {
    host: end(options, 'host'),
    container: end(options, 'container'),
  }
  if (proto !== 'tcp' && proto !== 'udp') return fail(p, `unsupported protocol ${proto}`)
  holdDescriptors(p)
  const serve = proto === 'tcp' ? tcpProxy : udpProxy
  return yield* serve(p, ports, (refused) => tell(p, refused))
}

/** Its socket comes behind the one that it is a copy of (gone by then), and those that Go's runtime waits with. */
function holdDescriptors(p: Process): void {
  const none = p.fs.open('/dev/null', { read: true, write: true })
  if (isErrno(none)) return
  for (const fd of RUNTIME) {
    if (p.io.fds.has(fd)) continue
    none.ref()
    p.io.fds.set(fd, none)
  }
  none.close()
}

function end(options: ReadonlyMap<string, string>, which: string): ProxyPorts['host'] {
  const text = options.get(`${which}-ip`) ?? ''
  return {
    address: parseInet(text) ?? parseInet6(text) ?? 0,
    port: Number(options.get(`${which}-port`) ?? -1),
  }
}

function fail(p: Process, words: string): number {
  const ready = p.io.fds.get(READY)
  if (!ready) p.io.err(`${words}\n`)
  p.io.write(READY, `1\n${words}`)
  return 1
}

/** dockerd waits for this. */
function tell(p: Process, refused: Errno | null): number {
  if (refused) return fail(p, refused.text.toLowerCase())
  p.io.write(READY, '0\n')
  const ready = p.io.fds.get(READY)
  p.io.fds.delete(READY)
  if (ready && !isErrno(ready)) ready.close()
  return 0
}
