import { expect, it } from 'vitest'
import { iptablesCommands } from './iptables.ts'

it('the older names are there, and say that they are the same', () => {
  const legacy = iptablesCommands.filter(({ name }) => name.includes('legacy'))
  expect(legacy.map(({ path, summary }) => `${path}: ${summary}`)).toEqual(
    ['iptables', 'ip6tables'].flatMap((prefix) =>
      ['', '-save', '-restore'].map(
        (part) => `/usr/sbin/${prefix}-legacy${part}: the same as ${prefix}${part}: vethlab has one rule set`,
      ),
    ),
  )
})
