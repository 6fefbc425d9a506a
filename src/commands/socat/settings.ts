// socat's own options, which come before the addresses.
import type { TransferSettings } from './transfer.ts'

export interface Settings {
  readonly verbosity: number
  readonly logFile: string | null
  readonly name: string
  readonly transfer: TransferSettings
  readonly addresses: readonly string[]
  readonly version: boolean
  readonly unknown: string | null
  readonly unsupported: string | null
}

export const SUPPORTS: readonly string[] = [
  '-d: say more; up to four times',
  '-lf FILE: log to a file',
  '-lp NAME: name in the log',
  '-ls: log to standard error',
  '-v, -x: show what is transferred, as text or in hex',
  '-b SIZE: size of the buffer',
  '-t SECONDS: wait for the other way after the first has ended',
  '-T SECONDS: end after so long without anything',
  '-u, -U: one way only',
  '-V: print the version',
  'STDIO, -, STDIN, STDOUT, STDERR',
  'TCP[46]:HOST:PORT, TCP[46]-LISTEN:PORT[,fork][,reuseaddr][,bind=ADDRESS]',
  'UDP[46]:HOST:PORT, UDP[46]-LISTEN:PORT, UDP[46]-RECVFROM:PORT, UDP[46]-RECV:PORT, UDP[46]-SENDTO:HOST:PORT',
  'EXEC:PROGRAM, SYSTEM:LINE',
  'UNIX-CONNECT:PATH, UNIX-LISTEN:PATH[,fork][,mode=MODE][,unlink-early][,unlink-close=0], UNIX:PATH',
  'OPEN:FILE, FILE:FILE, CREATE:FILE, GOPEN:FILE, PIPE',
]

export const VERSION_TEXT = `socat by Gerhard Rieger and contributors - see www.dest-unreach.org
socat version 1.7.4.4 on 06 Nov 2022 08:15:51
`

/** What it says of itself with -d -d -d. */
export const BANNER: readonly string[] = [
  'socat by Gerhard Rieger and contributors - see www.dest-unreach.org',
  'This product includes software developed by the OpenSSL Project for use in the OpenSSL Toolkit. (http://www.openssl.org/)',
  'This product includes software written by Tim Hudson (tjh@cryptsoft.com)',
]

const SIZE = 8192
const CLOSE_WAIT = 0.5

/** Options that real socat has and vethlab has not. */
const REFUSED = /^-(D|h+|\?+|ly.*|lm.*|lu|lh|r|R|s|g|L.*|W.*|4|6)$/

export function readSettings(words: readonly string[]): Settings {
  const state = {
    verbosity: 0,
    logFile: null as string | null,
    name: 'socat',
    size: SIZE,
    closeWait: CLOSE_WAIT,
    idle: null as number | null,
    left: false,
    right: false,
    dump: null as 'text' | 'hex' | null,
    version: false,
  }
  let at = 0
  let unknown: string | null = null
  let unsupported: string | null = null
  for (; at < words.length; at++) {
    const word = words[at] ?? ''
    if (!/^-./.test(word)) break
    const [, letter = '', joined = ''] = /^-(lf|lp|ls|[a-zA-Z?\d])(.*)$/.exec(word) ?? []
    const value = (): string => (joined === '' ? (words[++at] ?? '') : joined)
    if (/^-d+$/.test(word)) state.verbosity += word.length - 1
    else if (word === '-ls') state.logFile = null
    else if (letter === 'lf') state.logFile = value()
    else if (letter === 'lp') state.name = value()
    else if (word === '-v') state.dump = 'text'
    else if (word === '-x') state.dump = 'hex'
    else if (letter === 'b') state.size = Number(value()) || SIZE
    else if (letter === 't') state.closeWait = Number(value())
    else if (letter === 'T') state.idle = Number(value())
    else if (word === '-u') state.left = true
    else if (word === '-U') state.right = true
    else if (word === '-V') state.version = true
    else if (REFUSED.test(word)) unsupported ??= word
    else unknown ??= word
  }
  return {
    verbosity: state.verbosity,
    logFile: state.logFile,
    name: state.name,
    transfer: {
      size: state.size,
      closeWait: state.closeWait,
      idle: state.idle,
      leftToRight: !state.right,
      rightToLeft: !state.left,
      dump: state.dump,
    },
    addresses: words.slice(at),
    version: state.version,
    unknown,
    unsupported,
  }
}
