// Databases that are files of lines.

export interface Table {
  readonly file: string
  /** A line as it is printed; null for one that is no entry. */
  readonly format: (line: string) => string | null
  readonly matches: (line: string, key: string) => boolean
}

const NAME_COLUMN = 21

/** Of blanks: name, number, aliases. */
function words(line: string): readonly string[] {
  return line.replace(/#.*/, '').trim().split(/\s+/)
}

function formatWords(line: string): string | null {
  const [name = '', number, ...aliases] = words(line)
  if (number === undefined) return null
  return [name.padEnd(NAME_COLUMN), number, ...aliases].join(' ')
}

function hasName(line: string, key: string): boolean {
  const [name, , ...aliases] = words(line)
  return [name, ...aliases].includes(key)
}

function fields(line: string): readonly string[] {
  return line.split(':')
}

const COLONS = {
  format: (line: string): string | null => (line.includes(':') ? line : null),
  /** A number is the third field. */
  matches: (line: string, key: string): boolean => fields(line)[/^\d+$/.test(key) ? 2 : 0] === key,
}

export const TABLES: Readonly<Record<string, Table>> = {
  services: {
    file: '/etc/services',
    format: formatWords,
    matches: (line, key) => {
      const [wanted = '', protocol = null] = key.split('/')
      const [port = '', proto = ''] = (words(line)[1] ?? '').split('/')
      if (protocol !== null && protocol !== proto) return false
      return /^\d+$/.test(wanted) ? port === wanted : hasName(line, wanted)
    },
  },
  protocols: {
    file: '/etc/protocols',
    format: formatWords,
    matches: (line, key) => (/^\d+$/.test(key) ? words(line)[1] === key : hasName(line, key)),
  },
  networks: {
    file: '/etc/networks',
    format: formatWords,
    matches: (line, key) => words(line)[1] === key || hasName(line, key),
  },
  passwd: { file: '/etc/passwd', ...COLONS },
  group: { file: '/etc/group', ...COLONS },
}
