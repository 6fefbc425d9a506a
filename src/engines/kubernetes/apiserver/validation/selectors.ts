// Selectors of labels. (Ref: apimachinery/pkg/apis/meta/v1/validation/validation.go)
import type { LabelSelector } from '../../api/types.ts'
import { forbidden, invalidValue, required, type FieldError } from './fielderror.ts'
import { labelErrors, qualifiedName, textErrors } from './names.ts'

const OPERATORS = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist'])

export function selectorErrors(field: string, selector: LabelSelector): FieldError[] {
  const expressions = selector.matchExpressions ?? []
  return [
    ...labelErrors(`${field}.matchLabels`, selector.matchLabels),
    ...expressions.flatMap(({ key, operator, values = [] }, i) => {
      const path = `${field}.matchExpressions[${i}]`
      return [...operatorErrors(path, operator, values), ...textErrors(`${path}.key`, key, qualifiedName)]
    }),
  ]
}

function operatorErrors(path: string, operator: string, values: readonly string[]): FieldError[] {
  if (!OPERATORS.has(operator)) {
    return [invalidValue(`${path}.operator`, operator, 'not a valid selector operator')]
  }
  const listed = operator === 'In' || operator === 'NotIn'
  if (listed && values.length === 0) {
    return [required(`${path}.values`, "must be specified when `operator` is 'In' or 'NotIn'")]
  }
  if (!listed && values.length > 0) {
    return [forbidden(`${path}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")]
  }
  return []
}
