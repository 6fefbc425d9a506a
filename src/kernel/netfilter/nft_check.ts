// What a rule is refused for: an extension that is not there, or not for this table, hook or protocol; a jump that
// leads nowhere, in circles or too deep. Ref: net/netfilter/x_tables.c:xt_check_match(), nf_tables_api.c:nft_chain_validate()
import { EINVAL, EMLINK, ENOENT, EOPNOTSUPP } from '../../uapi/errno.ts'
import type { XtRule } from '../../uapi/netfilter.ts'
import { refuse, type Refusal } from '../core/net.ts'
import { xtFindMatch } from './matches/registry.ts'
import type { Chain, Table } from './nf_tables.ts'
import { ruleContext } from './nft_code.ts'
import { xtFindTarget } from './targets/registry.ts'
import type { XtContext, XtMatchExtension, XtTargetExtension } from './x_tables.ts'

/** Chains that a packet can be in at once. Ref: NFT_JUMP_STACK_SIZE */
const DEEPEST = 16

/** Where the rule stands, as far as that is known when it is added. */
export function checkRule(chain: Chain, rule: XtRule): Refusal | null {
  const context = ruleContext(chain, rule)
  for (const match of rule.matches) {
    const extension = xtFindMatch(match.name)
    const refused = checkLimits(extension, context) ?? extension?.check?.(match, context)
    if (refused) return refused
  }
  const { target } = rule
  switch (target.name) {
    case 'none':
    case 'ACCEPT':
    case 'DROP':
    case 'RETURN':
      return null
    case 'jump': {
      const to = chain.table.byName.get(target.chain)
      if (!to) return refuse(ENOENT)
      return to.base ? refuse(EOPNOTSUPP) : null
    }
  }
  const extension = xtFindTarget(target.name)
  return checkLimits(extension, context) ?? extension?.check?.(target, context) ?? null
}

type Extension = XtMatchExtension | XtTargetExtension

function checkLimits(extension: Extension | null, context: XtContext): Refusal | null {
  if (!extension) return refuse(ENOENT)
  const { families, tables, hooks, protocol } = extension
  if (families && !families.includes(context.family)) return refuse(ENOENT)
  if (tables && !tables.includes(context.table)) return refuse(EINVAL)
  if (hooks && context.hook && !hooks.includes(context.hook)) return refuse(EINVAL)
  const wanted = context.rule.protocol
  if (protocol !== undefined && (wanted?.number !== protocol || wanted.invert)) return refuse(EINVAL)
  return null
}

/** Lets go of what the rule's extensions hold. */
export function destroyRule(chain: Chain, rule: XtRule): void {
  const context = ruleContext(chain, rule)
  for (const match of rule.matches) xtFindMatch(match.name)?.destroy?.(match, context)
  const { target } = rule
  if (target.name !== 'jump') xtFindTarget(target.name)?.destroy?.(target, context)
}

/** What can be reached from every base chain of the table. Ref: nft_table_validate() */
export function validateTable(table: Table): Refusal | null {
  for (const chain of table.byName.values()) {
    if (!chain.base) continue
    const refused = validateChain(chain, chain, 0, new Map())
    if (refused) return refused
  }
  return null
}

/** `seen`: how deep a chain was when it was last found in order. */
function validateChain(base: Chain, chain: Chain, level: number, seen: Map<Chain, number>): Refusal | null {
  if (level === DEEPEST) return refuse(EMLINK)
  if (level <= (seen.get(chain) ?? -1)) return null
  for (const { rule, limited } of chain.rules) {
    if (!limited) continue
    const refused = chain === base ? null : validateRule(base, rule)
    if (refused) return refused
    if (rule.target.name !== 'jump') continue
    const to = chain.table.byName.get(rule.target.chain)
    const deeper = to && validateChain(base, to, level + 1, seen)
    if (deeper) return deeper
  }
  seen.set(chain, level)
  return null
}

/** A rule of a user's chain that packets of this base chain come to. Ref: nft_match_validate(), nft_target_validate() */
function validateRule(base: Chain, rule: XtRule): Refusal | null {
  const hook = base.base?.hook
  const extensions: (Extension | null)[] = rule.matches.map(({ name }) => xtFindMatch(name))
  if (rule.target.name !== 'jump') extensions.push(xtFindTarget(rule.target.name))
  for (const extension of extensions) {
    if (hook && extension?.hooks && !extension.hooks.includes(hook)) return refuse(EINVAL)
  }
  return null
}

/** Whether it depends on the way to a rule if the rule may stand there: it jumps, or an extension is for some hooks. */
export function isLimited(rule: XtRule): boolean {
  const { target } = rule
  if (target.name === 'jump' || xtFindTarget(target.name)?.hooks) return true
  return rule.matches.some(({ name }) => xtFindMatch(name)?.hooks !== undefined)
}
