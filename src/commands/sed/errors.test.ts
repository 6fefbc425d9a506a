import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { sedCommand } from './sed.ts'

// Recorded: GNU sed 4.9, in a directory with these files.
const FILES = {
  f: 'one\ntwo\nthree\nfour\nfive\n',
  g: 'no newline',
  'bad.sed': 'zz\n',
  's.sed': 's/o/0/\np\n',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [
    [],
    '',
    "Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n\n  -n, --quiet, --silent\n                 suppress automatic printing of pattern space\n      --debug\n                 annotate program execution\n  -e script, --expression=script\n                 add the script to the commands to be executed\n  -f script-file, --file=script-file\n                 add the contents of script-file to the commands to be executed\n  --follow-symlinks\n                 follow symlinks when processing in place\n  -i[SUFFIX], --in-place[=SUFFIX]\n                 edit files in place (makes backup if SUFFIX supplied)\n  -l N, --line-length=N\n                 specify the desired line-wrap length for the `l' command\n  --posix\n                 disable all GNU extensions.\n  -E, -r, --regexp-extended\n                 use extended regular expressions in the script\n                 (for portability use POSIX -E).\n  -s, --separate\n                 consider files as separate rather than as a single,\n                 continuous long stream.\n      --sandbox\n                 operate in sandbox mode (disable e/r/w commands).\n  -u, --unbuffered\n                 load minimal amounts of data from the input files and flush\n                 the output buffers more often\n  -z, --null-data\n                 separate lines by NUL characters\n      --help     display this help and exit\n      --version  output version information and exit\n\nIf no -e, --expression, -f, or --file option is given, then the first\nnon-option argument is taken as the sed script to interpret.  All\nremaining arguments are names of input files; if no input files are\nspecified, then the standard input is read.\n\nGNU sed home page: <https://www.gnu.org/software/sed/>.\nGeneral help using GNU software: <https://www.gnu.org/gethelp/>.\n",
    1,
  ],
  [['x', 'nope'], '', "sed: can't read nope: No such file or directory\n", 2],
  [['p', 'nope'], '', "sed: can't read nope: No such file or directory\n", 2],
  [['s/a/b', 'f'], '', "sed: -e expression #1, char 5: unterminated `s' command\n", 1],
  [['s/a', 'f'], '', "sed: -e expression #1, char 3: unterminated `s' command\n", 1],
  [['k', 'f'], '', "sed: -e expression #1, char 1: unknown command: `k'\n", 1],
  [['2', 'f'], '', 'sed: -e expression #1, char 1: missing command\n', 1],
  [['p x', 'f'], '', 'sed: -e expression #1, char 3: extra characters after command\n', 1],
  [['{p', 'f'], '', "sed: -e expression #1, char 0: unmatched `{'\n", 1],
  [['p}', 'f'], '', "sed: -e expression #1, char 2: unexpected `}'\n", 1],
  [['s/a/b/k', 'f'], '', "sed: -e expression #1, char 7: unknown option to `s'\n", 1],
  [['s/a/b/gg', 'f'], '', "sed: -e expression #1, char 8: multiple `g' options to `s' command\n", 1],
  [['s/a/b/0', 'f'], '', "sed: -e expression #1, char 7: number option to `s' command may not be zero\n", 1],
  [['s/\\(a/b/', 'f'], '', 'sed: -e expression #1, char 8: Unmatched ( or \\(\n', 1],
  [['s/a/\\1/', 'f'], '', "sed: -e expression #1, char 7: invalid reference \\1 on `s' command's RHS\n", 1],
  [['/a', 'f'], '', 'sed: -e expression #1, char 2: unterminated address regex\n', 1],
  [['y/ab/c/', 'f'], '', "sed: -e expression #1, char 7: strings for `y' command are different lengths\n", 1],
  [['y/ab', 'f'], '', "sed: -e expression #1, char 4: unterminated `y' command\n", 1],
  [[':', 'f'], '', 'sed: -e expression #1, char 1: ":" lacks a label\n', 1],
  [['b foo', 'f'], '', "sed: can't find label for jump to `foo'\n", 4],
  [['1,2q', 'f'], '', 'sed: -e expression #1, char 4: command only uses one address\n', 1],
  [['0p', 'f'], '', 'sed: -e expression #1, char 2: invalid usage of line address 0\n', 1],
  [['-f', 'nope', 'f'], '', "sed: couldn't open file nope: No such file or directory\n", 4],
  [['-f', 'bad.sed', 'f'], '', 'sed: file bad.sed line 1: extra characters after command\n', 1],
  [['-i', 'x'], '', 'sed: no input files\n', 4],
  [
    ['--foo'],
    '',
    "sed: unrecognized option '--foo'\nUsage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n\n  -n, --quiet, --silent\n                 suppress automatic printing of pattern space\n      --debug\n                 annotate program execution\n  -e script, --expression=script\n                 add the script to the commands to be executed\n  -f script-file, --file=script-file\n                 add the contents of script-file to the commands to be executed\n  --follow-symlinks\n                 follow symlinks when processing in place\n  -i[SUFFIX], --in-place[=SUFFIX]\n                 edit files in place (makes backup if SUFFIX supplied)\n  -l N, --line-length=N\n                 specify the desired line-wrap length for the `l' command\n  --posix\n                 disable all GNU extensions.\n  -E, -r, --regexp-extended\n                 use extended regular expressions in the script\n                 (for portability use POSIX -E).\n  -s, --separate\n                 consider files as separate rather than as a single,\n                 continuous long stream.\n      --sandbox\n                 operate in sandbox mode (disable e/r/w commands).\n  -u, --unbuffered\n                 load minimal amounts of data from the input files and flush\n                 the output buffers more often\n  -z, --null-data\n                 separate lines by NUL characters\n      --help     display this help and exit\n      --version  output version information and exit\n\nIf no -e, --expression, -f, or --file option is given, then the first\nnon-option argument is taken as the sed script to interpret.  All\nremaining arguments are names of input files; if no input files are\nspecified, then the standard input is read.\n\nGNU sed home page: <https://www.gnu.org/software/sed/>.\nGeneral help using GNU software: <https://www.gnu.org/gethelp/>.\n",
    1,
  ],
  [['s/[/]/x/', 'f'], '', 'one\ntwo\nthree\nfour\nfive\n', 0],
]

test.each(CASES)('sed %j', (args, stdin, output, status) => {
  expect(transcript(sedCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
