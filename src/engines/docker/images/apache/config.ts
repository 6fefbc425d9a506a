// httpd.conf, as far as a server of files needs it. Ref: httpd server/config.c, core.c
import type { Process } from '../../../../os/program.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import { PREFIX } from './version.ts'

export interface Listen {
  /** null: all addresses. */
  readonly host: string | null
  readonly port: number
}

/** What a `<Directory>` says of what is in it; null where it says nothing. */
export interface Section {
  readonly path: string
  granted: boolean | null
  indexes: boolean | null
}

export interface HttpdConfig {
  readonly listen: Listen[]
  serverName: string | null
  documentRoot: string
  indexes: string[]
  errorLog: string
  customLog: string | null
  pidFile: string
  /** `ServerTokens Prod`. */
  terse: boolean
  readonly directories: Section[]
  readonly types: Map<string, string>
}

/** Without an effect here. */
const NO_EFFECT: ReadonlySet<string> = new Set(
  (
    'serverroot loadmodule user group serveradmin loglevel logformat typesconfig allowoverride timeout keepalive ' +
    'keepalivetimeout maxkeepaliverequests serversignature hostnamelookups startservers serverlimit maxrequestworkers ' +
    'minsparethreads maxsparethreads threadsperchild usecanonicalname acceptpathinfo enablesendfile enablemmap traceenable'
  ).split(' '),
)
/** What Apache has and this one not. */
const ABSENT: ReadonlySet<string> = new Set(
  (
    'include includeoptional alias scriptalias redirect redirectmatch redirectpermanent rewriteengine rewriterule rewritecond ' +
    'proxypass proxypassreverse proxypreservehost header requestheader errordocument sslengine sslcertificatefile ' +
    'sslcertificatekeyfile setenv setenvif expiresactive authtype authname authuserfile addhandler sethandler ' +
    'namevirtualhost protocols addoutputfilterbytype'
  ).split(' '),
)
const SECTIONS: ReadonlySet<string> = new Set(['ifmodule', 'directory', 'files'])

/** The configuration, or the words of what is wrong with it. */
export function readConfig(p: Process, file: string): HttpdConfig | string {
  const source = p.fs.readText(file)
  if (isErrno(source)) return `httpd: Could not open configuration file ${file}: ${source.text}`
  const config: HttpdConfig = {
    listen: [],
    serverName: null,
    documentRoot: `${PREFIX}/htdocs`,
    indexes: ['index.html'],
    errorLog: `${PREFIX}/logs/error_log`,
    customLog: null,
    pidFile: `${PREFIX}/logs/httpd.pid`,
    terse: false,
    directories: [],
    types: new Map(),
  }
  const open: { readonly name: string; readonly section: Section | null }[] = []
  for (const [i, line] of source.split('\n').entries()) {
    const wrong = takeLine(config, open, line.trim())
    if (wrong === null) continue
    return wrong.startsWith('httpd:') ? wrong : `AH00526: Syntax error on line ${i + 1} of ${file}:\n${wrong}`
  }
  return config
}

function takeLine(
  config: HttpdConfig,
  open: { readonly name: string; readonly section: Section | null }[],
  line: string,
): string | null {
  if (line === '' || line.startsWith('#')) return null
  const [, end = ''] = /^<\/(\w+)>$/.exec(line) ?? []
  if (end !== '') {
    const top = open.pop()
    if (top?.name === end.toLowerCase()) return null
    return top ? `Expected </${top.name}> but saw </${end}>` : `</${end}> without matching <${end}> section`
  }
  const [, begin = '', argument = ''] = /^<(\w+)\s*(.*?)>$/.exec(line) ?? []
  if (begin !== '') {
    const name = begin.toLowerCase()
    if (!SECTIONS.has(name)) return `httpd: <${begin}> is not supported in vethlab`
    const section = name === 'directory' ? { path: unquoted(argument), granted: null, indexes: null } : null
    if (section) config.directories.push(section)
    open.push({ name, section })
    return null
  }
  // What is said of files by name: those that begin with .ht are never shown.
  if (open.at(-1)?.name === 'files') return null
  const [name = '', ...values] = (line.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? []).map(unquoted)
  return directive(config, open.at(-1)?.section ?? null, name, values)
}

function directive(
  config: HttpdConfig,
  section: Section | null,
  name: string,
  values: readonly string[],
): string | null {
  const [first = ''] = values
  switch (name.toLowerCase()) {
    case 'listen': {
      const [, host, port = ''] = /^(?:(.+):)?(\d+)$/.exec(first) ?? []
      if (port === '') return 'Port must be specified'
      config.listen.push({ host: host?.replace(/^\[(.*)\]$/, '$1') ?? null, port: Number(port) })
      return null
    }
    case 'servername':
      config.serverName = first.replace(/:\d+$/, '')
      return null
    case 'documentroot':
      config.documentRoot = inRoot(first).replace(/(.)\/$/, '$1')
      return null
    case 'directoryindex':
      config.indexes = [...values]
      return null
    case 'errorlog':
      config.errorLog = inRoot(first)
      return null
    case 'customlog':
    case 'transferlog':
      config.customLog = inRoot(first)
      return null
    case 'pidfile':
      config.pidFile = inRoot(first)
      return null
    case 'servertokens':
      config.terse = /^prod/i.test(first)
      return null
    case 'addtype':
      for (const suffix of values.slice(1)) config.types.set(suffix.replace(/^\./, ''), first)
      return null
    case 'require':
      if (section && /^all (?:granted|denied)$/i.test(values.join(' ')))
        section.granted = /granted/i.test(values[1] ?? '')
      else if (section) return `httpd: Require ${values.join(' ')} is not supported in vethlab`
      return null
    case 'options':
      if (!section) return null
      if (values.some((value) => /^[+]?(?:Indexes|All)$/i.test(value))) section.indexes = true
      else if (values.some((value) => /^-Indexes$|^None$/i.test(value) || !/^[+-]/.test(value)))
        section.indexes = false
      return null
    default:
      if (NO_EFFECT.has(name.toLowerCase())) return null
      if (ABSENT.has(name.toLowerCase())) return `httpd: ${name} is not supported in vethlab`
      return `Invalid command '${name}', perhaps misspelled or defined by a module not included in the server configuration`
  }
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, '$1').replaceAll('\\"', '"')
}

function inRoot(path: string): string {
  return path.startsWith('/') ? path : `${PREFIX}/${path}`
}
