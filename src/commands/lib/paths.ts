// Names of files, as text.

/** The last component, `/` of `///`, and nothing of nothing. */
export function baseName(path: string): string {
  const trimmed = path.replace(/\/+$/, '')
  if (trimmed === '') return path === '' ? '' : '/'
  return trimmed.slice(trimmed.lastIndexOf('/') + 1)
}

/** All but the last component: `.` when there is no slash. */
export function dirName(path: string): string {
  const trimmed = path.replace(/\/+$/, '')
  if (trimmed === '') return path === '' ? '.' : '/'
  const slash = trimmed.lastIndexOf('/')
  if (slash < 0) return '.'
  return trimmed.slice(0, slash).replace(/\/+$/, '') || '/'
}

/** `directory/name`, without doubling a slash. */
export function joinPath(directory: string, name: string): string {
  return directory.endsWith('/') ? `${directory}${name}` : `${directory}/${name}`
}
