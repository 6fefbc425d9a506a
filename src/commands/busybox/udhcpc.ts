import { udhcpcCommand } from '../udhcpc/udhcpc.ts'
import type { Applet } from './applet.ts'

/** Debian's udhcpc is BusyBox's: it prints its own usage. */
export const udhcpcApplet: Applet = { name: 'udhcpc', usage: null, run: udhcpcCommand.run }
