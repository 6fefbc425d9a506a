// Random names and numbers, as moby makes them. (Ref: moby pkg/stringid, libnetwork/netutils/utils_linux.go)
import type { Process } from '../../../os/program.ts'
import type { Mac } from '../../../wire/mac.ts'
import { linkByName } from './netlink.ts'

const ID_LENGTH = 64
const VETH_DIGITS = 7

export function randomHex(p: Process, digits: number): string {
  let text = ''
  while (text.length < digits) text += p.random().toString(16).padStart(8, '0')
  return text.slice(0, digits)
}

/** Of networks, endpoints and sandboxes; never all digits in its short form, which would look like a number. */
export function generateId(p: Process): string {
  for (;;) {
    const id = randomHex(p, ID_LENGTH)
    if (!/^\d{12}/.test(id)) return id
  }
}

/** Ref: netutils.GenerateRandomMAC() */
export function randomMac(p: Process): Mac {
  const first = ((p.random() & 0xff) | 0x02) & 0xfe
  return first * 2 ** 40 + (p.random() & 0xff) * 2 ** 32 + p.random()
}

/** `veth` and seven digits that no device of this namespace has. */
export function generateIfaceName(p: Process): string {
  for (;;) {
    const name = `veth${randomHex(p, VETH_DIGITS)}`
    if (!linkByName(p, name)) return name
  }
}
