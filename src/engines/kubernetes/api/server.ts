// Where the parts of a cluster find the API server: `--server=ADDRESS:PORT` on their command lines.
import type { Process } from '../../../os/program.ts'
import type { SocketAddress } from '../../../uapi/socket.ts'
import { parseInet } from '../../../wire/inet.ts'

export const DEFAULT_PORT = 6443

export function serverOf(p: Process): SocketAddress {
  const [, text = '127.0.0.1', port = String(DEFAULT_PORT)] =
    /(?:^| )--(?:server|master)=(?:https?:\/\/)?([\d.]+)(?::(\d+))?/.exec(p.argv.join(' ')) ?? []
  return { address: parseInet(text) ?? 0x7f000001, port: Number(port) }
}

/** Value of `--NAME=VALUE`. */
export function flag(p: Process, name: string): string | null {
  const start = `--${name}=`
  return p.argv.find((word) => word.startsWith(start))?.slice(start.length) ?? null
}
