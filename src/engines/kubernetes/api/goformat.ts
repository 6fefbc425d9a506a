// Values as Go's %v prints them.

export function goValue(value: unknown): string {
  return typeof value === 'object' && value !== null ? goMap(value) : String(value)
}

function goMap(value: object): string {
  if (Array.isArray(value)) return `[${value.map(goValue).join(' ')}]`
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `map[${pairs.map(([key, item]) => `${key}:${goValue(item)}`).join(' ')}]`
}
