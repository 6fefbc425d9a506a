// The commands of Redis that are about keys, by name: how many words each takes, and what it does.
// Ref: redis src/commands.c, src/t_string.c, src/t_list.c, src/t_hash.c, src/t_set.c, src/t_zset.c
import { encodeUtf8 } from '../../../../wire/utf8.ts'
import type { Keyspace, ValueOf, ValueType } from './keyspace.ts'
import { failure, OK, type Reply } from './resp.ts'

type Words = readonly string[]

export interface KeyCommand {
  /** With the command's own name; negative: at least so many. */
  readonly arity: number
  run(db: Keyspace, words: Words): Reply
}

const WRONG_TYPE = failure('WRONGTYPE Operation against a key holding the wrong kind of value')
const NOT_INTEGER = failure('ERR value is not an integer or out of range')
const NOT_FLOAT = failure('ERR value is not a valid float')
const SYNTAX = failure('ERR syntax error')
const NO_KEY = failure('ERR no such key')

/** On what is there, or on nothing. */
function read<T extends ValueType>(
  type: T,
  work: (value: ValueOf<T> | null, words: Words) => Reply,
): KeyCommand['run'] {
  return (db, words) => {
    const value = db.of(words[0] ?? '', type)
    return value === undefined ? WRONG_TYPE : work(value, words.slice(1))
  }
}

/** On what is there, made where it is not; gone again when it is left empty. */
function change<T extends ValueType>(
  type: T,
  work: (value: ValueOf<T>, words: Words) => Reply,
): KeyCommand['run'] {
  return (db, [key = '', ...words]) => {
    const value = db.of(key, type, true)
    if (!value) return WRONG_TYPE
    const reply = work(value, words)
    db.tidy(key)
    return reply
  }
}

function integer(text: string | undefined): number | null {
  return text !== undefined && /^-?(?:0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text))
    ? Number(text)
    : null
}

function add(db: Keyspace, key: string, step: number | null): Reply {
  const value = db.of(key, 'string')
  if (value === undefined) return WRONG_TYPE
  const before = value ? integer(value.text) : 0
  if (before === null || step === null) return NOT_INTEGER
  const now = before + step
  if (value) value.text = String(now)
  else db.set(key, { type: 'string', text: String(now) })
  return now
}

function setString(db: Keyspace, [key = '', text = '', ...options]: Words): Reply {
  const value = db.get(key)
  const given = new Set<string>()
  let milliseconds: number | null = null
  for (let i = 0; i < options.length; i++) {
    const option = (options[i] ?? '').toUpperCase()
    if (option === 'EX' || option === 'PX') {
      const count = integer(options[++i])
      if (count === null) return options[i] === undefined ? SYNTAX : NOT_INTEGER
      if (count <= 0) return failure("ERR invalid expire time in 'set' command")
      milliseconds = option === 'EX' ? count * 1000 : count
    } else if (['NX', 'XX', 'GET', 'KEEPTTL'].includes(option)) given.add(option)
    else return SYNTAX
  }
  if (given.has('NX') && given.has('XX')) return SYNTAX
  if (given.has('GET') && value && value.type !== 'string') return WRONG_TYPE
  const before = value?.type === 'string' ? value.text : null
  const refused = given.has('NX') ? value !== null : given.has('XX') && value === null
  if (!refused) {
    const left = db.left(key)
    db.set(key, { type: 'string', text })
    if (given.has('KEEPTTL') && left > 0) db.expire(key, left)
    if (milliseconds !== null) db.expire(key, milliseconds)
  }
  if (given.has('GET')) return before
  return refused ? null : OK
}

function setWithEnd(unit: number, name: string): KeyCommand['run'] {
  return (db, [key = '', span, text = '']) => {
    const count = integer(span)
    if (count === null) return NOT_INTEGER
    if (count <= 0) return failure(`ERR invalid expire time in '${name}' command`)
    db.set(key, { type: 'string', text })
    db.expire(key, count * unit)
    return OK
  }
}

function expireIn(unit: number): KeyCommand['run'] {
  return (db, [key = '', span]) => {
    const count = integer(span)
    return count === null ? NOT_INTEGER : Number(db.expire(key, count * unit))
  }
}

/** From and to, both counted, from the end when negative. */
function slice<T>(items: readonly T[], from: string | undefined, to: string | undefined): T[] | null {
  const [first, last] = [integer(from), integer(to)]
  if (first === null || last === null) return null
  const at = first < 0 ? Math.max(0, items.length + first) : first
  const end = last < 0 ? items.length + last : last
  return items.slice(at, end + 1)
}

function pop(side: 'shift' | 'pop'): KeyCommand['run'] {
  return (db, [key = '', count]) => {
    const list = db.of(key, 'list')
    if (list === undefined) return WRONG_TYPE
    if (!list) return null
    const wanted = count === undefined ? 1 : integer(count)
    if (wanted === null || wanted < 0) return failure('ERR value is out of range, must be positive')
    const taken = Array.from({ length: Math.min(wanted, list.items.length) }, () => list.items[side]() ?? '')
    db.tidy(key)
    return count === undefined ? (taken[0] ?? null) : taken
  }
}

/** `h?llo`, `h*`, `h[ae]llo`. Ref: redis src/util.c:stringmatchlen() */
function globPattern(glob: string): RegExp {
  const body = glob.replace(/\\(.)|\[(\^?)([^\]]*)\]|([*?])|([.+^${}()|[\]/\\])/g, (...match) => {
    const [, escaped, not, letters, wild, special] = match as (string | undefined)[]
    if (escaped !== undefined) return escaped.replace(/[^\w\s]/, '\\$&')
    if (letters !== undefined) return `[${not ?? ''}${letters.replace(/[\\\]]/g, '\\$&')}]`
    return wild === '*' ? '.*' : wild === '?' ? '.' : `\\${special ?? ''}`
  })
  return new RegExp(`^${body}$`, 's')
}

function ranked({ scores }: ValueOf<'zset'>): [string, number][] {
  return [...scores].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
}

function addScores({ scores }: ValueOf<'zset'>, words: Words): Reply {
  if (words.length % 2 !== 0) return SYNTAX
  const pairs = words.flatMap((word, i) => (i % 2 === 0 ? [[Number(word), words[i + 1] ?? ''] as const] : []))
  if (pairs.some(([score]) => Number.isNaN(score))) return NOT_FLOAT
  let added = 0
  for (const [score, member] of pairs) {
    if (!scores.has(member)) added++
    scores.set(member, score)
  }
  return added
}

export const KEY_COMMANDS: Readonly<Record<string, KeyCommand>> = {
  get: { arity: 2, run: read('string', (value) => value?.text ?? null) },
  set: { arity: -3, run: setString },
  setnx: { arity: 3, run: (db, [key = '', text = '']) => Number(setString(db, [key, text, 'NX']) !== null) },
  setex: { arity: 4, run: setWithEnd(1000, 'setex') },
  psetex: { arity: 4, run: setWithEnd(1, 'psetex') },
  getset: { arity: 3, run: (db, [key = '', text = '']) => setString(db, [key, text, 'GET']) },
  getdel: {
    arity: 2,
    run: (db, [key = '']) => {
      const value = db.of(key, 'string')
      if (value === undefined) return WRONG_TYPE
      db.delete(key)
      return value?.text ?? null
    },
  },
  mset: {
    arity: -3,
    run: (db, words) => {
      if (words.length % 2 !== 0) return failure("ERR wrong number of arguments for 'mset' command")
      words.forEach((key, i) => {
        if (i % 2 === 0) db.set(key, { type: 'string', text: words[i + 1] ?? '' })
      })
      return OK
    },
  },
  mget: {
    arity: -2,
    run: (db, keys) => keys.map((key) => db.of(key, 'string')?.text ?? null),
  },
  append: {
    arity: 3,
    run: change('string', (value, [text = '']) => {
      value.text += text
      return encodeUtf8(value.text).length
    }),
  },
  strlen: { arity: 2, run: read('string', (value) => encodeUtf8(value?.text ?? '').length) },
  getrange: {
    arity: 4,
    run: read(
      'string',
      (value, [from, to]) => slice([...(value?.text ?? '')], from, to)?.join('') ?? NOT_INTEGER,
    ),
  },
  incr: { arity: 2, run: (db, [key = '']) => add(db, key, 1) },
  decr: { arity: 2, run: (db, [key = '']) => add(db, key, -1) },
  incrby: { arity: 3, run: (db, [key = '', step]) => add(db, key, integer(step)) },
  decrby: {
    arity: 3,
    run: (db, [key = '', step]) => {
      const count = integer(step)
      return add(db, key, count === null ? null : -count)
    },
  },
  del: { arity: -2, run: (db, keys) => keys.filter((key) => db.get(key) && db.delete(key)).length },
  unlink: { arity: -2, run: (db, keys) => keys.filter((key) => db.get(key) && db.delete(key)).length },
  exists: { arity: -2, run: (db, keys) => keys.filter((key) => db.get(key)).length },
  type: { arity: 2, run: (db, [key = '']) => ({ kind: 'status', text: db.get(key)?.type ?? 'none' }) },
  keys: {
    arity: 2,
    run: (db, [glob = '']) => {
      const pattern = globPattern(glob)
      return db.keys().filter((key) => pattern.test(key))
    },
  },
  randomkey: { arity: 1, run: (db) => db.keys()[0] ?? null },
  rename: {
    arity: 3,
    run: (db, [from = '', to = '']) => {
      const value = db.get(from)
      if (!value) return NO_KEY
      const left = db.left(from)
      db.delete(from)
      db.set(to, value)
      if (left > 0) db.expire(to, left)
      return OK
    },
  },
  dbsize: { arity: 1, run: (db) => db.keys().length },
  flushdb: {
    arity: -1,
    run: (db) => {
      db.clear()
      return OK
    },
  },
  expire: { arity: -3, run: expireIn(1000) },
  pexpire: { arity: -3, run: expireIn(1) },
  ttl: {
    arity: 2,
    run: (db, [key = '']) => {
      const left = db.left(key)
      return left < 0 ? left : Math.floor((left + 500) / 1000)
    },
  },
  pttl: { arity: 2, run: (db, [key = '']) => db.left(key) },
  persist: { arity: 2, run: (db, [key = '']) => Number(db.persist(key)) },
  lpush: { arity: -3, run: change('list', ({ items }, words) => items.unshift(...[...words].reverse())) },
  rpush: { arity: -3, run: change('list', ({ items }, words) => items.push(...words)) },
  lpop: { arity: -2, run: pop('shift') },
  rpop: { arity: -2, run: pop('pop') },
  llen: { arity: 2, run: read('list', (value) => value?.items.length ?? 0) },
  lindex: {
    arity: 3,
    run: read('list', (value, [at]) => {
      const index = integer(at)
      return index === null ? NOT_INTEGER : (value?.items.at(index) ?? null)
    }),
  },
  lrange: {
    arity: 4,
    run: read('list', (value, [from, to]) => slice(value?.items ?? [], from, to) ?? NOT_INTEGER),
  },
  hset: {
    arity: -4,
    run: change('hash', ({ fields }, words) => {
      if (words.length % 2 !== 0) return failure("ERR wrong number of arguments for 'hset' command")
      const before = fields.size
      words.forEach((field, i) => {
        if (i % 2 === 0) fields.set(field, words[i + 1] ?? '')
      })
      return fields.size - before
    }),
  },
  hget: { arity: 3, run: read('hash', (value, [field = '']) => value?.fields.get(field) ?? null) },
  hmget: {
    arity: -3,
    run: read('hash', (value, words) => words.map((field) => value?.fields.get(field) ?? null)),
  },
  hgetall: { arity: 2, run: read('hash', (value) => [...(value?.fields ?? [])].flat()) },
  hkeys: { arity: 2, run: read('hash', (value) => [...(value?.fields.keys() ?? [])]) },
  hvals: { arity: 2, run: read('hash', (value) => [...(value?.fields.values() ?? [])]) },
  hlen: { arity: 2, run: read('hash', (value) => value?.fields.size ?? 0) },
  hexists: {
    arity: 3,
    run: read('hash', (value, [field = '']) => Number(value?.fields.has(field) ?? false)),
  },
  hdel: {
    arity: -3,
    run: change('hash', ({ fields }, words) => words.filter((field) => fields.delete(field)).length),
  },
  hincrby: {
    arity: 4,
    run: change('hash', ({ fields }, [field = '', step]) => {
      const [before, count] = [integer(fields.get(field) ?? '0'), integer(step)]
      if (count === null) return NOT_INTEGER
      if (before === null) return failure('ERR hash value is not an integer')
      fields.set(field, String(before + count))
      return before + count
    }),
  },
  sadd: {
    arity: -3,
    run: change('set', ({ members }, words) => {
      const before = members.size
      for (const word of words) members.add(word)
      return members.size - before
    }),
  },
  srem: {
    arity: -3,
    run: change('set', ({ members }, words) => words.filter((word) => members.delete(word)).length),
  },
  smembers: { arity: 2, run: read('set', (value) => [...(value?.members ?? [])]) },
  scard: { arity: 2, run: read('set', (value) => value?.members.size ?? 0) },
  sismember: {
    arity: 3,
    run: read('set', (value, [word = '']) => Number(value?.members.has(word) ?? false)),
  },
  zadd: { arity: -4, run: change('zset', addScores) },
  zscore: {
    arity: 3,
    run: read('zset', (value, [member = '']) => {
      const score = value?.scores.get(member)
      return score === undefined ? null : String(score)
    }),
  },
  zcard: { arity: 2, run: read('zset', (value) => value?.scores.size ?? 0) },
  zrem: {
    arity: -3,
    run: change('zset', ({ scores }, words) => words.filter((word) => scores.delete(word)).length),
  },
  zrange: {
    arity: -4,
    run: read('zset', (value, [from, to, ...options]) => {
      const withScores = options.some((word) => word.toUpperCase() === 'WITHSCORES')
      if (options.length > (withScores ? 1 : 0)) return SYNTAX
      const part = slice(value ? ranked(value) : [], from, to)
      if (!part) return NOT_INTEGER
      return part.flatMap(([member, score]) => (withScores ? [member, String(score)] : [member]))
    }),
  },
}
