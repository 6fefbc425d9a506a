// Names that mean nothing, found before anything runs. Ref: jq src/compile.c:block_bind_library()
import { patternVars, type Node, type Pattern } from './ast.ts'

export interface Unknown {
  readonly what: string
  readonly at: number
}

/** What is known where a filter stands: `name/N` of functions, `$name` of variables, `*name` of labels. */
type Known = ReadonlySet<string>

function also(known: Known, names: readonly string[]): Known {
  return new Set([...known, ...names])
}

/** The first name that is not known; null when all are. */
export function findUnknown(node: Node, known: Known): Unknown | null {
  const all = (...nodes: readonly (Node | null)[]): Unknown | null => {
    for (const one of nodes) {
      const unknown = one && findUnknown(one, known)
      if (unknown) return unknown
    }
    return null
  }
  switch (node.kind) {
    case 'identity':
    case 'literal':
    case 'format':
      return null
    case 'index':
      return all(node.target, node.key)
    case 'slice':
      return all(node.target, node.from, node.to)
    case 'iterate':
      return all(node.target)
    case 'string':
      return all(...node.parts.map((part) => (typeof part === 'string' ? null : part)))
    case 'array':
    case 'negate':
      return all(node.body)
    case 'object':
      return all(...node.entries.flatMap(({ key, value }) => [key, value]))
    case 'if':
      return all(node.condition, node.yes, node.no)
    case 'try':
      return all(node.body, node.handler)
    case 'reduce':
    case 'foreach': {
      const inner = also(known, vars(node.pattern))
      return (
        all(node.source, node.init) ??
        findUnknown(node.update, inner) ??
        (node.extract && findUnknown(node.extract, inner))
      )
    }
    case 'define': {
      const { name, params, body } = node.definition
      const own = also(known, [`${name}/${params.length}`])
      const given = params.flatMap((p) => (p.startsWith('$') ? [p, `${p.slice(1)}/0`] : [`${p}/0`]))
      return findUnknown(body, also(own, given)) ?? findUnknown(node.rest, own)
    }
    case 'call': {
      const key = `${node.name}/${node.args.length}`
      return known.has(key) ? all(...node.args) : { what: key, at: node.at }
    }
    case 'var':
      return known.has(`$${node.name}`) ? null : { what: `$${node.name}`, at: node.at }
    case 'bind':
      return all(node.source) ?? findUnknown(node.body, also(known, vars(node.pattern)))
    case 'label':
      return findUnknown(node.body, also(known, [`*${node.name}`]))
    case 'break':
      return known.has(`*${node.name}`) ? null : { what: `$*label-${node.name}`, at: node.at }
    default:
      return all(node.left, node.right)
  }
}

function vars(pattern: Pattern): string[] {
  return patternVars(pattern).map((name) => `$${name}`)
}
