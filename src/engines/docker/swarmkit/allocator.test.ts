import { expect, it } from 'vitest'
import { parsePrefix } from '../libnetwork/prefix.ts'
import { AddressPool } from './allocator.ts'
import { hexDigest, joinToken, parseJoinToken } from './identity.ts'

function pool(subnet: string, gateway: string): AddressPool {
  const prefix = parsePrefix(subnet)
  if (!prefix) throw new Error(subnet)
  return new AddressPool(prefix, gateway)
}

it('addresses are given one after the other; what is freed comes again only at the end', () => {
  const addresses = pool('10.0.1.0/29', '10.0.1.1')
  expect([addresses.next(), addresses.next()]).toEqual(['10.0.1.2', '10.0.1.3'])
  addresses.release('10.0.1.2')
  expect([addresses.next(), addresses.next(), addresses.next()]).toEqual(['10.0.1.4', '10.0.1.5', '10.0.1.6'])
  expect([addresses.next(), addresses.next()]).toEqual(['10.0.1.2', null])
})

it('an address that was asked for does not move what comes next; the first is free behind a far gateway', () => {
  const addresses = pool('10.11.0.0/16', '10.11.0.254')
  expect([addresses.take('10.11.0.77'), addresses.take('10.11.0.77'), addresses.take('10.12.0.1')]).toEqual([
    true,
    false,
    false,
  ])
  expect([addresses.next(), addresses.next()]).toEqual(['10.11.0.1', '10.11.0.2'])
})

it('a token is the digest of its authority and a secret', () => {
  // As a daemon told who came with a token of another swarm.
  const digest = '14j4n9rk0mm38k6e3tgmg7y7izofg671qeyo8xu8jnow0k33t8'
  const token = joinToken(digest, '4xuouwxeo2rqluxr5sjt6r2rt')
  expect(parseJoinToken(token)).toEqual({ digest, secret: '4xuouwxeo2rqluxr5sjt6r2rt' })
  expect(parseJoinToken('SWMTKN-1-foo-bar')).toBeNull()
  expect(hexDigest(digest)).toBe('2d2c1ca621ac76bf16fdfb139b590a6c965d4bb3c6bdee759f85e5613c3dca0c')
})
