import { expect, test } from 'vitest'
import { envCommand } from '../env/env.ts'
import { NetBench } from '../lib/nettools/testbench.ts'
import { stdbufCommand } from './stdbuf.ts'

const TRY = "Try 'stdbuf --help' for more information.\n[125]\n"

test('what cannot be asked of it', () => {
  const b = new NetBench(stdbufCommand, envCommand)
  const cases: readonly (readonly [string, string])[] = [
    ['-o L', `stdbuf: missing operand\n${TRY}`],
    ['env', `stdbuf: you must specify a buffering mode option\n${TRY}`],
    ['-i L env', `stdbuf: line buffering stdin is meaningless\n${TRY}`],
    ['-oQ env', 'stdbuf: invalid mode ‘Q’\n[125]\n'],
    ['-e Z env', 'stdbuf: invalid mode ‘Z’: Value too large for defined data type\n[125]\n'],
    ['-x env', `stdbuf: invalid option -- 'x'\n${TRY}`],
    ['-oL nosuch', 'stdbuf: failed to run command ‘nosuch’: No such file or directory\n[127]\n'],
  ]
  for (const [words, output] of cases) expect(b.sh(`stdbuf ${words}`), words).toBe(output)
})
