// A command typed inside a namespace, as it is written in the text of a lab: from outside.
import { quoted, word } from './shellquote.ts'

/** What only bash itself can do: its own commands and keywords that change or need the shell. */
const SHELLS_OWN = new Set(
  (
    '. [ [[ alias bg bind break builtin case cd command compgen complete continue coproc declare dirs disown do eval ' +
    'exec exit export false fc fg for function getopts hash help history if jobs let local logout mapfile popd pushd ' +
    'read readarray readonly return select set shift shopt source suspend test time times trap type typeset ulimit ' +
    'umask unalias unset until wait while {'
  ).split(' '),
)

/** Whatever makes a line more than words: operators, expansions, assignments, a second line. */
const MORE_THAN_WORDS = /[$`|&;<>()\\!\n]/

/** `ip netns exec red ping …`, or `ip netns exec red bash -c '…'` when the line is more than a simple command. */
export function insideNetns(netns: string, line: string): string {
  const command = line.trim()
  const [first = ''] = command.split(/\s/, 1)
  const simple = !MORE_THAN_WORDS.test(command) && !SHELLS_OWN.has(first) && !/^\w+\+?=/.test(command)
  return simple
    ? `ip netns exec ${word(netns)} ${command}`
    : `ip netns exec ${word(netns)} bash -c ${quoted(line)}`
}
