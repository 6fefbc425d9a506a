import { umountCommand } from '../umount/umount.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const umountApplet: Applet = sharedApplet({
  tool: umountCommand,
  worst: 1,
  options: 'arlfdt',
  words: [
    [/^(.*): no mount point specified.$/s, "can't unmount $1: No such file or directory"],
    [/^(.*): not mounted.$/s, "can't unmount $1: Invalid argument"],
    [/^bad usage$/, null],
  ],
  usage: ` [-rlfda] [-t FSTYPE] FILESYSTEM|DIRECTORY

Unmount filesystems

	-a	Unmount all filesystems
	-r	Remount devices read-only if mount is busy
	-l	Lazy umount (detach filesystem)
	-f	Force umount (i.e., unreachable NFS server)
	-d	Free loop device if it has been used
	-t FSTYPE[,...]	Unmount only these filesystem type(s)`,
})
