// Texts as Python writes them.

/** repr() of a string that holds ISO-8859-1. */
export function repr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let out = ''
  for (const c of text) {
    const code = c.charCodeAt(0)
    if (c === '\\' || c === quote) out += `\\${c}`
    else if (c === '\n') out += '\\n'
    else if (c === '\r') out += '\\r'
    else if (c === '\t') out += '\\t'
    else if (code < 32 || (code >= 127 && code < 161) || code === 173) out += hex(code)
    else out += c
  }
  return `${quote}${out}${quote}`
}

function hex(code: number): string {
  return `\\x${code.toString(16).padStart(2, '0')}`
}

/** Control characters and backslashes cannot be hidden in a log. Ref: http/server.py:log_message() */
export function logged(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\\]/g, (c) => (c === '\\' ? '\\\\' : hex(c.charCodeAt(0))))
}

/** html.escape() without quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
