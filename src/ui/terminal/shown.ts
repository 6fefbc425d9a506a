// The terminals on the screen, for what is loaded later and looks into one.
import type { Terminal } from '@xterm/xterm'
import type { TerminalId } from '../../store/lab.ts'

export const shownTerminals = new Map<TerminalId, Terminal>()
