// find(1). Ref: busybox findutils/find.c
import type { Blocking, FileStat, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { spawnProgram } from '../lib/spawn.ts'
import type { Applet } from './applet.ts'
import { usageText } from './applet.ts'
import { FindError, parseFind, type Search, type Test } from './findparse.ts'

export const findApplet: Applet = {
  name: 'find',
  usage: ` [-HL] [PATH]... [OPTIONS] [ACTIONS]

Search for files and perform actions on them.
First failed action stops processing of current file.
Defaults: PATH is current directory, action is '-print'

	-L,-follow	Follow symlinks
	-H		...on command line only
	-xdev		Don't descend directories on other filesystems
	-maxdepth N	Descend at most N levels. -maxdepth 0 applies
			actions to command line arguments only
	-mindepth N	Don't act on first N levels
	-depth		Act on directory *after* traversing it

Actions:
	( ACTIONS )	Group actions for -o / -a
	! ACT		Invert ACT's success/failure
	ACT1 [-a] ACT2	If ACT1 fails, stop, else do ACT2
	ACT1 -o ACT2	If ACT1 succeeds, stop, else do ACT2
			Note: -a has higher priority than -o
	-name PATTERN	Match file name (w/o directory name) to PATTERN
	-iname PATTERN	Case insensitive -name
	-path PATTERN	Match path to PATTERN
	-ipath PATTERN	Case insensitive -path
	-regex PATTERN	Match path to regex PATTERN
	-type X		File type is X (one of: f,d,l,b,c,s,p)
	-executable	File is executable
	-perm MASK	At least one mask bit (+MASK), all bits (-MASK),
			or exactly MASK bits are set in file's mode
	-mtime DAYS	mtime is greater than (+N), less than (-N),
			or exactly N days in the past
	-atime DAYS	atime +N/-N/N days in the past
	-ctime DAYS	ctime +N/-N/N days in the past
	-mmin MINS	mtime is greater than (+N), less than (-N),
			or exactly N minutes in the past
	-amin MINS	atime +N/-N/N minutes in the past
	-cmin MINS	ctime +N/-N/N minutes in the past
	-newer FILE	mtime is more recent than FILE's
	-inum N		File has inode number N
	-samefile FILE	File is same as FILE
	-user NAME/ID	File is owned by given user
	-group NAME/ID	File is owned by given group
	-size N[bck]	File size is N (c:bytes,k:kbytes,b:512 bytes(def.))
			+/-N: file size is bigger/smaller than N
	-links N	Number of links is greater than (+N), less than (-N),
			or exactly N
	-empty		Match empty file/directory
	-prune		If current file is directory, don't descend into it
If none of the following actions is specified, -print is assumed
	-print		Print file name
	-print0		Print file name, NUL terminated
	-exec CMD ARG ;	Run CMD with all instances of {} replaced by
			file name. Fails if CMD exits with nonzero
	-exec CMD ARG + Run CMD with {} replaced by list of file names
	-quit		Exit`,
  run: find,
}

function* find(p: Process): Blocking<number> {
  const search = parseFind(p.argv.slice(1))
  if (search instanceof FindError) {
    p.io.err(`find: ${search.message}\n${search.usage ? usageText('find', findApplet.usage) : ''}`)
    return 1
  }
  const walk = new Walk(p, search)
  for (const path of search.paths) yield* walk.visit(path, 0)
  yield* walk.finish()
  return walk.status
}

class Walk {
  status = 0
  #quit = false
  #pruned = false
  /** Files for each `-exec … +`. */
  readonly #gathered = new Map<Test, string[]>()

  constructor(
    private readonly p: Process,
    private readonly search: Search,
  ) {}

  *visit(path: string, depth: number): Blocking<void> {
    const { p, search } = this
    if (this.#quit) return
    const follows = search.follow || (depth === 0 && search.followOperands)
    const found = follows ? p.fs.stat(path) : p.fs.lstat(path)
    const stat = isErrno(found) ? p.fs.lstat(path) : found
    if (isErrno(stat)) {
      p.io.err(`find: ${path}: ${stat.text}\n`)
      this.status = 1
      return
    }
    const wanted = depth >= search.minDepth
    this.#pruned = false
    if (wanted && !search.depthFirst) yield* this.#test(search.expression, path, stat)
    const enters = stat.kind === 'dir' && depth < search.maxDepth && !this.#pruned
    if (enters) {
      const names = p.fs.readdir(path)
      if (isErrno(names)) {
        p.io.err(`find: ${path}: ${names.text}\n`)
        this.status = 1
      } else for (const name of names) yield* this.visit(`${path.replace(/\/$/, '')}/${name}`, depth + 1)
    }
    if (wanted && search.depthFirst) yield* this.#test(search.expression, path, stat)
  }

  /** Runs what was gathered. */
  *finish(): Blocking<void> {
    for (const [test, files] of this.#gathered) {
      if (test.kind === 'exec')
        yield* this.#exec(test.words.flatMap((word) => (word === '{}' ? files : [word])))
    }
  }

  *#test(test: Test, path: string, stat: FileStat): Blocking<boolean> {
    const { p } = this
    switch (test.kind) {
      case 'and':
        return (yield* this.#test(test.left, path, stat)) && (yield* this.#test(test.right, path, stat))
      case 'or':
        return (yield* this.#test(test.left, path, stat)) || (yield* this.#test(test.right, path, stat))
      case 'not':
        return !(yield* this.#test(test.test, path, stat))
      case 'print':
        p.io.out(`${path}${test.end}`)
        return true
      case 'prune':
        this.#pruned = true
        return true
      case 'quit':
        this.#quit = true
        return true
      case 'empty': {
        const names = stat.kind === 'dir' ? p.fs.readdir(path) : []
        return stat.kind === 'dir' ? !isErrno(names) && names.length === 0 : stat.size === 0
      }
      case 'exec':
        if (test.gathers) {
          this.#gathered.set(test, [...(this.#gathered.get(test) ?? []), path])
          return true
        }
        return (yield* this.#exec(test.words.map((word) => word.replaceAll('{}', path)))) === 0
      case 'holds':
        return test.holds(path, stat, p)
    }
  }

  *#exec(argv: readonly string[]): Blocking<number> {
    const { p } = this
    const pid = spawnProgram(p, argv, (error) => {
      p.io.err(`find: can't execute '${argv[0] ?? ''}': ${error.text}\n`)
    })
    const ended = yield* p.procs.wait(pid)
    return isErrno(ended) ? 1 : ended.status
  }
}
