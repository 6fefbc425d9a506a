// What keeps the first screen small.

/**
 * All that the page's first module needs goes into one file beside the worker: shared out among several it would be
 * packed worse, and take more round trips.
 * @param {string} entry the id of the first module
 * @returns {(id: string, context: { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }) => string | null}
 */
export function firstScreen(entry) {
  const needed = new Set([entry])
  return (id, context) => {
    // A set that grows while it is gone through is gone through to its end.
    if (needed.size === 1)
      for (const module of needed)
        for (const next of context.getModuleInfo(module)?.importedIds ?? []) needed.add(next)
    return needed.has(id) ? 'first' : null
  }
}

/**
 * The canvas moves by d3-zoom, whose transitions are of numbers; the colours that d3-transition could also go between
 * are left out.
 * @returns {import('vite').Plugin}
 */
export function colourless() {
  return {
    name: 'vethlab:colourless',
    enforce: 'pre',
    resolveId: (id) => (id === 'd3-color' ? '\0colourless' : null),
    load: (id) =>
      id === '\0colourless'
        ? ['color', 'rgb', 'hsl', 'lab', 'hcl', 'cubehelix']
            .map((n) => `export const ${n} = () => null`)
            .join('\n')
        : null,
  }
}
