// --network and what goes with it. Ref: docker/cli opts/network.go, cli/command/container/opts.go:parseNetworkOpts()
import type { EndpointSettings } from '../../libnetwork/types.ts'
import type { ParsedFlags } from '../lib/flags.ts'

export interface NetworkChoice {
  readonly mode: string
  readonly endpoints: Record<string, Partial<EndpointSettings>>
  /** Of the default bridge. */
  readonly links: readonly string[]
}

interface Attachment {
  readonly target: string
  aliases: string[]
  ip: string
  ip6: string
  mac: string
  linkLocal: readonly string[]
  links: string[]
  readonly driverOpts: Record<string, string>
  gwPriority: number
}

/** The words of what is wrong, or the choice. */
export function parseNetworks(flags: ParsedFlags): NetworkChoice | string {
  const attachments: Attachment[] = []
  for (const value of flags.list('network')) {
    const parsed = parseAttachment(value)
    if (typeof parsed === 'string') return parsed
    attachments.push(parsed)
  }
  if (attachments.length === 0) attachments.push(plain('default'))
  if (attachments.some(({ target }) => target === '')) return 'no name set for network'
  const [first] = attachments
  if (!first) return ''
  const wrong = applyContainerOptions(first, flags)
  if (wrong !== null) return wrong
  const user = attachments.some(({ target }) => isUserDefined(target))
  const other = attachments.some(({ target }) => !isUserDefined(target))
  if (user && other) {
    return 'conflicting options: cannot attach both user-defined and non-user-defined network-modes'
  }
  const endpoints: Record<string, Partial<EndpointSettings>> = {}
  for (const attachment of attachments) {
    const { target } = attachment
    if (target in endpoints) return `network "${target}" is specified multiple times`
    const settings = settingsOf(attachment)
    if (attachments.length === 1 && Object.keys(settings).length === 0) continue
    endpoints[target] = settings
  }
  const links = isUserDefined(first.target) ? [] : flags.list('link')
  return { mode: first.target, endpoints, links }
}

function plain(target: string): Attachment {
  return {
    target,
    aliases: [],
    ip: '',
    ip6: '',
    mac: '',
    linkLocal: [],
    links: [],
    driverOpts: {},
    gwPriority: 0,
  }
}

/** `name=NET,alias=A,ip=…` or just the name; the words of what is wrong. */
export function parseAttachment(value: string): Attachment | string {
  if (!/=/.test(value)) return plain(value)
  let target = ''
  const given: [string, string][] = []
  for (const field of csvFields(value)) {
    const at = field.indexOf('=')
    if (at <= 0) return `invalid field ${field}`
    const key = field.slice(0, at).trim().toLowerCase()
    const text = field.slice(at + 1).trim()
    if (key === 'name') target = text
    else given.push([key, text])
  }
  if (target === '') return 'network name/id is not specified'
  const attachment = plain(target)
  for (const [key, text] of given) {
    if (key === 'alias') attachment.aliases.push(text)
    else if (key === 'ip') attachment.ip = text
    else if (key === 'ip6') attachment.ip6 = text
    else if (key === 'mac-address') attachment.mac = text
    else if (key === 'link-local-ip') attachment.linkLocal = [...attachment.linkLocal, text]
    else if (key === 'gw-priority') attachment.gwPriority = Number(text)
    else if (key === 'driver-opt') {
      const at = text.indexOf('=')
      if (at < 0) return 'invalid key value pair format in driver options'
      attachment.driverOpts[text.slice(0, at).trim().toLowerCase()] = text
        .slice(at + 1)
        .trim()
        .toLowerCase()
    } else return `invalid field key ${key}`
  }
  return attachment
}

/** As encoding/csv reads a line: a field in quotes may hold commas. */
function csvFields(line: string): readonly string[] {
  const fields = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? []
  return fields.map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field))
}

/** The plain options are the first network's. */
function applyContainerOptions(first: Attachment, flags: ParsedFlags): string | null {
  const aliases = flags.list('network-alias')
  const own = (what: string) =>
    `conflicting options: cannot specify both --${what} and per-network ${what.replace('network-', '').replace('ip6', 'IPv6 address').replace(/^ip$/, 'IPv4 address')}`
  if (first.aliases.length > 0 && aliases.length > 0) return own('network-alias')
  if ((first.aliases.length > 0 || aliases.length > 0) && !isUserDefined(first.target)) {
    return 'network-scoped aliases are only supported for user-defined networks'
  }
  if (first.ip !== '' && flags.has('ip')) return own('ip')
  if (first.ip6 !== '' && flags.has('ip6')) return own('ip6')
  first.aliases = [...first.aliases, ...aliases]
  if (flags.has('ip')) first.ip = flags.string('ip')
  if (flags.has('ip6')) first.ip6 = flags.string('ip6')
  first.linkLocal = [...first.linkLocal, ...flags.list('link-local-ip')]
  if (flags.has('mac-address')) first.mac = flags.string('mac-address')
  if (isUserDefined(first.target)) first.links = [...flags.list('link')]
  if (first.mac !== '' && !/^(?:[0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}$/.test(first.mac)) {
    return `${first.mac} is not a valid mac address`
  }
  return null
}

function settingsOf({
  aliases,
  ip,
  ip6,
  mac,
  linkLocal,
  links,
  driverOpts,
  gwPriority,
}: Attachment): Partial<EndpointSettings> {
  return {
    ...(ip === '' && ip6 === '' && linkLocal.length === 0
      ? {}
      : {
          IPAMConfig: {
            ...(ip === '' ? {} : { IPv4Address: ip }),
            ...(ip6 === '' ? {} : { IPv6Address: ip6 }),
            ...(linkLocal.length > 0 ? { LinkLocalIPs: linkLocal } : {}),
          },
        }),
    ...(links.length > 0 ? { Links: links } : {}),
    ...(aliases.length > 0 ? { Aliases: aliases } : {}),
    ...(mac === '' ? {} : { MacAddress: mac }),
    ...(Object.keys(driverOpts).length > 0 ? { DriverOpts: driverOpts } : {}),
    ...(gwPriority === 0 ? {} : { GwPriority: gwPriority }),
  }
}

export function isUserDefined(mode: string): boolean {
  return !['default', 'bridge', 'host', 'none', ''].includes(mode) && !mode.startsWith('container:')
}
