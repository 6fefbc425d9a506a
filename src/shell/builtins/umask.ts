import { builtin, notSupported } from './builtin.ts'

export const umask = builtin('umask', '[-p] [-S] [mode]', 'Display or set file mode mask.', (shell, args) => {
  const [first] = args
  if (first === undefined) return shell.emit('umask', '0022\n')
  if (first === '-S') return shell.emit('umask', 'u=rwx,g=rx,o=rx\n')
  if (first === '-p') return shell.emit('umask', 'umask 0022\n')
  return /^0*22$/.test(first) ? 0 : notSupported(shell, 'umask', `mode ${first}`)
})
