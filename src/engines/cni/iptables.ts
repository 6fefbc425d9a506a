// iptables as the plugins drive it: the program, a process a step. (Ref: coreos/go-iptables iptables/iptables.go;
// plugins pkg/utils/iptables.go, pkg/utils/utils.go)
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { capture } from '../lib/capture.ts'
import { sha512Hex } from '../../commands/lib/sha512.ts'
import { goErrno } from './links.ts'
import type { CniCall } from './skel.ts'

/** EXTENSION_MAXNAMELEN less the terminating octet. */
const MAX_CHAIN_LENGTH = 28
const MAX_COMMENT_LENGTH = 255

export interface IptablesError {
  readonly status: number
  /** What it printed on standard error. */
  readonly said: string
  readonly message: string
}

/** `CNI-` and what tells the chains of a container in a network from others. */
export function chainName(network: string, containerId: string, prefix: string = ''): string {
  const hash = sha512Hex(`${network}${containerId}`)
  return `CNI-${prefix}${hash}`.slice(0, MAX_CHAIN_LENGTH)
}

export function commentOf(network: string, containerId: string): string {
  return trimComment(`name: "${network}" id: "${containerId}"`)
}

export function trimComment(text: string): string {
  return text.length <= MAX_COMMENT_LENGTH ? text : `${text.slice(0, MAX_COMMENT_LENGTH - 3)}...`
}

export class Iptables {
  readonly #cni: CniCall
  readonly #program: string

  constructor(cni: CniCall, v6: boolean) {
    this.#cni = cni
    this.#program = v6 ? 'ip6tables' : 'iptables'
  }

  /** null when it went well. */
  *try(table: string, ...args: readonly string[]): Blocking<IptablesError | null> {
    const done = yield* this.#run(['-t', table, ...args])
    return 'message' in done ? done : null
  }

  /** Ends the plugin with the tool's words when it did not go well; `what` stands before them. */
  *must(what: string, table: string, ...args: readonly string[]): Blocking<void> {
    const error = yield* this.try(table, ...args)
    if (error) this.#cni.fail(`${what}${error.message}`)
  }

  *exists(what: string, table: string, chain: string, rule: readonly string[]): Blocking<boolean> {
    const error = yield* this.try(table, '-C', chain, ...rule)
    if (error && error.status !== 1) this.#cni.fail(`${what}${error.message}`)
    return error === null
  }

  *appendUnique(what: string, table: string, chain: string, rule: readonly string[]): Blocking<void> {
    if (yield* this.exists(what, table, chain, rule)) return
    yield* this.must(what, table, '-A', chain, ...rule)
  }

  /** Names of the table's chains; null when the table cannot be read. */
  *chains(table: string): Blocking<readonly string[] | null> {
    const done = yield* this.#run(['-t', table, '-S'])
    if ('message' in done) return null
    return done.stdout.split('\n').flatMap((line) => /^-[PN] (\S+)/.exec(line)?.slice(1) ?? [])
  }

  /** Rules of a chain as `-S` prints them; none when it is not there. */
  *list(table: string, chain: string): Blocking<readonly string[]> {
    const done = yield* this.#run(['-t', table, '-S', chain])
    if ('message' in done) return []
    return done.stdout.split('\n').filter((line) => line.startsWith('-A '))
  }

  *ensureChain(what: string, table: string, chain: string): Blocking<void> {
    const chains = yield* this.chains(table)
    if (!chains?.includes(chain)) yield* this.must(what, table, '-N', chain)
  }

  *#run(words: readonly string[]): Blocking<IptablesError | { readonly stdout: string }> {
    const path = this.#cni.p.procs.find(this.#program)
    if (path === null) {
      return this.#cni.fail(`exec: "${this.#program}": executable file not found in $PATH`)
    }
    const argv = [path, ...words, '--wait']
    const done = yield* capture(this.#cni.p, path, argv)
    if (isErrno(done)) return this.#cni.fail(`fork/exec ${path}: ${goErrno(done)}`)
    if (done.status === 0) return { stdout: done.stdout }
    const message = `running [${argv.join(' ')}]: exit status ${done.status}: ${done.stderr}`
    return { status: done.status, said: done.stderr, message }
  }
}

/** Whether it failed because the rule or chain is not there. */
export function isNotExist({ status, said }: IptablesError): boolean {
  return (
    status === 1 && /Bad rule \(does a matching rule exist|No chain\/target\/match by that name/.test(said)
  )
}
