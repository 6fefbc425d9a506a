// Names in messages, as gnulib's quotearg writes them in the C.UTF-8 locale.

const PLAIN = /^[A-Za-z0-9_@%+=:,./^{}\]-]+$/

/** `'name'`, always quoted (quoteaf, quote in the C locale). */
export function quote(name: string): string {
  return `'${name.replaceAll("'", "'\\''")}'`
}

/** Quoted only where a shell would need it (quotef): what most messages about files use. */
export function quoteFile(name: string): string {
  if (PLAIN.test(name)) return name
  if (name.includes("'") && !/["$`\\!]/.test(name)) return `"${name}"`
  return quote(name)
}

/** `‘word’`: what is not a file's name, in a UTF-8 locale (quote). */
export function quoteWord(word: string): string {
  return `‘${word.replace(/[\\\n\t]/g, (c) => (c === '\n' ? '\\n' : c === '\t' ? '\\t' : '\\\\'))}’`
}
