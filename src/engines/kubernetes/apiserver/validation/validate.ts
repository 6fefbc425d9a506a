// What the API server has against an object whose defaults are filled in. (Ref: k8s.io/kubernetes pkg/apis/*/validation)
import type { KubeObject, ObjectMeta } from '../../api/meta.ts'
import type { Pod } from '../../api/podtypes.ts'
import type { Resource } from '../../api/resources.ts'
import { invalid, type ApiStatus } from '../../api/status.ts'
import type {
  ConfigMap,
  CronJob,
  DaemonSet,
  Deployment,
  Ingress,
  Job,
  NetworkPolicy,
  Secret,
  Service,
  StatefulSet,
} from '../../api/types.ts'
import { required, type FieldError } from './fielderror.ts'
import { configKey, dnsLabel, dnsSubdomain, labelErrors, qualifiedName, textErrors } from './names.ts'
import { ingressErrors } from './ingresses.ts'
import { podSpecErrors } from './pods.ts'
import { policyErrors } from './policies.ts'
import { serviceErrors } from './services.ts'
import {
  cronJobErrors,
  daemonSetErrors,
  deploymentErrors,
  jobErrors,
  replicaSetErrors,
  statefulSetErrors,
} from './workloads.ts'

/** null when there is nothing to be said against it. */
export function validate(resource: Resource, object: KubeObject): ApiStatus | null {
  const errors = [...metaErrors(object.kind, object.metadata), ...ownErrors(object)]
  return errors.length === 0 ? null : invalid(resource, object.metadata.name, errors)
}

/** Ref: apimachinery/pkg/api/validation/objectmeta.go:ValidateObjectMeta() */
function metaErrors(kind: string, { name, labels, annotations }: ObjectMeta): FieldError[] {
  const label = kind === 'Namespace' || kind === 'Service'
  return [
    ...(name === ''
      ? [required('metadata.name', 'name or generateName is required')]
      : textErrors('metadata.name', name, label ? dnsLabel : dnsSubdomain)),
    ...labelErrors('metadata.labels', labels),
    ...Object.keys(annotations ?? {}).flatMap((key) => {
      return textErrors('metadata.annotations', key.toLowerCase(), qualifiedName)
    }),
  ]
}

function ownErrors(object: KubeObject): FieldError[] {
  switch (object.kind) {
    case 'Pod':
      return podSpecErrors((object as Pod).spec, 'spec')
    case 'Deployment':
      return deploymentErrors(object as Deployment)
    case 'ReplicaSet':
      return replicaSetErrors(object as Deployment)
    case 'DaemonSet':
      return daemonSetErrors(object as DaemonSet)
    case 'StatefulSet':
      return statefulSetErrors(object as StatefulSet)
    case 'Job':
      return jobErrors(object as Job)
    case 'CronJob':
      return cronJobErrors(object as CronJob)
    case 'Ingress':
      return ingressErrors(object as Ingress)
    case 'Service':
      return serviceErrors(object as Service)
    case 'NetworkPolicy':
      return policyErrors(object as NetworkPolicy)
    case 'ConfigMap':
    case 'Secret': {
      const keys = Object.keys((object as ConfigMap | Secret).data ?? {})
      return keys.flatMap((key) => textErrors(`data[${key}]`, key, configKey))
    }
    default:
      return []
  }
}
