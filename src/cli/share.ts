// vethlab share and vethlab open: a lab as the fragment of a link, and back.
import { decodeLink, encodeLink } from '../lab/link.ts'
import { formatText, withoutOutput } from '../lab/text.ts'
import { readText } from './files.ts'
import { fail, misuse, type Verb } from './verb.ts'

export const shareVerb: Verb = {
  name: 'share',
  form: 'FILE',
  summary: 'print the fragment of a link that holds the lab of a text',
  run(args, output) {
    const [file, ...rest] = args
    if (file === undefined || rest.length > 0) return misuse(output, shareVerb)
    const read = readText(file)
    if ('error' in read) return fail(output, read.error)
    output.out(encodeLink(formatText(withoutOutput(read.text))) + '\n')
    return 0
  },
}

export const openVerb: Verb = {
  name: 'open',
  form: 'FRAGMENT',
  summary: 'print the text that a fragment, or a whole link, holds',
  run(args, output) {
    const [link, ...rest] = args
    if (link === undefined || rest.length > 0) return misuse(output, openVerb)
    const decoded = decodeLink(link.slice(Math.max(0, link.indexOf('#'))))
    if ('error' in decoded) return fail(output, decoded.error)
    output.out(decoded.text)
    return 0
  },
}
