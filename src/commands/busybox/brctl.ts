import { brctlCommand } from '../brctl/brctl.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const brctlApplet: Applet = sharedApplet({
  tool: brctlCommand,
  options: '',
  usage: ` COMMAND [BRIDGE [ARGS]]

Manage ethernet bridges
Commands:
	addbr BRIDGE		Create BRIDGE
	delbr BRIDGE		Delete BRIDGE
	addif BRIDGE IFACE	Add IFACE to BRIDGE
	delif BRIDGE IFACE	Delete IFACE from BRIDGE`,
})
