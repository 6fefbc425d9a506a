// Configurations of networks in a folder. (Ref: containernetworking/cni libcni/conf.go)
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { isObject } from './gojson.ts'
import { parseJson } from './json.ts'
import { goErrno } from './links.ts'

type Config = Readonly<Record<string, unknown>>

/** A network: its plugins in the order in which they are called. */
export interface NetworkList {
  readonly name: string
  readonly cniVersion: string
  readonly disableCheck: boolean
  readonly disableGC: boolean
  readonly plugins: readonly Config[]
  /** The file, for what is kept of a call. */
  readonly text: string
}

/** The network of that name: lists first, then single configurations; a message when there is none. */
export function loadNetwork(p: Process, folder: string, name: string): NetworkList | string {
  const lists = files(p, folder, ['.conflist'])
  if (typeof lists === 'string') return lists
  for (const path of lists) {
    const list = readList(p, path)
    if (typeof list === 'string' || list.name === name) return list
  }
  const singles = files(p, folder, ['.conf', '.json'])
  if (typeof singles === 'string') return singles
  const notFound = `no net configuration with name "${name}" in ${folder}`
  if (singles.length === 0) return lists.length > 0 ? notFound : `no net configurations found in ${folder}`
  for (const path of singles) {
    const list = readSingle(p, path)
    if (typeof list === 'string' || list.name === name) return list
  }
  return notFound
}

/** The network of a file, whichever form it has. */
export function readNetworkFile(p: Process, path: string): NetworkList | string {
  return path.endsWith('.conflist') ? readList(p, path) : readSingle(p, path)
}

function files(p: Process, folder: string, extensions: readonly string[]): readonly string[] | string {
  const names = p.fs.readdir(folder)
  // A folder that is not there holds none.
  if (isErrno(names)) return []
  return names
    .filter((name) => extensions.some((end) => name.endsWith(end)))
    .map((name) => `${folder}/${name}`)
}

function read(p: Process, path: string): { readonly config: Config; readonly text: string } | string {
  const text = p.fs.readText(path)
  if (isErrno(text)) return `error reading ${path}: open ${path}: ${goErrno(text)}`
  const parsed = parseJson(text)
  if ('error' in parsed) return `error parsing configuration: ${parsed.error}`
  return { config: isObject(parsed.value) ? parsed.value : {}, text }
}

function word(config: Config, key: string): string {
  const value = config[key]
  return typeof value === 'string' ? value : ''
}

function readSingle(p: Process, path: string): NetworkList | string {
  const found = read(p, path)
  if (typeof found === 'string') return found
  const { config, text } = found
  if (word(config, 'type') === '') return "error parsing configuration: missing 'type'"
  const [name, cniVersion] = [word(config, 'name'), word(config, 'cniVersion')]
  return { name, cniVersion, disableCheck: false, disableGC: false, plugins: [config], text }
}

function readList(p: Process, path: string): NetworkList | string {
  const found = read(p, path)
  if (typeof found === 'string') return found.replace('parsing configuration:', 'parsing configuration list:')
  const { config, text } = found
  const wrong = 'error parsing configuration list:'
  const name = word(config, 'name')
  if (name === '') return `${wrong} no name`
  const { plugins } = config
  if (plugins === undefined) return `${wrong} no 'plugins' key`
  if (!Array.isArray(plugins)) return `${wrong} invalid 'plugins' type ${typeof plugins}`
  if (plugins.length === 0) return `${wrong} no plugins in list`
  const own = plugins.filter(isObject)
  const untyped = own.findIndex((plugin) => word(plugin, 'type') === '')
  if (untyped >= 0)
    return `failed to parse plugin config ${untyped}: error parsing configuration: missing 'type'`
  const isSet = (key: string): boolean => config[key] === true || config[key] === 'true'
  return {
    name,
    cniVersion: word(config, 'cniVersion'),
    disableCheck: isSet('disableCheck'),
    disableGC: isSet('disableGC'),
    plugins: own,
    text,
  }
}
