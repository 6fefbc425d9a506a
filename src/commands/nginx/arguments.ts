// nginx's command line. Ref: nginx src/core/nginx.c:ngx_get_options()
import { CONF_FILE } from './files.ts'

export interface Arguments {
  readonly file: string
  readonly test: boolean
  readonly dump: boolean
  readonly quiet: boolean
  readonly version: boolean
  readonly help: boolean
  readonly signal: 'stop' | 'quit' | 'reopen' | 'reload' | null
  /** Of -g. */
  readonly directives: string | null
  readonly unsupported: string | null
}

export const SUPPORTS: readonly string[] = [
  '-t, -T: test the configuration, and show it',
  '-s stop, quit, reload, reopen: signal the master process',
  '-c FILE: another configuration',
  "-g DIRECTIVES: 'daemon off;' and the like",
  '-q: only errors of a test',
  '-v, -h: version, help',
  'events, http, server, upstream, location, include, types, log_format',
  'listen, server_name, root, alias, index, autoindex, try_files, return, error_page, add_header, allow, deny',
  'proxy_pass, proxy_set_header, access_log, error_log, default_type, server_tokens, internal',
]

export const HELP = `nginx version: nginx/1.22.1
Usage: nginx [-?hvVtTq] [-s signal] [-p prefix]
             [-e filename] [-c filename] [-g directives]

Options:
  -?,-h         : this help
  -v            : show version and exit
  -V            : show version and configure options then exit
  -t            : test configuration and exit
  -T            : test configuration, dump it and exit
  -q            : suppress non-error messages during configuration testing
  -s signal     : send signal to a master process: stop, quit, reopen, reload
  -p prefix     : set prefix path (default: /usr/share/nginx/)
  -e filename   : set error log file (default: stderr)
  -c filename   : set configuration file (default: /etc/nginx/nginx.conf)
  -g directives : set global directives out of configuration file

`

export function readArguments(words: readonly string[]): Arguments | { readonly wrong: string } {
  const flags = new Set<string>()
  const values = new Map<string, string>()
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (!word.startsWith('-')) return { wrong: `invalid option: "${word}"` }
    for (let at = 1; at < word.length; at++) {
      const letter = word[at] ?? ''
      if ('?hvVtTq'.includes(letter)) {
        flags.add(letter)
        continue
      }
      if (!'scgpe'.includes(letter)) return { wrong: `invalid option: "${letter}"` }
      const value = word.slice(at + 1) || words[++i]
      if (value === undefined)
        return { wrong: `option "-${letter}" requires ${NEEDS[letter] ?? 'parameter'}` }
      values.set(letter, value)
      break
    }
  }
  const signal = values.get('s')
  if (signal !== undefined && !isSignal(signal)) return { wrong: `invalid option: "-s ${signal}"` }
  const file = values.get('c') ?? CONF_FILE
  const refused = flags.has('V') ? '-V' : values.has('p') ? '-p' : values.has('e') ? '-e' : null
  return {
    file: file.startsWith('/') ? file : `/usr/share/nginx/${file}`,
    test: flags.has('t') || flags.has('T'),
    dump: flags.has('T'),
    quiet: flags.has('q'),
    version: flags.has('v'),
    help: flags.has('h') || flags.has('?'),
    signal: signal ?? null,
    directives: values.get('g') ?? null,
    unsupported: refused,
  }
}

const NEEDS: Readonly<Record<string, string>> = {
  s: 'parameter',
  c: 'file name',
  p: 'directory name',
  e: 'file name',
}

function isSignal(text: string): text is 'stop' | 'quit' | 'reopen' | 'reload' {
  return ['stop', 'quit', 'reopen', 'reload'].includes(text)
}
