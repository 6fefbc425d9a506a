// `-p` of services. Ref: docker/cli opts/swarmopts/port.go
import type { ServicePort } from '../../api/service.ts'

/** `8080:80/udp`, or `mode=host,target=80,published=8080,protocol=tcp`; or what is wrong. */
export function portOf(text: string): ServicePort | string {
  if (!text.includes('=')) {
    const [, published, target = '', protocol = 'tcp'] =
      /^(?:(\d+):)?(\d+)(?:\/(tcp|udp|sctp))?$/.exec(text) ?? []
    if (target === '') return `invalid containerPort: ${text}`
    return {
      Protocol: protocol,
      TargetPort: Number(target),
      ...(published === undefined ? {} : { PublishedPort: Number(published) }),
      PublishMode: 'ingress',
    }
  }
  const fields = new Map(text.split(',').map((pair) => pair.split('=') as [string, string]))
  const target = Number(fields.get('target') ?? fields.get('dst') ?? 0)
  if (!(target > 0)) return 'missing mandatory field "target"'
  const published = fields.get('published')
  return {
    Protocol: fields.get('protocol') ?? 'tcp',
    TargetPort: target,
    ...(published === undefined ? {} : { PublishedPort: Number(published) }),
    PublishMode: fields.get('mode') ?? 'ingress',
  }
}

/** Of a flag's value. */
export function checkPort(text: string): string | null {
  const port = portOf(text)
  if (typeof port !== 'string') return null
  return text.includes('=') ? port : `I${port.slice(1)}`
}
