// CNI_ARGS: `KEY=VALUE;…`. (Ref: containernetworking/cni pkg/types/args.go)
import { goQuote } from './address.ts'
import type { CniCall } from './skel.ts'

/** The pairs whose keys are among `known`; others are refused, unless IgnoreUnknown is there. */
export function envArgs(cni: CniCall, known: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (cni.args === '') return found
  const unknown: string[] = []
  let ignoreUnknown = false
  for (const pair of cni.args.split(';')) {
    const [key = '', value, ...more] = pair.split('=')
    if (value === undefined || more.length > 0) return cni.fail(`ARGS: invalid pair ${goQuote(pair)}`)
    if (key === 'IgnoreUnknown') ignoreUnknown = readBool(cni, pair, value)
    else if (known.includes(key)) found.set(key, value)
    else unknown.push(pair)
  }
  if (!ignoreUnknown && unknown.length > 0) {
    return cni.fail(`ARGS: unknown args [${unknown.map(goQuote).join(' ')}]`)
  }
  return found
}

function readBool(cni: CniCall, pair: string, value: string): boolean {
  if (/^(?:1|true)$/i.test(value)) return true
  if (/^(?:0|false)$/i.test(value)) return false
  const why = `boolean unmarshal error: invalid input ${value}`
  return cni.fail(`ARGS: error parsing value of pair ${goQuote(pair)}: ${why}`)
}
