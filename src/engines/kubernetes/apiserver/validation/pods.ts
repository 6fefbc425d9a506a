// Pods and templates of pods. (Ref: pkg/apis/core/validation/validation.go:ValidatePodSpec())
import type { PodSpec, Toleration, Volume } from '../../api/podtypes.ts'
import { containerErrors } from './containers.ts'
import { duplicate, forbidden, invalidValue, required, unsupported, type FieldError } from './fielderror.ts'
import { dnsLabel, dnsSubdomain, labelErrors, labelValue, qualifiedName, textErrors } from './names.ts'

/** Members of a pod's specification that would change what it does, and do not here. */
const UNSUPPORTED = [
  'affinity',
  'topologySpreadConstraints',
  'ephemeralContainers',
  'hostPID',
  'hostIPC',
  'shareProcessNamespace',
  'runtimeClassName',
  'activeDeadlineSeconds',
]
const VOLUMES = new Set(['name', 'emptyDir', 'hostPath', 'configMap', 'secret', 'projected'])
const HOST_PATHS = [
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
]
const RESTART_POLICIES = ['Always', 'OnFailure', 'Never']
const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None']
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

export function podSpecErrors(spec: PodSpec, path: string): FieldError[] {
  const refused = UNSUPPORTED.filter((key) => spec[key] !== undefined)
  if (refused.length > 0)
    return refused.map((key) => ({ field: `${path}.${key}`, body: 'it is not supported in vethlab' }))
  const { restartPolicy = 'Always', dnsPolicy = 'ClusterFirst', hostNetwork = false } = spec
  const volumes = new Set((spec.volumes ?? []).map(({ name }) => name))
  const names = (spec.containers ?? []).map(({ name }) => name)
  const serviceAccount = String(spec['serviceAccountName'] ?? 'default')
  return [
    ...(spec.volumes ?? []).flatMap((volume, i, all) => {
      const again = all.slice(0, i).some(({ name }) => name === volume.name)
      return volumeErrors(volume, again, `${path}.volumes[${i}]`)
    }),
    ...containerErrors(spec.containers ?? [], `${path}.containers`, { volumes, hostNetwork, others: [] }),
    ...(spec.initContainers
      ? containerErrors(spec.initContainers, `${path}.initContainers`, {
          volumes,
          hostNetwork,
          others: names,
        })
      : []),
    ...(RESTART_POLICIES.includes(restartPolicy)
      ? []
      : [unsupported(`${path}.restartPolicy`, restartPolicy, RESTART_POLICIES)]),
    ...(DNS_POLICIES.includes(dnsPolicy) ? [] : [unsupported(`${path}.dnsPolicy`, dnsPolicy, DNS_POLICIES)]),
    ...labelErrors(`${path}.nodeSelector`, spec.nodeSelector),
    ...textErrors(`${path}.serviceAccountName`, serviceAccount, dnsSubdomain),
    ...(spec.nodeName ? textErrors(`${path}.nodeName`, spec.nodeName, dnsSubdomain) : []),
    ...(spec.hostname ? textErrors(`${path}.hostname`, spec.hostname, dnsLabel) : []),
    ...(spec.subdomain ? textErrors(`${path}.subdomain`, spec.subdomain, dnsLabel) : []),
    ...(spec.tolerations ?? []).flatMap((one, i) => tolerationErrors(one, `${path}.tolerations[${i}]`)),
  ]
}

function volumeErrors(volume: Volume, again: boolean, path: string): FieldError[] {
  const { name = '', emptyDir, hostPath, configMap, secret, projected } = volume
  const kinds = Object.entries({ emptyDir, hostPath, secret, configMap, projected }).flatMap(
    ([kind, value]) => {
      return value === undefined ? [] : [kind]
    },
  )
  const other = Object.keys(volume).find((key) => !VOLUMES.has(key))
  if (other !== undefined) {
    const body = 'volumes of this kind are not supported in vethlab'
    return [{ field: `${path}.${other}`, body }]
  }
  const type = hostPath?.type ?? ''
  return [
    ...(kinds.length === 0 ? [required(path, 'must specify a volume type')] : []),
    ...kinds.slice(1).map((kind) => forbidden(`${path}.${kind}`, 'may not specify more than 1 volume type')),
    ...(hostPath && (hostPath.path ?? '') === '' ? [required(`${path}.hostPath.path`)] : []),
    ...(type === '' || HOST_PATHS.includes(type)
      ? []
      : [unsupported(`${path}.hostPath.type`, type, HOST_PATHS)]),
    ...(configMap && (configMap.name ?? '') === '' ? [required(`${path}.configMap.name`)] : []),
    ...(secret && (secret.secretName ?? '') === '' ? [required(`${path}.secret.secretName`)] : []),
    ...(name === '' ? [required(`${path}.name`)] : textErrors(`${path}.name`, name, dnsLabel)),
    ...(again ? [duplicate(`${path}.name`, name)] : []),
  ]
}

/** Ref: ValidateTolerations() */
function tolerationErrors(toleration: Toleration, path: string): FieldError[] {
  const { key = '', operator = '', value = '', effect = '', tolerationSeconds } = toleration
  return [
    ...(key === '' ? [] : textErrors(`${path}.key`, key, qualifiedName)),
    ...(key === '' && operator !== 'Exists'
      ? [
          invalidValue(
            `${path}.operator`,
            operator,
            'operator must be Exists when `key` is empty, which means "match all values and all keys"',
          ),
        ]
      : []),
    ...(tolerationSeconds !== undefined && effect !== 'NoExecute'
      ? [invalidValue(`${path}.effect`, effect, "effect must be 'NoExecute' when `tolerationSeconds` is set")]
      : []),
    ...operatorErrors(toleration, operator, value, `${path}.operator`),
    ...(effect === '' || EFFECTS.includes(effect) ? [] : [unsupported(`${path}.effect`, effect, EFFECTS)]),
  ]
}

function operatorErrors(toleration: Toleration, operator: string, value: string, path: string): FieldError[] {
  switch (operator) {
    case '':
    case 'Equal':
      return textErrors(path, value, labelValue)
    case 'Exists':
      return value === ''
        ? []
        : [invalidValue(path, toleration, "value must be empty when `operator` is 'Exists'")]
    default:
      return [unsupported(path, operator, ['Equal', 'Exists'])]
  }
}
