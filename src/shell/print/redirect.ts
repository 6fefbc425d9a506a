import type { HereDoc, Redirection } from 'unbash'

/** `2> /dev/null`, `2>&1`, `<<X` */
export function printRedirect(node: Redirection): string {
  const given = node.descriptor
  const fd =
    given === undefined ? '' : given.type === 'FileDescriptor' ? String(given.value) : `{${given.name}}`
  if (node.type === 'HereDoc') return `${fd}${node.operator}${node.delimiter?.text ?? ''}`
  const target = node.target?.text ?? ''
  if (node.type === 'HereString') return `${fd}<<< ${target}`
  if (node.operator === '<&' || node.operator === '>&') {
    if (target === '-') return `${fd || (node.operator === '<&' ? '0' : '1')}>&-`
    if (/^\d+-?$/.test(target))
      return `${fd || (node.operator === '<&' ? '0' : '1')}${node.operator}${target}`
    return node.operator === '>&' && fd === '' ? `&> ${target}` : `${fd}${node.operator}${target}`
  }
  return `${node.operator === '<>' ? fd || '0' : fd}${node.operator} ${target}`
}

/** The body and its delimiter. */
export function documentText(node: HereDoc): string {
  const body = node.operator === '<<-' ? node.body.text.replace(/^\t+/gm, '') : node.body.text
  return `${body}${node.delimiter?.value ?? ''}\n`
}
