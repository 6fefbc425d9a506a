import { pruneSpec } from '../lib/prune.ts'

export const containerPruneSpec = pruneSpec({
  what: 'Containers',
  short: 'Remove all stopped containers',
  example: 'until=<timestamp>',
  warning: () => 'all stopped containers',
})
