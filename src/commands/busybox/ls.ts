import { lsCommand } from '../ls/ls.ts'
import type { Applet } from './applet.ts'
import { sharedApplet } from './shared.ts'

export const lsApplet: Applet = sharedApplet({
  tool: lsCommand,
  worst: 1,
  options: '1AaCxdLHRFplinshrSXvctuwT --full-time --group-directories-first --color',
  words: [
    [/^cannot access '(.*)': (.*)$/s, '$1: $2'],
    [/^cannot open directory '(.*)': (.*)$/s, "can't open '$1': $2"],
  ],
  usage: ` [-1AaCxdLHRFplinshrSXvctu] [-w WIDTH] [FILE]...

List directory contents

	-1	One column output
	-a	Include names starting with .
	-A	Like -a, but exclude . and ..
	-x	List by lines
	-d	List directory names, not contents
	-L	Follow symlinks
	-H	Follow symlinks on command line
	-R	Recurse
	-p	Append / to directory names
	-F	Append indicator (one of */=@|) to names
	-l	Long format
	-i	List inode numbers
	-n	List numeric UIDs and GIDs instead of names
	-s	List allocated blocks
	-lc	List ctime
	-lu	List atime
	--full-time	List full date/time
	-h	Human readable sizes (1K 243M 2G)
	--group-directories-first
	-S	Sort by size
	-X	Sort by extension
	-v	Sort by version
	-t	Sort by mtime
	-tc	Sort by ctime
	-tu	Sort by atime
	-r	Reverse sort order
	-w N	Format N columns wide
	--color[={always,never,auto}]`,
})
