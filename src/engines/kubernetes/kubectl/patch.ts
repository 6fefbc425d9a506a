// kubectl patch. (Ref: kubectl/pkg/cmd/patch)
import type { Blocking } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { PatchType } from '../api/client.ts'
import type { KubeObject } from '../api/meta.ts'
import { dryWords } from './dryrun.ts'
import { readYaml, type Kubectl } from './context.ts'
import { toYaml } from './goyaml.ts'
import { refOf, toJson } from './output.ts'
import { fetch, readTargets } from './targets.ts'
import { yamlError } from './yamlerror.ts'

const TYPES: readonly string[] = ['json', 'merge', 'strategic'] satisfies PatchType[]

export function* patch(k: Kubectl): Blocking<number> {
  const file = k.flag('patch-file')
  const read = file === null ? null : k.p.fs.readText(file)
  if (read !== null && isErrno(read))
    return k.fail(`unable to read patch file: open ${file}: ${read.text.toLowerCase()}`)
  const text = read ?? k.flag('patch')
  if (text === null)
    return k.fail('must specify --patch or --patch-file containing the contents of the patch')
  const type = (k.flag('type') ?? 'strategic').toLowerCase()
  if (!TYPES.includes(type)) return k.fail(`--type must be one of [json merge strategic], not "${type}"`)
  const body = toRequest(k, text)
  const [target] = readTargets(k)
  if (!target || target.name === null) return k.fail('resource(s) were provided, but no name was specified')
  for (const object of yield* fetch(k, target)) {
    const done = yield* k.must(
      k.api.patchText<KubeObject>(object, body, type as PatchType, k.dryRun !== null),
    )
    const output = k.flag('output')
    if (output === 'yaml') k.out(toYaml(done))
    else if (output === 'json') k.out(toJson(done))
    else if (output === 'name') k.out(`${refOf(done)}\n`)
    else {
      const same =
        done.metadata.generation === object.metadata.generation &&
        JSON.stringify(withoutVersion(done)) === JSON.stringify(withoutVersion(object))
      k.out(`${refOf(object)} patched${dryWords(k)}${same ? ' (no change)' : ''}\n`)
    }
  }
  return 0
}

/** What looks like JSON is the server's to read; YAML becomes JSON here. */
function toRequest(k: Kubectl, text: string): string {
  if (/^\s*\{/.test(text)) return text
  const value = readYaml(text)
  return value instanceof Error
    ? k.fail(`unable to parse "${text}": ${yamlError(value, text)}`)
    : JSON.stringify(value)
}

function withoutVersion({ metadata: { resourceVersion: _, ...metadata }, ...object }: KubeObject): object {
  return { ...object, metadata }
}
