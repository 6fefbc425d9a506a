// What `ip route` and `ip rule` printed on a host, as commands that make the like.

const PREFIX =
  /^(?:(?:unicast|blackhole|unreachable|prohibit|throw) )?(?:default|(?:\d{1,3}\.){3}\d{1,3}(?:\/\d+)?|[0-9a-f:]*:[0-9a-f:.]*(?:\/\d+)?)(?: |$)/
const RULE = /^(\d+):\s+((?:not )?from .*)$/
/** Words of a listing that no one gives. */
const SHOWN_ONLY =
  / (?:linkdown|dead|offload|rt_offload|pref medium|expires \S+|error -?\d+|hoplimit \d+|refcnt \d+)(?= |$)/g
const OWN_RULES = new Set(['0', '32766', '32767'])

/** Whether a line is one of a listing of routes or rules. */
export function isRouteLine(line: string): boolean {
  if (RULE.test(line)) return true
  if (/^\s+nexthop /.test(line)) return true
  return (
    PREFIX.test(line) &&
    (/ (?:dev|via|nexthop|nhid) /.test(line) ||
      /^(?:blackhole|unreachable|prohibit|throw|default proto) ?/.test(line) ||
      /^default\b/.test(line))
  )
}

export function rebuildRoutes(lines: readonly string[]): string[] {
  const whole: string[] = []
  for (const line of lines) {
    if (/^\s+nexthop /.test(line) && whole.length > 0) whole.push(`${whole.pop()} ${line.trim()}`)
    else if (line.trim() !== '') whole.push(line.trim())
  }
  const routes: string[] = []
  for (const line of whole) {
    const [, pref = '', rule = ''] = RULE.exec(line) ?? []
    if (rule !== '') {
      const inet6 = rule.includes(':') ? '-6 ' : ''
      if (!OWN_RULES.has(pref))
        routes.push(`ip ${inet6}rule add ${rule.replace(/ lookup /, ' table ')} pref ${pref}`)
    } else if (!/ proto kernel\b/.test(line) && !/^ff00::\/8 |^multicast /.test(line)) {
      const given = line.replace(SHOWN_ONLY, '').replace(/ scope global(?= |$)/, '')
      routes.push(`ip ${/^\S*(?: \S+)?[0-9a-f]*:/.test(given) ? '-6 ' : ''}route add ${given}`)
    }
  }
  // A gateway has to be reached first: what is on a link goes before what is behind a gateway.
  return [...routes.filter((r) => !/ via /.test(r)), ...routes.filter((r) => / via /.test(r))]
}
