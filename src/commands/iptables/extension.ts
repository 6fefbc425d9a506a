// What a match or a target is to the programs: its options, how they become the kernel's data, and how that is shown.
// Each extension is one file of matches/ or targets/, and one line of its registry.
import type { NftFamily, XtRule } from '../../uapi/netfilter.ts'
import type { XtMatch } from '../../uapi/xt_match.ts'
import type { XtTarget } from '../../uapi/xt_target.ts'
import type { ExtensionOption, Given } from './option.ts'
import type { Xtables } from './xtables.ts'

/** What is known of the rule that an extension is part of while it is parsed. */
export interface RuleSoFar {
  readonly protocol: number
  readonly invertProtocol: boolean
}

/** Collects the options of one use of an extension. */
export interface ExtensionParser<Data> {
  option(given: Given, before: ReadonlySet<string>, rule: RuleSoFar): void
  /** The data, or a complaint: `given` holds what was said. */
  finish(given: ReadonlySet<string>, rule: RuleSoFar): Data
}

export interface ListContext {
  readonly x: Xtables
  readonly numeric: boolean
  readonly rule: XtRule
}

interface ExtensionSpec<All, Data extends All> {
  readonly name: string
  /** Both when absent. */
  readonly family?: NftFamily
  /** Names of the data it makes; the extension's own when absent. */
  readonly kinds?: readonly string[]
  readonly options: readonly ExtensionOption[]
  /** As `iptables -m NAME -h` ends; null: `NAME does not take any options`. */
  readonly help: string | ((ipv6: boolean) => string) | null
  readonly parse: (x: Xtables) => ExtensionParser<Data>
  /** What `-L` adds to the line of the rule. */
  readonly print: (data: Data, context: ListContext) => string
  /** What `-S` writes after `-m NAME` or `-j NAME`. */
  readonly save: (data: Data, context: ListContext) => string
  /** As nft writes it; null, or none: `xt match NAME`. */
  readonly translate?: (data: Data, context: ListContext) => string | null
}

interface Extension<All> {
  readonly name: string
  readonly family: NftFamily | null
  readonly kinds: readonly string[]
  readonly options: readonly ExtensionOption[]
  help(ipv6: boolean): string
  parse(x: Xtables): ExtensionParser<All>
  print(data: All, context: ListContext): string
  save(data: All, context: ListContext): string
  translate(data: All, context: ListContext): string | null
}

export interface MatchExtension extends Extension<XtMatch> {
  readonly type: 'match'
}

export interface TargetExtension extends Extension<XtTarget> {
  readonly type: 'target'
}

function define<All extends { readonly name: string }, Data extends All>(
  spec: ExtensionSpec<All, Data>,
): Extension<All> {
  const kinds = spec.kinds ?? [spec.name]
  const isOwn = (data: All): data is Data => kinds.includes(data.name)
  const own = (data: All): Data => {
    if (!isOwn(data)) throw new Error(`${spec.name} is given data of ${data.name}`)
    return data
  }
  const { help } = spec
  return {
    name: spec.name,
    family: spec.family ?? null,
    kinds,
    options: spec.options,
    help: (ipv6) => {
      if (help === null) return `${spec.name} does not take any options\n`
      return typeof help === 'string' ? help : help(ipv6)
    },
    parse: spec.parse,
    print: (data, context) => spec.print(own(data), context),
    save: (data, context) => spec.save(own(data), context),
    translate: (data, context) => spec.translate?.(own(data), context) ?? null,
  }
}

export function defineMatch<Data extends XtMatch>(spec: ExtensionSpec<XtMatch, Data>): MatchExtension {
  return { type: 'match', ...define(spec) }
}

export function defineTarget<Data extends XtTarget>(spec: ExtensionSpec<XtTarget, Data>): TargetExtension {
  return { type: 'target', ...define(spec) }
}
