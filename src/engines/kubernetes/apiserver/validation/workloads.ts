// What makes pods. (Ref: pkg/apis/apps/validation/validation.go, pkg/apis/batch/validation/validation.go)
import { parseSchedule } from '../../api/schedule.ts'
import { matches } from '../../api/selector.ts'
import type {
  CronJob,
  DaemonSet,
  Deployment,
  Job,
  LabelSelector,
  PodTemplate,
  StatefulSet,
} from '../../api/types.ts'
import { forbidden, invalidValue, nonNegative, required, unsupported, type FieldError } from './fielderror.ts'
import { labelErrors, percent, qualifiedName, textErrors } from './names.ts'
import { podSpecErrors } from './pods.ts'
import { selectorErrors } from './selectors.ts'

const TEMPLATE = 'spec.template'
const CONCURRENCY = ['Allow', 'Forbid', 'Replace']
const MISMATCH = '`selector` does not match template `labels`'

function templateErrors({ metadata, spec }: PodTemplate, path: string = TEMPLATE): FieldError[] {
  const annotations = Object.keys(metadata.annotations ?? {})
  return [
    ...labelErrors(`${path}.labels`, metadata.labels),
    ...annotations.flatMap((key) => textErrors(`${path}.annotations`, key.toLowerCase(), qualifiedName)),
    ...podSpecErrors(spec, `${path}.spec`),
  ]
}

/** Pods of all but jobs run for ever. */
function lastingErrors(template: PodTemplate): FieldError[] {
  const { restartPolicy = 'Always' } = template.spec
  const path = `${TEMPLATE}.spec.restartPolicy`
  const lasting = restartPolicy === 'Always'
  return [...templateErrors(template), ...(lasting ? [] : [unsupported(path, restartPolicy, ['Always'])])]
}

/** The selector with the labels of the template that it must choose. `kind`: as the words name it. */
function selection(
  selector: LabelSelector | undefined,
  { metadata }: PodTemplate,
  kind: string,
): { readonly errors: readonly FieldError[]; readonly usable: boolean } {
  const path = 'spec.selector'
  if (!selector) {
    const error = invalidValue(`${TEMPLATE}.metadata.labels`, metadata.labels ?? null, MISMATCH)
    return { errors: [required(path), ...(kind === 'deployment' ? [] : [error])], usable: true }
  }
  const { matchLabels = {}, matchExpressions = [] } = selector
  const wrong = selectorErrors(path, selector)
  const errors = [...wrong]
  if (Object.keys(matchLabels).length + matchExpressions.length === 0)
    errors.push(invalidValue(path, selector, `empty selector is invalid for ${kind}`))
  if (wrong.length > 0) {
    errors.push(invalidValue(path, selector, 'invalid label selector'))
    return { errors, usable: false }
  }
  if (!matches(selector, metadata.labels))
    errors.push(invalidValue(`${TEMPLATE}.metadata.labels`, metadata.labels ?? null, MISMATCH))
  return { errors, usable: true }
}

export function deploymentErrors({ spec }: Deployment): FieldError[] {
  const { template, progressDeadlineSeconds = 600, minReadySeconds = 0 } = spec
  const chosen = selection(spec.selector as LabelSelector | undefined, template, 'deployment')
  const late = progressDeadlineSeconds <= minReadySeconds
  return [
    ...nonNegative('spec.replicas', spec.replicas),
    ...chosen.errors,
    ...(chosen.usable ? lastingErrors(template) : []),
    ...strategyErrors(spec.strategy ?? {}),
    ...nonNegative('spec.minReadySeconds', minReadySeconds),
    ...nonNegative('spec.revisionHistoryLimit', spec.revisionHistoryLimit),
    ...nonNegative('spec.progressDeadlineSeconds', progressDeadlineSeconds),
    ...(late
      ? [
          invalidValue(
            'spec.progressDeadlineSeconds',
            progressDeadlineSeconds,
            'must be greater than minReadySeconds',
          ),
        ]
      : []),
  ]
}

function strategyErrors({
  type = 'RollingUpdate',
  rollingUpdate,
}: NonNullable<Deployment['spec']['strategy']>): FieldError[] {
  const path = 'spec.strategy'
  if (type === 'Recreate') {
    return rollingUpdate
      ? [forbidden(`${path}.rollingUpdate`, "may not be specified when strategy `type` is 'Recreate'")]
      : []
  }
  if (type !== 'RollingUpdate') {
    const value = { Type: type, RollingUpdate: rollingUpdate ?? null }
    return [unsupported(path, value, ['Recreate', 'RollingUpdate'])]
  }
  const { maxSurge = '25%', maxUnavailable = '25%' } = rollingUpdate ?? {}
  const least = `${path}.rollingUpdate.maxUnavailable`
  const none = [maxSurge, maxUnavailable].every((amount) => Number.parseInt(String(amount), 10) === 0)
  const far = typeof maxUnavailable === 'string' && Number.parseInt(maxUnavailable, 10) > 100
  return [
    ...shareErrors(least, maxUnavailable),
    ...shareErrors(`${path}.rollingUpdate.maxSurge`, maxSurge),
    ...(none ? [invalidValue(least, maxUnavailable, 'may not be 0 when `maxSurge` is 0')] : []),
    ...(far ? [invalidValue(least, maxUnavailable, 'must not be greater than 100%')] : []),
  ]
}

function shareErrors(path: string, amount: string | number): FieldError[] {
  return typeof amount === 'number' ? nonNegative(path, amount) : textErrors(path, amount, percent)
}

export function replicaSetErrors({ spec }: { readonly spec: Deployment['spec'] }): FieldError[] {
  const chosen = selection(spec.selector as LabelSelector | undefined, spec.template, 'deployment')
  return [
    ...nonNegative('spec.replicas', spec.replicas),
    ...chosen.errors,
    ...(chosen.usable ? lastingErrors(spec.template) : []),
  ]
}

export function statefulSetErrors({ spec }: StatefulSet): FieldError[] {
  const { podManagementPolicy: policy = 'OrderedReady', template } = spec
  const path = 'spec.podManagementPolicy'
  const chosen = selection(spec.selector as LabelSelector | undefined, template, 'statefulset')
  return [
    ...(policy === 'OrderedReady' || policy === 'Parallel'
      ? []
      : [invalidValue(path, policy, "must be 'OrderedReady' or 'Parallel'")]),
    ...nonNegative('spec.replicas', spec.replicas),
    ...chosen.errors,
    ...(chosen.usable ? lastingErrors(template) : []),
  ]
}

export function daemonSetErrors({ spec }: DaemonSet): FieldError[] {
  const chosen = selection(spec.selector as LabelSelector | undefined, spec.template, 'daemonset')
  return [...chosen.errors, ...lastingErrors(spec.template)]
}

export function cronJobErrors({ spec }: CronJob): FieldError[] {
  const { schedule = '', concurrencyPolicy = 'Allow' } = spec
  const parsed = parseSchedule(schedule)
  return [
    ...(schedule === '' ? [required('spec.schedule')] : []),
    ...(schedule !== '' && typeof parsed === 'string'
      ? [invalidValue('spec.schedule', schedule, parsed)]
      : []),
    ...(CONCURRENCY.includes(concurrencyPolicy)
      ? []
      : [unsupported('spec.concurrencyPolicy', concurrencyPolicy, CONCURRENCY)]),
    ...jobErrors(spec.jobTemplate, 'spec.jobTemplate.spec'),
    ...nonNegative('spec.successfulJobsHistoryLimit', spec.successfulJobsHistoryLimit),
    ...nonNegative('spec.failedJobsHistoryLimit', spec.failedJobsHistoryLimit),
  ]
}

export function jobErrors({ spec }: { readonly spec: Job['spec'] }, at: string = 'spec'): FieldError[] {
  const { restartPolicy } = spec.template.spec
  const allowed = ['OnFailure', 'Never']
  const path = `${at}.template.spec.restartPolicy`
  return [
    ...(['parallelism', 'completions', 'backoffLimit'] as const).flatMap((key) => {
      return nonNegative(`${at}.${key}`, spec[key])
    }),
    ...templateErrors(spec.template, `${at}.template`),
    ...(restartPolicy === 'Always' || restartPolicy === undefined
      ? [required(path, 'valid values: "OnFailure", "Never"')]
      : allowed.includes(restartPolicy)
        ? []
        : [unsupported(path, restartPolicy, allowed)]),
  ]
}
