import { danglingFilter, pruneSpec } from '../lib/prune.ts'

export const imagePruneSpec = pruneSpec({
  what: 'Images',
  short: 'Remove unused images',
  all: { name: 'all', short: 'a', type: 'bool', usage: 'Remove all unused images, not just dangling ones' },
  example: 'until=<timestamp>',
  warning: (flags) =>
    flags.bool('all')
      ? 'all images without at least one container associated to them'
      : 'all dangling images',
  filters: (flags) => [danglingFilter(flags)],
})
