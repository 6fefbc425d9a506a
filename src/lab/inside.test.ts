import { describe, expect, it } from 'vitest'
import { insideNetns } from './inside.ts'

describe('a line typed inside a namespace', () => {
  it.each([
    ['ping -c 1 10.0.0.2', 'ip netns exec red ping -c 1 10.0.0.2'],
    ['  ip addr  ', 'ip netns exec red ip addr'],
    ['ping "10.0.0.2"', 'ip netns exec red ping "10.0.0.2"'],
    ['ping -c 1 10.0.0.2 | tail -1', "ip netns exec red bash -c 'ping -c 1 10.0.0.2 | tail -1'"],
    ['echo $HOME', "ip netns exec red bash -c 'echo $HOME'"],
    ["echo 'a' > /tmp/x", "ip netns exec red bash -c 'echo '\\''a'\\'' > /tmp/x'"],
    ['X=1', "ip netns exec red bash -c 'X=1'"],
    ['cd /tmp', "ip netns exec red bash -c 'cd /tmp'"],
    ['for i in 1 2\ndo echo $i; done', "ip netns exec red bash -c 'for i in 1 2\ndo echo $i; done'"],
  ])('%j', (line, outside) => {
    expect(insideNetns('red', line)).toBe(outside)
  })

  it('quotes a name that needs it', () => {
    expect(insideNetns("it's", 'ls')).toBe("ip netns exec 'it'\\''s' ls")
  })
})
