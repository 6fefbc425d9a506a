// All builtins by name. A new one is its file and one line here.
import type { Blocking } from '../../os/program.ts'
import { runProgram } from '../eval/program.ts'
import type { ShellState } from '../state.ts'
import { alias, unalias } from './alias.ts'
import { breakBuiltin, continueBuiltin } from './break.ts'
import type { Builtin } from './builtin.ts'
import { caller } from './caller.ts'
import { cd, pwd } from './cd.ts'
import { colon, falseBuiltin, trueBuiltin } from './colon.ts'
import { builtinBuiltin, commandBuiltin } from './command.ts'
import { declare, exportBuiltin, local, readonly, typeset } from './declare.ts'
import { dirs, popd, pushd } from './dirs.ts'
import { disown } from './disown.ts'
import { echo } from './echo.ts'
import { enableBuiltin } from './enable.ts'
import { evalBuiltin } from './eval.ts'
import { exec } from './exec.ts'
import { exit, logout } from './exit.ts'
import { bg, fg } from './fg.ts'
import { getopts } from './getopts.ts'
import { hash } from './hash.ts'
import { helpBuiltin } from './help.ts'
import { history } from './history.ts'
import { jobs } from './jobs.ts'
import { compgenBuiltin, complete, compopt } from './complete.ts'
import { fc } from './fc.ts'
import { kill } from './kill.ts'
import { letBuiltin } from './let.ts'
import { mapfile, readarray } from './mapfile.ts'
import { printf } from './printf.ts'
import { read } from './read.ts'
import { bind } from './bind.ts'
import { returnBuiltin } from './return.ts'
import { set } from './set.ts'
import { shift } from './shift.ts'
import { shopt } from './shopt.ts'
import { suspend } from './suspend.ts'
import { dot, source } from './source.ts'
import { bracket, test } from './test.ts'
import { times } from './times.ts'
import { trap } from './trap.ts'
import { typeBuiltin } from './type.ts'
import { ulimit } from './ulimit.ts'
import { umask } from './umask.ts'
import { unset } from './unset.ts'
import { wait } from './wait.ts'

function program(shell: ShellState, words: readonly string[]): Blocking<number> {
  return runProgram(shell, words, shell.p.io.fds, null, null)
}

const ALL: readonly Builtin[] = [
  ...[colon, dot, source, bracket, test, alias, unalias, breakBuiltin, continueBuiltin, caller, cd, pwd],
  ...[
    declare,
    typeset,
    local,
    exportBuiltin,
    readonly,
    dirs,
    pushd,
    popd,
    disown,
    echo,
    evalBuiltin,
    exec,
    exit,
  ],
  ...[
    logout,
    falseBuiltin,
    trueBuiltin,
    bg,
    fg,
    getopts,
    hash,
    history,
    jobs,
    kill,
    letBuiltin,
    mapfile,
    readarray,
  ],
  ...[printf, read, returnBuiltin, set, shift, shopt, trap, ulimit, umask, unset, wait, suspend, bind],
  ...[typeBuiltin(findBuiltin), commandBuiltin(findBuiltin, program), builtinBuiltin(findBuiltin)],
  ...[fc, complete, compgenBuiltin(builtinNames), compopt, enableBuiltin(builtinNames), times],
  helpBuiltin(() => ALL),
]

const BY_NAME: ReadonlyMap<string, Builtin> = new Map(ALL.map((one) => [one.name, one]))

/** Null for one that is disabled. */
export function findBuiltin(shell: ShellState, name: string): Builtin | null {
  return shell.disabled.has(name) ? null : (BY_NAME.get(name) ?? null)
}

export function builtinNames(): readonly string[] {
  return [...BY_NAME.keys()]
}
