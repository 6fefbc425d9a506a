// JSON Patch. (RFC 6902; Ref: gopkg.in/evanphx/json-patch.v4)

interface Operation {
  readonly op: string
  readonly path: string
  readonly from?: string
  readonly value?: unknown
}

type Holder = Record<string, unknown> | unknown[]

/** What the operations make of a value; null when one of them cannot be done. */
export function jsonPatch(before: object, operations: readonly Operation[]): object | null {
  const whole = copyOf(before)
  return operations.every((operation) => apply(whole, operation)) ? whole : null
}

/** Of JSON. */
export function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

function apply(whole: object, { op, path, from = '', value }: Operation): boolean {
  const place = find(whole, path)
  if (!place) return false
  switch (op) {
    case 'add':
      return add(place, value)
    case 'remove':
      return remove(place)
    case 'replace':
      return has(place) && remove(place) && add(place, value)
    case 'test':
      return JSON.stringify(get(place)) === JSON.stringify(value)
    case 'move':
    case 'copy': {
      const source = find(whole, from)
      if (!source || !has(source)) return false
      const moved = copyOf(get(source))
      if (op === 'move') remove(source)
      const goal = find(whole, path)
      return goal !== null && add(goal, moved)
    }
    default:
      return false
  }
}

interface Place {
  readonly holder: Holder
  readonly key: string
}

/** Where a pointer points (RFC 6901); null when nothing on its way holds anything. */
function find(whole: object, path: string): Place | null {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const key = steps.pop()
  let holder: unknown = whole
  for (const step of steps) holder = (holder as Record<string, unknown> | undefined)?.[step]
  return key === undefined || typeof holder !== 'object' || holder === null
    ? null
    : { holder: holder as Holder, key }
}

function get({ holder, key }: Place): unknown {
  return Array.isArray(holder) ? holder[Number(key)] : holder[key]
}

function has({ holder, key }: Place): boolean {
  return Array.isArray(holder) ? Number(key) < holder.length : key in holder
}

function add({ holder, key }: Place, value: unknown): boolean {
  if (!Array.isArray(holder)) {
    holder[key] = value
    return true
  }
  const at = key === '-' ? holder.length : Number(key)
  if (!(at >= 0 && at <= holder.length)) return false
  holder.splice(at, 0, value)
  return true
}

function remove(place: Place): boolean {
  if (!has(place)) return false
  const { holder, key } = place
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
  return true
}
