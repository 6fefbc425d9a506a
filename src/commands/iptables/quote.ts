// Words as `-S` writes them, to be read again (Ref: libxtables/xtables.c:xtables_save_string()).

/** Bare where only plain characters are in it; else between quotes, with `"`, `\` and `'` behind a backslash. */
export function quoted(text: string): string {
  if (/^[a-zA-Z0-9_-]+$/.test(text)) return text
  return `"${text.replace(/["\\']/g, '\\$&')}"`
}
