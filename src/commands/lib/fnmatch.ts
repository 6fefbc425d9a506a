/** A shell pattern over a whole name (fnmatch(3)); `*` takes slashes too. */
export function fnmatch(pattern: string, ignoreCase: boolean): RegExp {
  let source = ''
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i] ?? ''
    if (c === '*') source += '.*'
    else if (c === '?') source += '.'
    else if (c === '\\' && i + 1 < pattern.length) source += literal(pattern[++i] ?? '')
    else if (c === '[') {
      const set = /^\[([!^]?)(\]?[^\]]*)\]/.exec(pattern.slice(i))
      if (!set) source += '\\['
      else {
        source += `[${set[1] ? '^' : ''}${(set[2] ?? '').replace(/[\\\]^[]/g, '\\$&')}]`
        i += set[0].length - 1
      }
    } else source += literal(c)
  }
  return new RegExp(`^${source.replace(/(?:\.\*)+/g, '.*')}$`, ignoreCase ? 'si' : 's')
}

function literal(c: string): string {
  return c.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
