import type { Process } from '../../../os/program.ts'

/** The user that images of servers have for them. */
const SERVICE_USER = 999

/** Gives up being root, as an image's entrypoint does with gosu. */
export function becomeUser({ procs }: Process): void {
  if (procs.uid() !== 0) return
  procs.setgid(SERVICE_USER)
  procs.setuid(SERVICE_USER)
}

/** Its line of /etc/passwd and of /etc/group. */
export function serviceUser(name: string): { readonly passwd: string; readonly group: string } {
  const home = `/var/lib/${name}`
  return {
    passwd: `${name}:x:${SERVICE_USER}:${SERVICE_USER}::${home}:/bin/sh\n`,
    group: `${name}:x:${SERVICE_USER}:\n`,
  }
}
