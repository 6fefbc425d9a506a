import type { Applet } from './applet.ts'

export const syncApplet: Applet = {
  name: 'sync',
  usage: ` [-df] [FILE]...

Write all buffered blocks (in FILEs) to disk
	-d	Avoid syncing metadata
	-f	Sync filesystems underlying FILEs`,
  *run() {
    return 0
  },
}
