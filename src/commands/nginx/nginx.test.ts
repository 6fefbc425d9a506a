import { expect, test } from 'vitest'
import { TestBench } from '../../os/testbench.ts'
import { NetBench } from '../lib/nettools/testbench.ts'
import { compile } from './config.ts'
import { nginxCommand } from './nginx.ts'
import { ConfError, ConfReader } from './parse.ts'

const reader = new ConfReader(new TestBench([]).machine.init)

function words(text: string): string {
  const directives = reader.text(text, 'x.conf')
  const config = directives instanceof ConfError ? directives : compile(directives)
  return config instanceof ConfError
    ? config.words
    : 'unsupported' in config
      ? `unsupported ${config.unsupported}`
      : 'ok'
}

test('what is wrong with a configuration, in its words', () => {
  expect(words('events {} http { server { listen 80; } }')).toBe('ok')
  expect(words('events {}\nhttp { server { listen 80 } }')).toBe('unexpected "}" in x.conf:2')
  expect(words('http { serverr { } }')).toBe('unknown directive "serverr" in x.conf:1')
  expect(words('http { server { listen 99999; } }')).toBe(
    'invalid port in "99999" of the "listen" directive in x.conf:1',
  )
  expect(words('http { server { proxy_pass http://x; } }')).toBe(
    '"proxy_pass" directive is not allowed here in x.conf:1',
  )
  expect(words('http { server { root; } }')).toBe(
    'invalid number of arguments in "root" directive in x.conf:1',
  )
  expect(words('http { upstream a { } }')).toBe('no servers are inside upstream in x.conf:1')
  expect(words('http { server {')).toBe('unexpected end of file, expecting "}" in x.conf:2')
  expect(words('http { server { rewrite a b; } }')).toBe('unsupported rewrite')
})

test('-t reads what Debian installs; -s without a master says so', () => {
  const bench = new NetBench(nginxCommand)
  bench.sh('ip link set lo up')
  expect(bench.sh('nginx -t')).toBe(
    'nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\n' +
      'nginx: configuration file /etc/nginx/nginx.conf test is successful\n',
  )
  expect(bench.sh('nginx -s foo')).toBe('nginx: invalid option: "-s foo"\n[1]\n')
  expect(bench.sh('nginx -s stop').replace(/^.*: /gm, '')).toBe(
    'signal process started\ninvalid PID number "" in "/run/nginx.pid"\n[1]\n',
  )
})
