// Ingresses. (Ref: pkg/apis/networking/validation/validation.go:ValidateIngressSpec())
import { parseInet } from '../../../../wire/inet.ts'
import type { Ingress, IngressBackend, IngressPath } from '../../api/types.ts'
import { invalidValue, required, unsupported, type FieldError } from './fielderror.ts'
import { dnsLabel, hostName, portErrors, textErrors } from './names.ts'

const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix']

export function ingressErrors({ spec }: Ingress): FieldError[] {
  const { rules = [], defaultBackend, tls = [] } = spec
  const none = rules.length === 0 && !defaultBackend
  return [
    ...(none
      ? [invalidValue('spec', spec.rules ?? null, 'either `defaultBackend` or `rules` must be specified')]
      : []),
    ...(defaultBackend ? backendErrors(defaultBackend, 'spec.defaultBackend') : []),
    ...rules.flatMap(({ host = '', http }, i) => {
      const path = `spec.rules[${i}]`
      const paths = http?.paths ?? []
      return [
        ...hostErrors(host, `${path}.host`),
        ...(http && paths.length === 0 ? [required(`${path}.http.paths`)] : []),
        ...paths.flatMap((one, j) => pathErrors(one, `${path}.http.paths[${j}]`)),
      ]
    }),
    ...tls.flatMap(({ hosts = [] }, i) => {
      return hosts.flatMap((host, j) => textErrors(`spec.tls[${i}].hosts[${j}]`, host, hostName))
    }),
  ]
}

function hostErrors(host: string, path: string): FieldError[] {
  if (host === '') return []
  const words = 'must be a DNS name, not an IP address'
  return [
    ...(parseInet(host) === null ? [] : [invalidValue(path, host, words)]),
    ...textErrors(path, host, hostName),
  ]
}

function pathErrors({ path = '', pathType, backend }: IngressPath, field: string): FieldError[] {
  if (pathType === undefined) return [required(`${field}.pathType`, 'pathType must be specified')]
  const known = PATH_TYPES.includes(pathType)
  const relative = !path.startsWith('/') && !(pathType === 'ImplementationSpecific' && path === '')
  return [
    ...(known ? [] : [unsupported(`${field}.pathType`, pathType, PATH_TYPES)]),
    ...(known && relative ? [invalidValue(`${field}.path`, path, 'must be an absolute path')] : []),
    ...backendErrors(backend ?? {}, `${field}.backend`),
  ]
}

function backendErrors({ service, resource }: IngressBackend, path: string): FieldError[] {
  if (service && resource) return [invalidValue(path, '', 'cannot set both resource and service backends')]
  if (resource) return []
  if (!service) return [invalidValue(path, '', 'resource or service backend is required')]
  const { name = '', port = {} } = service
  const both = port.name !== undefined && port.number !== undefined
  const given = port.name ?? port.number
  const field = `${path}.service.port.${port.name === undefined ? 'number' : 'name'}`
  return [
    ...(name === ''
      ? [required(`${path}.service.name`)]
      : textErrors(`${path}.service.name`, name, dnsLabel)),
    ...(both ? [invalidValue(path, '', 'cannot set both port name & port number')] : []),
    ...(given === undefined ? [required(path, 'port name or number is required')] : []),
    ...(given !== undefined && !both ? portErrors(field, given) : []),
  ]
}
