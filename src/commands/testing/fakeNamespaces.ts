// Namespaces of a process that has no need of them.
import type { Namespaces } from '../../os/program.ts'

export const FAKE_NAMESPACES: Namespaces = {
  unshare: () => null,
  setns: () => null,
  setDomainname: () => {},
}
