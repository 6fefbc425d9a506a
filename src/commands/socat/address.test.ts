import { expect, it } from 'vitest'
import { parseAddress } from './address.ts'

const none = new Map()

it('types have short names and other spellings; options follow commas', () => {
  expect(parseAddress('tcp-l:80,fork,bind=127.0.0.1')).toEqual({
    word: 'tcp-l:80,fork,bind=127.0.0.1',
    type: 'TCP-LISTEN',
    params: ['80'],
    options: new Map([
      ['fork', ''],
      ['bind', '127.0.0.1'],
    ]),
  })
  expect(parseAddress('-')).toEqual({ word: '-', type: 'STDIO', params: [], options: none })
  expect(parseAddress('/tmp/x')).toEqual({ word: '/tmp/x', type: 'GOPEN', params: ['/tmp/x'], options: none })
})

it('brackets and quotes keep colons and commas', () => {
  expect(parseAddress('TCP6:[::1]:80')).toMatchObject({ params: ['[::1]', '80'] })
  expect(parseAddress("SYSTEM:'echo a, b: c'")).toMatchObject({ params: ['echo a, b: c'] })
  expect(parseAddress('EXEC:cat -n,pipes')).toMatchObject({ params: ['cat -n'] })
})

it('what is wrong is said in its words', () => {
  expect(parseAddress('foo')).toEqual({ error: 'unknown device/address "foo"' })
  expect(parseAddress('TCP4:127.0.0.1')).toEqual({
    error: 'TCP4: wrong number of parameters (1 instead of 2)',
  })
  expect(parseAddress('TCP:a:1,foo')).toEqual({ error: 'parseopts_table(): unknown option "foo"' })
  expect(parseAddress('OPENSSL:a:1')).toEqual({ unsupported: 'the address OPENSSL' })
  expect(parseAddress('TCP:a:1,pty')).toEqual({ unsupported: 'the option pty' })
})
