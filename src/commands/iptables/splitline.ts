// Words of a line that iptables-restore reads: `"` keeps blanks together, inside it `\` takes the next as it is
// (Ref: iptables/xshared.c:add_param_to_argv()).

export function splitLine(line: string): string[] {
  const words: string[] = []
  let word = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i)
    if (quoted) {
      if (char === '\\') word += line.charAt(++i)
      else if (char === '"') {
        // The quote ends the word.
        words.push(word)
        word = ''
        quoted = false
      } else word += char
    } else if (char === '"') quoted = true
    else if (char === ' ' || char === '\t') {
      if (word !== '') words.push(word)
      word = ''
    } else word += char
  }
  if (word !== '') words.push(word)
  return words
}
