// vethlab export: a lab in another form.
import { EXPORT_FORMS, exportLab } from '../lab/export/exports.ts'
import { fullLab } from '../lab/full.ts'
import { readText } from './files.ts'
import { fail, misuse, type Verb } from './verb.ts'

export const exportVerb: Verb = {
  name: 'export',
  form: 'FORM FILE',
  summary: `print the lab of a text as ${EXPORT_FORMS.join(', ')}`,
  run(args, output) {
    const [name, file, ...rest] = args
    if (name === undefined || file === undefined || rest.length > 0) return misuse(output, exportVerb)
    const form = EXPORT_FORMS.find((one) => one === name)
    if (!form) return fail(output, `there is no form ${name}; there are ${EXPORT_FORMS.join(', ')}`)
    const read = readText(file)
    if ('error' in read) return fail(output, read.error)
    output.out(exportLab(form, read.text, { link: null, fresh: fullLab }).data)
    return 0
  },
}
