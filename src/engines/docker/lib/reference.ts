// Names of images: `nginx`, `nginx:1.27`, `library/nginx`, `registry:5000/team/app@sha256:…`.
// Ref: distribution/reference reference.go, normalize.go

export interface Reference {
  /** With its registry: `docker.io/library/nginx`. */
  readonly name: string
  /** As people write it: `nginx`. */
  readonly familiar: string
  readonly tag: string | null
  readonly digest: string | null
}

const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*'
const PATH = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`)
const DOMAIN = /^(?:localhost|[^/]*[.:][^/]*|[^/]*[A-Z][^/]*)$/
const TAG = /^[\w][\w.-]{0,127}$/
const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-fA-F]{32,}$/

/** The words of what is wrong, or the reference. */
export function parseReference(text: string): Reference | string {
  if (text === '') return 'invalid reference format'
  if (/^[a-f0-9]{64}$/.test(text))
    return `invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`
  const slash = text.indexOf('/')
  const first = slash < 0 ? '' : text.slice(0, slash)
  const hasDomain = slash >= 0 && DOMAIN.test(first)
  const domain = hasDomain ? first : 'docker.io'
  let rest = hasDomain ? text.slice(slash + 1) : text
  let digest: string | null = null
  const at = rest.indexOf('@')
  if (at >= 0) {
    digest = rest.slice(at + 1)
    rest = rest.slice(0, at)
    if (!DIGEST.test(digest)) return 'invalid reference format'
  }
  let tag: string | null = null
  const colon = rest.indexOf(':')
  if (colon >= 0) {
    tag = rest.slice(colon + 1)
    rest = rest.slice(0, colon)
  }
  const official = domain === 'docker.io' || domain === 'index.docker.io'
  const path = official && !rest.includes('/') ? `library/${rest}` : rest
  if (path !== path.toLowerCase()) {
    return `invalid reference format: repository name (${path}) must be lowercase`
  }
  if (!PATH.test(rest) || (tag !== null && !TAG.test(tag))) return 'invalid reference format'
  const familiar = official ? path.replace(/^library\//, '') : `${domain}/${path}`
  return { name: `${official ? 'docker.io' : domain}/${path}`, familiar, tag, digest }
}

/** `nginx:latest`, `nginx@sha256:…`. */
export function familiarString({ familiar, tag, digest }: Reference): string {
  if (digest !== null) return `${familiar}@${digest}`
  return `${familiar}:${tag ?? 'latest'}`
}
