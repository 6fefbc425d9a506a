// Which messages can be answered with what the page starts with.
import { coreSuffices } from '../commands/core.ts'
import { coreOpens } from '../lab/core.ts'
import type { ToLab } from './protocol.ts'

/** Whether it has to wait for the rest. */
export function mightNeedMore(message: ToLab): boolean {
  switch (message.type) {
    case 'terminal-input':
    case 'terminal-open':
    case 'terminal-run':
    case 'export':
    case 'compare':
    case 'find':
    case 'capture':
      return true
    case 'story':
      // The page's heartbeat asks for one of no packet.
      return message.skb !== 0
    case 'gesture':
      return !message.lines.every(coreSuffices)
    case 'mend':
      return !message.commands.every(({ line }) => coreSuffices(line))
    case 'open':
      return !coreOpens(message.text)
    default:
      return false
  }
}
