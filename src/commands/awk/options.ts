// mawk's command line: read by hand, words that begin with `-` up to the first that does not. Ref: mawk init.c

export type Options =
  | {
      /** Null: read from `files`. */
      readonly program: string | null
      readonly files: readonly string[]
      /** `NAME=VALUE` in the order they came. */
      readonly settings: readonly string[]
      readonly operands: readonly string[]
      readonly warnings: readonly string[]
    }
  | { readonly complaint: string }
  | { readonly unsupported: string }
  | { readonly show: 'version' | 'usage' }

/** What follows -W, each may be cut short. */
const EXTENSIONS = [
  'dump',
  'exec',
  'help',
  'interactive',
  'posix_space',
  'random',
  'sprintf',
  'usage',
  'version',
] as const

export function readOptions(words: readonly string[]): Options {
  const files: string[] = []
  const settings: string[] = []
  const warnings: string[] = []
  let i = 0
  while (i < words.length) {
    const word = words[i] ?? ''
    if (!word.startsWith('-') || word === '-') break
    i++
    if (word === '--') break
    const letter = word.charAt(1)
    if (!'WvFf'.includes(letter)) return { complaint: `not an option: ${word}` }
    const value = word.length > 2 ? word.slice(2) : words[i++]
    if (value === undefined) return { complaint: `option ${word} lacks argument` }
    if (letter === 'f') files.push(value)
    else if (letter === 'F') settings.push(`FS=${value}`)
    else if (letter === 'v') {
      if (!/^[A-Za-z_][A-Za-z_0-9]*=/.test(value)) return { complaint: `improper assignment: -v ${value}` }
      settings.push(value)
    } else {
      const extension = readExtension(value)
      if (typeof extension === 'string') warnings.push(extension)
      else if (extension !== null) return extension
    }
  }
  if (files.length > 0) return { program: null, files, settings, warnings, operands: words.slice(i) }
  const program = words[i]
  if (program === undefined) {
    if (i === 0) return { show: 'usage' }
    return { program: '', files, settings, warnings, operands: [] }
  }
  return { program, files, settings, warnings, operands: words.slice(i + 1) }
}

/** A warning, what ends it here, or null when it changes nothing that can be seen. */
function readExtension(text: string): string | Options | null {
  const [name = ''] = text.split('=')
  const extension = EXTENSIONS.find((known) => name !== '' && known.startsWith(name.toLowerCase()))
  switch (extension) {
    case undefined:
      return `vacuous option: -W ${text}`
    case 'version':
      return { show: 'version' }
    case 'help':
    case 'usage':
      return { show: 'usage' }
    case 'interactive':
    case 'sprintf':
      return null
    default:
      return { unsupported: `-W ${extension}` }
  }
}
