// How many arguments a command takes, and its complaints. Ref: docker/cli cli/required.go
export type ArgsRule =
  | { readonly kind: 'none' }
  | { readonly kind: 'exact' | 'min' | 'max'; readonly count: number }
  | { readonly kind: 'range'; readonly min: number; readonly max: number }

export const NO_ARGS: ArgsRule = { kind: 'none' }

export function exactArgs(count: number): ArgsRule {
  return { kind: 'exact', count }
}

export function minArgs(count: number): ArgsRule {
  return { kind: 'min', count }
}

export function maxArgs(count: number): ArgsRule {
  return { kind: 'max', count }
}

export function rangeArgs(min: number, max: number): ArgsRule {
  return { kind: 'range', min, max }
}

/** The complaint, without what introduces it; null when their number is right. The last word differs, as Docker's do. */
export function checkArgs(rule: ArgsRule, path: string, usage: string, given: number): string | null {
  const wrong = (what: string, see: string) =>
    `'${path}' ${what}\n\nUsage:  ${usage}\n\n${see} '${path} --help' for more information`
  switch (rule.kind) {
    case 'none':
      return given === 0 ? null : wrong('accepts no arguments', 'Run')
    case 'exact':
      return given === rule.count ? null : wrong(`requires ${rule.count} ${plural(rule.count)}`, 'Run')
    case 'min':
      return given >= rule.count
        ? null
        : wrong(`requires at least ${rule.count} ${plural(rule.count)}`, 'See')
    case 'max':
      // The letter too many is Docker's.
      return given <= rule.count
        ? null
        : wrong(`requires at most ${rule.count} ${plural(rule.count)}`, 'SRun')
    case 'range': {
      if (given >= rule.min && given <= rule.max) return null
      return wrong(`requires at least ${rule.min} and at most ${rule.max} ${plural(rule.max)}`, 'Run')
    }
  }
}

/** The complaint of a command of a plugin, in cobra's own words. Ref: spf13/cobra args.go */
export function checkPluginArgs(rule: ArgsRule, path: string, given: readonly string[]): string | null {
  const { length } = given
  switch (rule.kind) {
    case 'none':
      return length === 0 ? null : `unknown command ${JSON.stringify(given[0])} for "${path}"`
    case 'exact':
      return length === rule.count ? null : `accepts ${rule.count} arg(s), received ${length}`
    case 'min':
      return length >= rule.count ? null : `requires at least ${rule.count} arg(s), only received ${length}`
    case 'max':
      return length <= rule.count ? null : `accepts at most ${rule.count} arg(s), received ${length}`
    case 'range':
      return length >= rule.min && length <= rule.max
        ? null
        : `accepts between ${rule.min} and ${rule.max} arg(s), received ${length}`
  }
}

function plural(count: number): string {
  return count === 1 ? 'argument' : 'arguments'
}
