// The format of the recorded files: see record.mjs.
const LOOKS_LIKE_OTHER = /^(\\|#|\$ |> |\[\d+\]$)/

export function parse(text) {
  const steps = []
  let comments = []
  let step = null
  for (const line of text.replace(/\n$/, '').split('\n')) {
    if (line.startsWith('$ ')) {
      step = { command: line.slice(2), output: '', status: 0, comments, closed: false }
      comments = []
      steps.push(step)
    } else if (step && !step.closed && line.startsWith('\\')) step.output += `${line.slice(1)}\n`
    else if (step && step.output === '' && !step.closed && line.startsWith('> '))
      step.command += `\n${line.slice(2)}`
    else if (line.startsWith('#')) {
      comments.push(line)
      if (step) step.closed = true
    } else if (step && /^\[\d+\]$/.test(line)) {
      step.status = Number(line.slice(1, -1))
      step.closed = true
    } else if (step && line === '%') step.output = step.output.replace(/\n$/, '')
    else if (step) step.output += `${line}\n`
  }
  return steps
}

export function format(steps) {
  const out = []
  for (const { command, output, status, comments } of steps) {
    out.push(...comments)
    const [first, ...rest] = command.split('\n')
    out.push(`$ ${first}`, ...rest.map((line) => `> ${line}`))
    if (output !== '') {
      const lines = output.replace(/\n$/, '').split('\n')
      out.push(...lines.map((line) => (LOOKS_LIKE_OTHER.test(line) || line === '%' ? `\\${line}` : line)))
      // No newline at the end of the output.
      if (!output.endsWith('\n')) out.push('%')
    }
    if (status) out.push(`[${status}]`)
  }
  return `${out.join('\n')}\n`
}
