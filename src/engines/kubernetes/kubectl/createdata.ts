// kubectl create configmap and secret generic: words, files and folders as data. (Ref: kubectl/pkg/cmd/create)
import { encodeBase64 } from '../../../commands/lib/base64.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { encodeUtf8 } from '../../../wire/utf8.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Kubectl } from './context.ts'

/** What only --dry-run=client shows: members that are empty. */
export function dry(k: Kubectl, members: object): object {
  return k.dryRun === 'client' ? members : {}
}

export function configMap(k: Kubectl, name: string): KubeObject {
  const data = dataOf(k)
  const whole = Object.keys(data).length > 0 ? { data } : {}
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, ...whole }
}

export function secret(k: Kubectl, name: string): KubeObject {
  const pairs = Object.entries(dataOf(k)).map(([key, value]) => [key, encodeBase64(encodeUtf8(value))])
  const whole = pairs.length > 0 ? { data: Object.fromEntries(pairs) } : {}
  const type = k.flag('type')
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name },
    ...whole,
    ...(type === null ? {} : { type }),
  }
}

function dataOf(k: Kubectl): Record<string, string> {
  const data: Record<string, string> = {}
  const put = (key: string, value: string): void => {
    if (key in data)
      return k.fail(
        `cannot add key "${key}", another key by that name already exists in Data for ConfigMap "${k.operands.at(-1)}"`,
      )
    if (!/^[-._a-zA-Z0-9]+$/.test(key)) {
      return k.fail(
        `"${key}" is not a valid key name for a ConfigMap: a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')`,
      )
    }
    data[key] = value
  }
  for (const pair of k.all('from-literal')) {
    const at = pair.indexOf('=')
    if (at < 1) return k.fail(`invalid literal source ${pair}, expected key=value`)
    put(pair.slice(0, at), pair.slice(at + 1).replace(/^(["'])(.*)\1$/, '$2'))
  }
  for (const word of k.all('from-file')) {
    const at = word.indexOf('=')
    const path = word.slice(at + 1)
    for (const [key, file] of files(k, path)) put(at < 0 ? key : word.slice(0, at), read(k, file))
  }
  for (const path of k.all('from-env-file')) {
    for (const line of read(k, path).split('\n')) {
      const text = line.trim()
      if (text === '' || text.startsWith('#')) continue
      const at = text.indexOf('=')
      put(at < 0 ? text : text.slice(0, at), at < 0 ? (k.p.env.get(text) ?? '') : text.slice(at + 1))
    }
  }
  return data
}

/** A file by its own name, or those of a folder. */
function files(k: Kubectl, path: string): [string, string][] {
  const stat = k.p.fs.stat(path)
  if (isErrno(stat)) return k.fail(`error reading ${path}: ${stat.text.toLowerCase()}`)
  if (stat.kind !== 'dir') return [[path.slice(path.lastIndexOf('/') + 1), path]]
  const names = k.p.fs.readdir(path)
  if (isErrno(names)) return []
  const plain = names.filter((name) => {
    const inner = k.p.fs.stat(`${path}/${name}`)
    return !isErrno(inner) && inner.kind === 'file'
  })
  return plain.map((name) => [name, `${path}/${name}`])
}

function read(k: Kubectl, path: string): string {
  const text = k.p.fs.readText(path)
  return isErrno(text) ? k.fail(`error reading ${path}: ${text.text.toLowerCase()}`) : text
}
