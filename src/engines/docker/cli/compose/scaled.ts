// How many containers of a service are asked for on the command line.
import type { Project } from './model.ts'

/** What `up --scale SERVICE=NUM` says; the words of what is wrong. */
export function scaleOptions(options: readonly string[]): ReadonlyMap<string, number> | string {
  const counts = new Map<string, number>()
  for (const option of options) {
    const [name = '', count, ...more] = option.split('=')
    if (count === undefined || more.length > 0)
      return `invalid --scale option "${option}". Should be SERVICE=NUM`
    if (!/^[-+]?\d+$/.test(count)) return `strconv.Atoi: parsing "${count}": invalid syntax`
    counts.set(name, Number(count))
  }
  return counts
}

/** What `scale SERVICE=REPLICAS...` says; the words of what is wrong. */
export function scaleArguments(words: readonly string[]): ReadonlyMap<string, number> | string {
  const counts = new Map<string, number>()
  for (const word of words) {
    const at = word.indexOf('=')
    if (at < 0) return `invalid scale specifier: ${word}`
    const count = word.slice(at + 1)
    if (!/^[-+]?\d+$/.test(count)) return `invalid scale specifier: can't parse replica value as int: ${word}`
    counts.set(word.slice(0, at), Number(count))
  }
  return counts
}

/** The project with these counts instead of its file's. */
export function scaled(project: Project, counts: ReadonlyMap<string, number>): Project | string {
  for (const name of counts.keys()) {
    if (!project.services.some((service) => service.name === name)) return `no such service: ${name}`
  }
  const services = project.services.map((service) => {
    const scale = counts.get(service.name)
    return scale === undefined ? service : { ...service, scale }
  })
  return { ...project, services }
}
