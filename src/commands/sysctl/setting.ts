// Names and assignments of sysctl.conf(5).

export interface Setting {
  readonly path: string
  readonly value: string
  /** A `-` before the name. */
  readonly ignoreFailure: boolean
}

/** `net.ipv4.conf.eth0/5.forwarding` and `net/ipv4/conf/eth0.5/forwarding`: the separator that comes first decides. */
export function pathOfName(name: string): string {
  const first = /[./]/.exec(name)?.[0]
  return `/proc/sys/${first === '.' ? swap(name) : name}`
}

export function nameOfPath(path: string): string {
  return swap(path.replace(/^\/proc\/sys\//, ''))
}

function swap(text: string): string {
  return text.replace(/[./]/g, (c) => (c === '.' ? '/' : '.'))
}

/** `name = value`; null when it is no assignment. */
export function parseLine(line: string): Setting | null {
  const equals = line.indexOf('=')
  if (equals < 0) return null
  const key = line.slice(0, equals).trim()
  const ignoreFailure = key.startsWith('-')
  const name = ignoreFailure ? key.slice(1) : key
  return name === '' ? null : { path: pathOfName(name), value: line.slice(equals + 1).trim(), ignoreFailure }
}
