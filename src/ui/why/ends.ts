// Who may ask and be asked: namespaces by their names and addresses.
import type { Way } from '../../store/asker.ts'
import type { NetnsId } from '../../store/lab.ts'

export const WAYS: readonly Way['by'][] = ['ping', 'tcp', 'udp', 'name']

export interface End {
  readonly id: NetnsId
  readonly machine: string
  readonly inode: number
  readonly name: string
  /** `10.0.0.1/24`. */
  readonly addresses: readonly string[]
}

export interface Choice {
  readonly address: string
  readonly name: string
}

/** What one end may ask for: the addresses of the others, those of its own networks first. */
export function addressesOf(ends: readonly End[], from: End | null): readonly Choice[] {
  const own = new Set((from?.addresses ?? []).map(networkOf))
  const all = ends
    .filter((end) => end !== from)
    .flatMap(({ name, addresses }) =>
      addresses.map((text) => ({ address: text.replace(/\/.*/, ''), name, near: own.has(networkOf(text)) })),
    )
  return [...all.filter(({ near }) => near), ...all.filter(({ near }) => !near)]
}

/** Good enough to sort by: the octets or groups that the prefix covers whole. */
function networkOf(text: string): string {
  const [address = '', length = '0'] = text.split('/')
  const six = address.includes(':')
  const parts = (six ? address.replace(/::.*/, '') : address).split(six ? ':' : '.')
  return `${length} ${parts.slice(0, Math.floor(Number(length) / (six ? 16 : 8))).join('.')}`
}
