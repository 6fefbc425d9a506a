// kubectl label and annotate. (Ref: kubectl/pkg/cmd/label, kubectl/pkg/cmd/annotate)
import type { Blocking } from '../../../os/program.ts'
import type { KubeObject, Labels } from '../api/meta.ts'
import { labelValue } from '../apiserver/validation/names.ts'
import { dryWords } from './dryrun.ts'
import type { Kubectl } from './context.ts'
import { refOf } from './output.ts'
import { fetch, readTargets } from './targets.ts'

export function* label(k: Kubectl): Blocking<number> {
  const labels = k.command === 'label'
  const what = labels ? 'labels' : 'annotations'
  if (k.operands.length === 0)
    return k.fail('one or more resources must be specified as <resource> <name> or <resource>/<name>')
  const pairs = k.operands.filter(isPair)
  const names = k.operands.filter((word) => !isPair(word))
  const set = pairs.filter((word) => !word.endsWith('-') || word.includes('='))
  if (pairs.length === 0 && !k.has('list'))
    return k.fail(`at least one ${labels ? 'label' : 'annotation'} update is required`)
  if (labels) checkValues(k, set)
  const both = set.some((word) => pairs.includes(`${keyOf(word)}-`))
  if (both)
    return k.fail(
      `can not both modify and remove ${labels ? 'a label' : 'an annotation'} in the same command`,
    )
  for (const target of readTargets(k, names)) {
    if (target.name === null && !k.has('all') && k.flag('selector') === null) {
      return k.fail('resource(s) were provided, but no name was specified')
    }
    for (const object of yield* fetch(k, target)) {
      const before = object.metadata[what] ?? {}
      const changed = change(k, before, pairs)
      if (k.has('list')) {
        const lines = Object.entries(changed).map(([key, value]) => `${key}=${value}\n`)
        k.out(lines.sort().join(''))
        continue
      }
      if (labels) {
        for (const pair of pairs) {
          const key = pair.slice(0, -1)
          if (!set.includes(pair) && !(key in before)) k.out(`label "${key}" not found.\n`)
        }
      }
      const whole = { ...object, metadata: { ...object.metadata, [what]: changed } }
      if (k.dryRun !== 'client') yield* k.must(k.api.replace<KubeObject>(whole, '', k.dryRun === 'server'))
      const same = JSON.stringify(changed) === JSON.stringify(before)
      const verb = !labels ? 'annotated' : same ? 'not labeled' : set.length === 0 ? 'unlabeled' : 'labeled'
      k.out(`${refOf(object)} ${verb}${dryWords(k)}\n`)
    }
  }
  return 0
}

function checkValues(k: Kubectl, pairs: readonly string[]): void {
  for (const pair of pairs) {
    const wrong = labelValue(pair.slice(pair.indexOf('=') + 1))
    if (wrong !== null) return k.fail(`invalid label value: "${pair}": ${wrong}`)
  }
}

/** Ref: cmd/util/helpers.go:GetResourcesAndPairs() */
function isPair(word: string): boolean {
  return word.indexOf('=') > 0 || (word.endsWith('-') && word !== '-')
}

function keyOf(pair: string): string {
  return pair.slice(0, pair.indexOf('='))
}

function change(k: Kubectl, before: Labels, pairs: readonly string[]): Labels {
  const labels = { ...before }
  for (const pair of pairs) {
    if (!pair.includes('=')) {
      delete labels[pair.slice(0, -1)]
      continue
    }
    const [key, value] = [keyOf(pair), pair.slice(pair.indexOf('=') + 1)]
    const old = labels[key]
    if (old !== undefined && old !== value && !k.has('overwrite')) {
      const words = `'${key}' already has a value (${old})`
      return k.fail(
        k.command === 'label'
          ? `${words}, and --overwrite is false`
          : `--overwrite is false but found the following declared annotation(s): ${words}`,
      )
    }
    labels[key] = value
  }
  return labels
}
