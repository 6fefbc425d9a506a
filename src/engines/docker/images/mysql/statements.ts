// The few statements that people try a connection with; the rest is said to be lacking.
import { strftime } from '../../../../commands/lib/calendar.ts'
import { UNKNOWN_DATABASE, VERSION, type ResultSet, type SqlError } from './packets.ts'

/** What a server keeps. */
export interface Data {
  readonly databases: Set<string>
}

/** Of one connection. */
export interface Session {
  readonly thread: number
  /** `root@172.18.0.3`. */
  readonly user: string
  readonly host: string
  database: string | null
  epoch(): number
}

/** Null: it is done, and there is nothing to show. */
export type Outcome = ResultSet | SqlError | null

export function isSqlError(outcome: Outcome): outcome is SqlError {
  return outcome !== null && 'code' in outcome
}

export function use(data: Data, session: Session, name: string): SqlError | null {
  if (!data.databases.has(name)) return unknownDatabase(name)
  session.database = name
  return null
}

export function unknownDatabase(name: string): SqlError {
  return { code: UNKNOWN_DATABASE, state: '42000', text: `Unknown database '${name}'` }
}

const NAME = '`?([A-Za-z0-9_$]+)`?'

const STATEMENTS: readonly (readonly [RegExp, (data: Data, session: Session, name: string) => Outcome])[] = [
  [
    /^show\s+(?:databases|schemas)$/i,
    ({ databases }) => ({ columns: ['Database'], rows: [...databases].sort().map((name) => [name]) }),
  ],
  [new RegExp(`^use\\s+${NAME}$`, 'i'), (data, session, name) => use(data, session, name)],
  [
    new RegExp(`^create\\s+database\\s+(?:if\\s+not\\s+exists\\s+)?${NAME}$`, 'i'),
    ({ databases }, _session, name) => {
      if (databases.has(name))
        return { code: 1007, state: 'HY000', text: `Can't create database '${name}'; database exists` }
      databases.add(name)
      return null
    },
  ],
  [
    new RegExp(`^drop\\s+database\\s+(?:if\\s+exists\\s+)?${NAME}$`, 'i'),
    ({ databases }, session, name) => {
      if (!databases.delete(name))
        return { code: 1008, state: 'HY000', text: `Can't drop database '${name}'; database doesn't exist` }
      if (session.database === name) session.database = null
      return null
    },
  ],
  [/^select\s+(.+)$/is, (_data, session, list) => select(session, list)],
]

export function run(data: Data, session: Session, sql: string): Outcome {
  const text = sql.trim()
  for (const [pattern, work] of STATEMENTS) {
    const match = pattern.exec(text)
    if (match) return work(data, session, match[1] ?? '')
  }
  const [word = ''] = text.split(/\s/)
  return lacking(`${word.toUpperCase()} as in '${text.slice(0, 60)}'`)
}

function lacking(what: string): SqlError {
  return { code: 1235, state: '42000', text: `${what} is not supported in vethlab: it has no tables` }
}

/** Values that need no table. */
function select(session: Session, list: string): Outcome {
  const columns: string[] = []
  const row: (string | null)[] = []
  for (const word of list.split(',')) {
    const text = word.trim()
    const value = valueOf(session, text)
    if (value === undefined) return lacking(`SELECT ${list.slice(0, 60)}`)
    columns.push(/^'(.*)'$/.exec(text)?.[1] ?? text)
    row.push(value)
  }
  return { columns, rows: [row] }
}

function valueOf(session: Session, text: string): string | null | undefined {
  const string = /^'([^']*)'$/.exec(text)
  if (string) return string[1]
  if (/^-?\d+$/.test(text)) return text
  const sum = /^(-?\d+)\s*([-+*])\s*(-?\d+)$/.exec(text)
  if (sum) {
    const [a, b] = [Number(sum[1]), Number(sum[3])]
    return String(sum[2] === '+' ? a + b : sum[2] === '-' ? a - b : a * b)
  }
  switch (text.toLowerCase().replace(/\s/g, '')) {
    case 'version()':
    case '@@version':
      return VERSION
    case 'user()':
    case 'session_user()':
      return `${session.user}@${session.host}`
    case 'current_user()':
    case 'current_user':
      return `${session.user}@%`
    case 'database()':
      return session.database
    case 'connection_id()':
      return String(session.thread)
    case 'now()':
    case 'current_timestamp':
      return strftime('%Y-%m-%d %H:%M:%S', session.epoch())
    case '@@hostname':
      return undefined
    default:
      return undefined
  }
}
