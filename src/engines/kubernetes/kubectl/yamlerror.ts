// What go-yaml says of a text that is no YAML. (Ref: go.yaml.in/yaml/v2 scannerc.go, parserc.go)
import { YAMLParseError } from 'yaml'

/** By the parser's code: go-yaml's words, and how far from the place found it says it is. */
const WORDS: Readonly<Record<string, readonly [words: string, lines: number]>> = {
  BAD_INDENT: ['did not find expected key', -1],
  MISSING_CHAR: ['found unexpected end of stream', 0],
  MULTILINE_IMPLICIT_KEY: ["could not find expected ':'", 1],
  TAB_AS_INDENT: ['found character that cannot start any token', 0],
  UNEXPECTED_TOKEN: ['did not find expected key', -1],
}

export function yamlError(error: Error, text: string): string {
  if (!(error instanceof YAMLParseError)) return `yaml: ${error.message.split('\n')[0]}`
  const lineAt = (offset: number): number => text.slice(0, Math.max(offset, 0)).split('\n').length
  const [start] = error.pos
  // The colon that ought not to be there.
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') {
    const colon = text.slice(start).search(/:(?:\s|$)/)
    return `yaml: line ${lineAt(start + Math.max(colon, 0))}: mapping values are not allowed in this context`
  }
  const flow = /^Flow (map|sequence)/.exec(error.message)
  if (flow)
    return `yaml: line ${lineAt(start) - 1}: did not find expected ',' or '${flow[1] === 'map' ? '}' : ']'}'`
  if (/indicator|same column/.test(error.message))
    return `yaml: line ${lineAt(start) - 1}: did not find expected key`
  const [words = 'did not find expected key', lines = 0] = WORDS[error.code] ?? []
  return `yaml: line ${lineAt(start) + lines}: ${words}`
}
