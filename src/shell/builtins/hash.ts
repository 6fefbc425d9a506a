import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions } from './builtin.ts'

export const hash: PlainBuiltin = builtin(
  'hash',
  '[-lr] [-p pathname] [-dt] [name ...]',
  'Remember or display program locations.',
  (shell, args) => {
    const options = parseOptions(args, 'lrdt', 'p')
    if (options.wrong !== null) return invalidOption(shell, hash, options.wrong)
    const { letters, values, rest } = options
    if (letters.has('r')) shell.hash.clear()
    let status = 0
    let out = ''
    for (const name of rest) {
      const known = shell.hash.get(name)
      if (letters.has('d') || letters.has('t')) {
        if (!known) {
          shell.report(`hash: ${name}: not found`)
          status = 1
        } else if (letters.has('d')) shell.hash.delete(name)
        else out += rest.length > 1 ? `${name}\t${known.path}\n` : `${known.path}\n`
        continue
      }
      const path = values.get('p') ?? (name.includes('/') ? null : shell.p.procs.find(name))
      if (name.includes('/')) continue
      if (path !== null) shell.hash.set(name, { path, hits: 0 })
      else {
        shell.report(`hash: ${name}: not found`)
        status = 1
      }
    }
    if (rest.length > 0 || letters.has('r')) return shell.emit('hash', out, status)
    if (shell.hash.size === 0) return shell.emit('hash', letters.has('l') ? '' : 'hash: hash table empty\n')
    if (letters.has('l'))
      for (const [name, { path }] of shell.hash) out += `builtin hash -p ${path} ${name}\n`
    else {
      out = 'hits\tcommand\n'
      for (const { path, hits } of shell.hash.values()) out += `${String(hits).padStart(4)}\t${path}\n`
    }
    return shell.emit('hash', out)
  },
)
