// Writing one setting.
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { Tool } from '../lib/runningTool.ts'
import { nameOfPath, type Setting } from './setting.ts'

interface WriteOptions {
  readonly dry: boolean
  readonly ignoreMissing: boolean
  readonly quiet: boolean
  /** The value without the name. */
  readonly bare: boolean
  readonly newline: boolean
}

/** Exit status. */
export function writeSetting(tool: Tool, setting: Setting, options: WriteOptions): number {
  const { p, out } = tool
  const { path, value, ignoreFailure } = setting
  const name = nameOfPath(path)
  const stat = p.fs.stat(path)
  if (isErrno(stat)) {
    const status = options.ignoreMissing ? 0 : missing(tool, path, stat)
    return ignoreFailure ? 0 : status
  }
  if (stat.kind === 'dir' || (stat.mode & 0o200) === 0) {
    tool.complain(`setting key "${name}": Invalid argument`)
    return 0
  }
  const error = options.dry ? null : p.fs.writeFile(path, `${value}\n`)
  if (error !== null) {
    tool.complain(`setting key "${name}"${ignoreFailure ? ', ignoring' : ''}: ${error.text}`)
    return ignoreFailure ? 0 : 1
  }
  if (!options.quiet) out.print(`${options.bare ? '' : `${name} = `}${value}${options.newline ? '\n' : ''}`)
  return 0
}

export function missing(tool: Tool, path: string, error: Errno): 1 {
  tool.complain(`cannot stat ${path}: ${error.text}`)
  return 1
}
