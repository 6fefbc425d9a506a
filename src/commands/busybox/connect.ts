// What a connect(2) that failed is told as. Ref: libbb/xconnect.c:xconnect()
import type { Errno } from '../../uapi/errno.ts'
import type { Inet } from '../../wire/inet.ts'
import { formatAddress, type Inet6 } from '../../wire/inet6.ts'

/** Only an IPv4 address is shown. */
export function cannotConnect(address: Inet | Inet6, error: Errno): string {
  const where = typeof address === 'number' ? ` (${formatAddress(address)})` : ''
  return `can't connect to remote host${where}: ${error.text}`
}
