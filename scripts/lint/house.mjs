// The linter's rules for what no rule of its own says: which room may import which, and a few forms the house does
// without. The table itself stands in oxlint.config.js.
import { posix, relative, sep } from 'node:path'

/**
 * @typedef {object} Layer one row of the table; a name stands for a folder of src/ and all below it
 * @property {readonly string[]} imports folders, or single files, of src/ it may import besides itself
 * @property {readonly string[]} packages packages it may import; `node:*` stands for all of Node's own, `*` for any
 *
 * @typedef {Record<string, Layer>} LayerTable
 */

const TEST = /\.test\.tsx?$|\/test(?:ing|bench)\.ts$|\/(?:testing|recorded)\//

/**
 * Why a file may not import another, or null when it may. Tests may import anything; nothing but a test may import one.
 * @param {LayerTable} table
 * @param {string} from path of the importing file below the project's folder, with slashes: `src/wire/arp.ts`
 * @param {string} specifier as written
 */
export function refusal(table, from, specifier) {
  const layer = layerOf(from)
  if (layer === null || TEST.test(from)) return null
  const row = table[layer]
  if (!row) return `src/${layer} has no row in the layer table (oxlint.config.js)`
  if (!specifier.startsWith('.')) return refusalOfPackage(row, layer, specifier)

  const path = specifier.replace(/\?.*$/, '')
  if (!/\.[a-z0-9]+$/.test(path)) return `write the file's extension: '${specifier}.ts'`
  const target = posix.join(posix.dirname(from), path)
  const below = layerOf(target)
  if (below === null) return `${target} lies outside src/, which stands on nothing but itself`
  if (TEST.test(target)) return `${target} is for tests only`
  if (below === layer) return null
  const inside = target.slice('src/'.length)
  if (row.imports.some((allowed) => inside === allowed || inside.startsWith(`${allowed}/`))) return null
  const allowed = row.imports.length > 0 ? `only ${row.imports.join(', ')}` : 'nothing'
  return `${layer} may not import ${inside} (types count): ${layer} imports ${allowed}`
}

/**
 * @param {Layer} row
 * @param {string} layer
 * @param {string} specifier
 */
function refusalOfPackage({ packages }, layer, specifier) {
  const name = specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : specifier.split('/')[0]
  if (packages.includes('*') && !specifier.startsWith('node:')) return null
  if (packages.includes(specifier.startsWith('node:') ? 'node:*' : name)) return null
  return `${layer} may not import the package ${name} (oxlint.config.js has the table)`
}

/** @param {string} path below the project's folder */
function layerOf(path) {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null
}

// `import`, `export … from`, `import()` and `import('…').Type` all make one file stand on another.
const layers = {
  meta: { schema: [{ type: 'object' }] },
  /** @param {any} context */
  create(context) {
    const [table] = context.options
    const from = relative(context.cwd, context.filename).split(sep).join('/')
    /** @param {any} node */
    const check = (node) => {
      const specifier = node.source?.value
      if (typeof specifier !== 'string') return
      const message = refusal(table, from, specifier)
      if (message) context.report({ node: node.source, message })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    }
  },
}

const noEnum = forbid('TSEnumDeclaration', 'no enums: an `as const` object, and a union type derived from it')
const noExportAll = forbid('ExportAllDeclaration', 'no `export *`: name what is exported')

const exportedFunction = {
  /** @param {any} context */
  create: (context) => ({
    /** @param {any} node */
    ExportNamedDeclaration(node) {
      for (const { init } of node.declaration?.declarations ?? []) {
        if (init?.type !== 'ArrowFunctionExpression' && init?.type !== 'FunctionExpression') continue
        context.report({
          node: init,
          message: 'an exported function is a declaration: `export function name(…)`',
        })
      }
    },
  }),
}

// Virtual time only: a promise resolves when the host pleases, not when the lab's clock says so.
const noAsync = {
  /** @param {any} context */
  create(context) {
    /** @param {any} node */
    const check = (node) => {
      if (!node.async) return
      context.report({
        node,
        message: 'nothing in the engine is async: a program is a generator that yields a Wait',
      })
    }
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check }
  },
}

/**
 * @param {string} type of the syntax node
 * @param {string} message
 */
function forbid(type, message) {
  return {
    /** @param {any} context */
    create: (context) => ({ [type]: (/** @type {any} */ node) => context.report({ node, message }) }),
  }
}

export default {
  meta: { name: 'house' },
  rules: {
    layers,
    'no-enum': noEnum,
    'no-export-all': noExportAll,
    'exported-function': exportedFunction,
    'no-async': noAsync,
  },
}
