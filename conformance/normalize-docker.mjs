// What differs from run to run where Docker is used: ids, given names, process ids, namespace numbers, ages and dates,
// and the random ports of the embedded DNS.
import { VETH } from './names.mjs'

/** @typedef {import('./names.mjs').Names} Names */

const AGE =
  /\b(?:Less than a second|About an? (?:minute|hour)|\d+ (?:second|minute|hour|day|week|month|year)s?)\b(?= ago\b| \(Paused\)| *$|  )/gm
const DATE = /\b(?!0001)\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d| [+-]\d{4}( [A-Z]{3})?)?/g
/** An image's age is hours or days, by when it is looked at. */
const ANY_AGE = 'N seconds'
const EPHEMERAL_PORT = /(--[sd]port |\b[sd]pt:)(?:3[2-9]\d{3}|[45]\d{4}|60\d{3})\b/g

const DOCKER_TABLE = /^(CONTAINER ID|REPOSITORY|IMAGE ID|IMAGE  ) .*\b(CREATED|STATUS)\b/
const PS_TABLE = /^ *(UID|USER|PID|PPID)\b.*\b(PID|PPID|CMD|COMMAND)\b/
const PS_VOLATILE = /^(C|STIME|START|%CPU|%MEM|VSZ|RSS|ELAPSED)$/

/**
 * @param {string} output of one step
 * @param {string} command of that step
 * @param {Names} names of the whole transcript
 */
export function maskDocker(output, command, names) {
  let text = maskTables(sortContainers(output), names)
  if (/\bdocker (container |image )?(ps|ls|images)\b/.test(command)) text = text.replace(AGE, ANY_AGE)
  if (/\bnslookup\b/.test(command)) text = sortAnswers(text)
  if (/\bbrctl show\b/.test(command)) text = sortPorts(text, names)
  if (/\bdocker (exec|run)\b/.test(command)) text = complaintsLast(text)
  text = maskPids(text, command, names)
  return text
    .replace(/HWaddr ([0-9A-F:]{17})/g, (_, mac) => `HWaddr ${mac.toLowerCase()}`)
    .replace(/^( Runtimes: )(.*)$/gm, (_, label, list) => label + sortWords(list, ' '))
    .replace(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/g, 'UUID')
    .replace(/"Pid": (\d+)/g, (_, pid) => `"Pid": ${namePid(pid, names)}`)
    .replace(/\bpid=(\d+)/g, (_, pid) => `pid=${namePid(pid, names)}`)
    .replace(/(?<=net:\[|"Name": "\/|^\/)([a-z]+_[a-z]+)(?="|$)/gm, (name) => names.of('NAME', name))
    .replace(
      /\b(cgroup|ipc|mnt|net|pid|time|user|uts):\[(\d+)\]/g,
      (_, kind, inode) => `${kind}:[${names.of('NS', inode)}]`,
    )
    .replace(DATE, 'D')
    .replace(/^.*127\.0\.0\.11.*$/gm, (line) => line.replace(EPHEMERAL_PORT, '$1P'))
    .replace(
      // IPv4 or IPv6, whichever it tried first
      /Bind for (?:0\.0\.0\.0|::):(\d+) failed: port is already allocated/g,
      'Bind for ANY:$1 failed: port is already allocated',
    )
    .replace(
      /(has active endpoints \()(.*)(\))/g,
      (_, before, list, after) => before + sortWords(list, ', ') + after,
    )
    .replace(/^round-trip min.*$/gm, 'round-trip T')
    .replace(/^(;; ->>HEADER<<-.* id: )\d+/gm, '$1N')
    .replace(/^;; (Query time|WHEN): .*$/gm, ';; $1: T')
    .replace(/^(; COOKIE: ).*$/gm, '$1C')
}

/**
 * `docker network inspect` lists containers by their random ids: by name instead.
 * @param {string} text
 */
function sortContainers(text) {
  if (!/^\s*[[{]/.test(text) || !text.includes('"Containers": {')) return text
  let json
  try {
    json = JSON.parse(text)
  } catch {
    return text // a template's output, or JSON with something around it
  }
  for (const network of [json].flat()) {
    if (!network.Containers || typeof network.Containers !== 'object') continue
    const byName = Object.entries(network.Containers).sort(([, a], [, b]) => (a.Name < b.Name ? -1 : 1))
    network.Containers = Object.fromEntries(byName)
  }
  return `${JSON.stringify(json, null, 4)}\n`
}

/**
 * Tables of docker and ps: ages and process ids change the widths of columns too.
 * @param {string} text
 * @param {Names} names
 */
function maskTables(text, names) {
  if (!/^ *(CONTAINER ID|REPOSITORY|IMAGE|UID|USER|PID|PPID|NS) /m.test(text)) return text
  let table = ''
  /** @type {string[]} */
  let columns = []
  const maskLine = (line) => {
    if (DOCKER_TABLE.test(line)) {
      table = 'docker'
      columns = line.split(/ {2,}/)
      return squeeze(line)
    }
    if (PS_TABLE.test(line)) {
      table = 'ps'
      columns = line.trim().split(/ +/)
      return squeeze(line.trim())
    }
    if (line === '') table = ''
    if (table === 'docker') return maskDockerRow(line, columns, names)
    return table === 'ps' ? maskPsRow(line, columns, names) : line
  }
  return text.split('\n').map(maskLine).join('\n')
}

/**
 * @param {string} line
 * @param {readonly string[]} columns
 * @param {Names} names
 */
function maskDockerRow(line, columns, names) {
  const row = squeeze(line.replace(AGE, ANY_AGE))
  if (columns.at(-1) !== 'NAMES') return row
  return row.replace(/ ([a-z]+_[a-z]+\d?)$/, (_, name) => ` ${names.of('NAME', name)}`)
}

/**
 * @param {string} line
 * @param {readonly string[]} columns the last of which may hold spaces
 * @param {Names} names
 */
function maskPsRow(line, columns, names) {
  const fields = line.trim().split(/ +/)
  if (fields.length < columns.length) return line
  const command = fields.splice(columns.length - 1).join(' ')
  const masked = fields.map((field, index) => {
    const column = columns[index] ?? ''
    if (/^P?PID$/.test(column) && /^\d+$/.test(field)) return namePid(field, names)
    return PS_VOLATILE.test(column) ? 'T' : field
  })
  return [...masked, command].join(' ')
}

/**
 * Process ids where a command prints them bare.
 * @param {string} text
 * @param {string} command
 * @param {Names} names
 */
function maskPids(text, command, names) {
  if (/\bState\.Pid\b/.test(command) && /^\S*docker (container )?inspect/.test(command)) {
    text = text.replace(/(?<![\w.:/-])\d+(?![\w.:/-])/g, (pid) => namePid(pid, names))
  }
  if (!/\b(ps|pgrep)\b.*\|/.test(command) && !/^pgrep\b/.test(command)) return text
  return text.replace(
    /^(\S+ +)?(\d+)( +\d+)?( +\d+ +\d\d:\d\d)? +(.*)$/gm,
    (_, user = '', pid, parent, _time, rest) => {
      const ids = `${namePid(pid, names)} ${parent ? namePid(parent.trim(), names) : ''}`
      return `${user.trim()} ${ids} ${rest}`.trim()
    },
  )
}

/**
 * @param {string} pid
 * @param {Names} names
 */
function namePid(pid, names) {
  return Number(pid) < 2 ? pid : names.of('PID', pid)
}

/**
 * BusyBox's nslookup asks for A and AAAA at once and prints the answers as they come.
 * @param {string} text
 */
function sortAnswers(text) {
  const [head, ...answers] = text.trimEnd().split('\n\n')
  const sorted = answers
    .map((answer) => answer.trim())
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return [head, ...sorted].join('\n\n') + (text === '' ? '' : '\n')
}

/**
 * `brctl show` lists ports by name, and Docker's names are random: in the order they were first seen.
 * @param {string} text
 * @param {Names} names
 */
function sortPorts(text, names) {
  return text.replace(/(?:\S*veth[0-9a-f]{7}\n(?:\t+(?=veth))?)+/g, (run) => {
    const rank = (veth) => Math.min(names.rank('V', veth), Number.MAX_SAFE_INTEGER)
    const ports = (run.match(VETH) ?? []).sort((a, b) => rank(a) - rank(b))
    return run.replace(VETH, () => ports.shift() ?? '')
  })
}

/**
 * Without a terminal a container's two streams come by two pipes: what it complains of goes last.
 * @param {string} text
 */
function complaintsLast(text) {
  const lines = text.split(/(?<=\n)/)
  const complaint = (line) => /^(ping|wget|nc|ip|nslookup|sh|httpd): /.test(line)
  return [...lines.filter((line) => !complaint(line)), ...lines.filter(complaint)].join('')
}

/**
 * @param {string} list
 * @param {string} separator
 */
function sortWords(list, separator) {
  return list.split(separator).sort().join(separator)
}

/** @param {string} line */
function squeeze(line) {
  return line.replace(/ {2,}/g, '   ')
}
