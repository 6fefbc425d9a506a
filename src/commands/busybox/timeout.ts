import { timeoutCommand } from '../timeout/timeout.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const timeoutApplet: Applet = sharedApplet({
  tool: timeoutCommand,
  options: 'sk',
  words: [
    [/^failed to run command '?(.*?)'?: (.*)$/s, "can't execute '$1': $2"],
    [/^invalid time interval '(.*)'$/s, "invalid number '$1'"],
    [/^(.*): invalid signal$/s, "unknown signal '$1'"],
  ],
  usage: ` [-s SIG] [-k KILL_SECS] SECS PROG ARGS

Run PROG. Send SIG to it if it is not gone in SECS seconds.
Default SIG: TERM.If it still exists in KILL_SECS seconds, send KILL.`,
})
