// Names of chains and targets, and numbers of rules, as they are allowed (Ref: iptables/xshared.c:parse_chain(),
// parse_target(), parse_rulenumber()).
import { parseUnsigned } from './numbers.ts'
import { findTarget, isAbsentTarget } from './targets/registry.ts'
import type { Xtables } from './xtables.ts'

/** XT_EXTENSION_MAXNAMELEN: a name is shorter. */
export const MAX_CHAIN_NAME = 29

export function parseRuleNumber(x: Xtables, word: string): number {
  return parseUnsigned(word, 0x7fffffff, 1) ?? x.problem(`Invalid rule number \`${word}'`)
}

export function checkTargetName(x: Xtables, name: string): string {
  if (name === '') x.problem('Invalid target name (too short)')
  if (name.length >= MAX_CHAIN_NAME) {
    x.problem(`Invalid target name \`${name}' (${MAX_CHAIN_NAME - 1} chars max)`)
  }
  if (/\s/.test(name)) x.problem(`Invalid target name \`${name}'`)
  return name
}

export function checkChainName(x: Xtables, name: string): void {
  if (name.length >= MAX_CHAIN_NAME) {
    x.problem(`chain name \`${name}' too long (must be under ${MAX_CHAIN_NAME} chars)`)
  }
  if (name.startsWith('-') || name.startsWith('!')) {
    x.problem(`chain name not allowed to start with \`${name.charAt(0)}'`)
  }
  // The standard target has the empty name.
  const taken = name === '' || findTarget(name, x.family) !== null || isAbsentTarget(name, x.family)
  if (taken) x.problem('chain name may not clash with target name')
  if (/\s/.test(name)) x.problem(`Invalid chain name \`${name}'`)
}
