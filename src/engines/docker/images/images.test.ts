import { expect, it } from 'vitest'
import { fullLab } from '../../../lab/full.ts'

function withImages(...images: string[]) {
  const lab = fullLab('docker')
  const host = (command: string) => lab.exec('host', command)
  host(`lab install docker host ${images.join(' ')}; docker network create app`)
  return host
}

/** As real redis-server and redis-cli 7.0.15 answered. */
const REDIS: readonly (readonly [command: string, output: string])[] = [
  ['ping', 'PONG\n'],
  ['ping hello', 'hello\n'],
  ['PING a b', "ERR wrong number of arguments for 'ping' command\n\n"],
  ['set a 1', 'OK\n'],
  ['get nope', '\n'],
  ['incrby a 10', '11\n'],
  ['set s foo', 'OK\n'],
  ['incr s', 'ERR value is not an integer or out of range\n\n'],
  ['append s bar', '6\n'],
  ['exists a s zz', '2\n'],
  ['expire s 100', '1\n'],
  ['ttl s', '100\n'],
  ['ttl zz', '-2\n'],
  ['mset x 1 y 2', 'OK\n'],
  ['mget x y z', '1\n2\n\n'],
  ['lpush l a b c', '3\n'],
  ['lrange l 0 -1', 'c\nb\na\n'],
  ['rpop l', 'a\n'],
  ['get l', 'WRONGTYPE Operation against a key holding the wrong kind of value\n\n'],
  ['hset h f 1 g 2', '2\n'],
  ['hgetall h', 'f\n1\ng\n2\n'],
  ['sismember h 2', 'WRONGTYPE Operation against a key holding the wrong kind of value\n\n'],
  ['zadd z 1 a 2 b', '2\n'],
  ['zrange z 0 -1 withscores', 'a\n1\nb\n2\n'],
  ['foo', "ERR unknown command 'foo', with args beginning with: \n\n"],
  ['set a', "ERR wrong number of arguments for 'set' command\n\n"],
  ['set a v ex 0', "ERR invalid expire time in 'set' command\n\n"],
  ['set a v nx', '\n'],
  ['set a v foo', 'ERR syntax error\n\n'],
  ['select 99', 'ERR DB index is out of range\n\n'],
  ['config get port', 'port\n6379\n'],
  ['getrange s 0 1', 'fo\n'],
  ['--no-raw mget s nope', '1) "foobar"\n2) (nil)\n'],
  ['--no-raw incr n', '(integer) 1\n'],
  ['--no-raw foo', "(error) ERR unknown command 'foo', with args beginning with: \n"],
  ['--no-raw keys none*', '(empty array)\n'],
  ['-p 6380 ping', 'Could not connect to Redis at 127.0.0.1:6380: Connection refused\n'],
  ['publish c m', 'ERR PUBLISH is not supported in vethlab\n\n'],
]

it('redis keeps what it is told, for who asks by redis-cli or by hand', () => {
  const host = withImages('redis')
  host('docker run -d --name store --network app -p 6379:6379 redis; sleep 1')
  expect(host('docker logs store').output.replace(/\d\d \w{3} \d{4} [\d:.]+/g, 'T')).toBe(
    '1:C T # oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo\n' +
      '1:C T # Redis version=7.0.15, bits=64, commit=00000000, modified=0, pid=1, just started\n' +
      '1:C T # Warning: no config file specified, using the default config. In order to specify a config file use redis-server /path/to/redis.conf\n' +
      '1:M T * monotonic clock: POSIX clock_gettime\n' +
      '1:M T * Running mode=standalone, port=6379.\n' +
      '1:M T # Server initialized\n' +
      '1:M T * Ready to accept connections\n',
  )
  const answers = REDIS.map(([command]) => [command, host(`docker exec store redis-cli ${command}`).output])
  expect(answers).toEqual(REDIS)
  expect(host('docker run --rm --network app redis redis-cli -h store get s').output).toBe('foobar\n')
  expect(
    host(
      "(printf 'PING\\r\\nGET s\\r\\nFOO x y\\r\\nLRANGE l 0 -1\\r\\nQUIT\\r\\n'; sleep 0.3) | nc -q1 127.0.0.1 6379",
    ).output,
  ).toBe(
    "+PONG\r\n$6\r\nfoobar\r\n-ERR unknown command 'FOO', with args beginning with: 'x' 'y' \r\n*2\r\n$1\r\nc\r\n$1\r\nb\r\n+OK\r\n",
  )
  expect(host('docker stop store; docker inspect -f {{.State.ExitCode}} store').output).toBe('store\n0\n')
})

it('redis wants its password, and runs transactions', () => {
  const host = withImages('redis')
  host('docker run -d --name store redis --requirepass secret; sleep 1')
  const cli = (words: string) => host(`docker exec store redis-cli ${words}`).output
  const warning =
    "Warning: Using a password with '-a' or '-u' option on the command line interface may not be safe.\n"
  expect(cli('ping')).toBe('NOAUTH Authentication required.\n\n')
  expect(cli('-a secret ping')).toBe(`${warning}PONG\n`)
  expect(cli('-a bad ping')).toBe(
    `${warning}AUTH failed: WRONGPASS invalid username-password pair or user is disabled.\nNOAUTH Authentication required.\n\n`,
  )
  expect(
    host(
      "printf 'auth secret\\nmulti\\nset a 1\\nincr a\\nexec\\n' | docker exec -i store redis-cli --no-raw",
    ).output,
  ).toBe('OK\nOK\nQUEUED\nQUEUED\n1) OK\n2) (integer) 2\n')
})

it('mysql wants a password of its own, greets, and answers what needs no table', () => {
  const host = withImages('mysql')
  expect(
    host('docker run --name bare mysql 2>&1 | tail -5; docker inspect -f {{.State.ExitCode}} bare').output,
  ).toMatch(
    /^.* \[ERROR\] \[Entrypoint\]: Database is uninitialized and password option is not specified\n {4}You need to specify one of the following as an environment variable:\n {4}- MYSQL_ROOT_PASSWORD\n {4}- MYSQL_ALLOW_EMPTY_PASSWORD\n {4}- MYSQL_RANDOM_ROOT_PASSWORD\n1\n$/,
  )
  host(
    'docker run -d --name db --network app -e MYSQL_ROOT_PASSWORD=secret -e MYSQL_DATABASE=shop mysql; sleep 1',
  )
  expect(host('docker exec db mysql -uroot -psecret -e "show databases" 2>/dev/null').output).toBe(
    'Database\ninformation_schema\nmysql\nperformance_schema\nshop\nsys\n',
  )
  const from = (words: string) =>
    host(`docker run --rm --network app mysql ${words} 2>&1 | grep -v Warning`).output
  expect(
    from('mysql -h db -uroot -psecret shop -e "select 1 + 1, user(), database(); select * from t"'),
  ).toBe(
    '1 + 1\tuser()\tdatabase()\n2\troot@172.18.0.3\tshop\n' +
      'ERROR 1235 (42000) at line 1: SELECT * from t is not supported in vethlab: it has no tables\n',
  )
  expect(from('mysql -h db -uroot -pbad')).toBe(
    "ERROR 1045 (28000): Access denied for user 'root'@'172.18.0.3' (using password: YES)\n",
  )
  expect(from('mysql -h nobody -uroot')).toBe("ERROR 2005 (HY000): Unknown MySQL server host 'nobody' (-2)\n")
  expect(from('mysql -h db -P 3307 -uroot')).toBe(
    "ERROR 2003 (HY000): Can't connect to MySQL server on 'db:3307' (111)\n",
  )
  expect(from('mysqladmin -h db ping')).toBe('mysqld is alive\n')
  expect(
    host(
      'nc -w1 $(docker inspect -f "{{.NetworkSettings.Networks.app.IPAddress}}" db) 3306 </dev/null | tr -dc a-z0-9_.',
    ).output,
  ).toMatch(/8\.4\.7.*caching_sha2_password$/)
  expect(host('docker exec db ps').output).toContain('exec: "ps": executable file not found in $PATH')
})

/** As a real Apache 2.4 answered; the page is its image's. */
const APACHE: readonly (readonly [request: string, answer: string])[] = [
  ['/', '200 text/html 191'],
  ['/nosuch', '404 text/html; charset=iso-8859-1 236'],
  ['/d', '301 text/html; charset=iso-8859-1 268'],
  ['/d/', '200 text/html;charset=ISO-8859-1 279'],
  ['/d/x.json', '200 application/json 2'],
  ['/.htaccess', '403 text/html; charset=iso-8859-1 239'],
  ['-X PUT -d x=1 /', '405 text/html; charset=iso-8859-1 260'],
  ['-X FOO /', '501 text/html; charset=iso-8859-1 242'],
  ['-H Host: /', '400 text/html; charset=iso-8859-1 266'],
  ['-H Range:bytes=0-9 /', '206 text/html 10'],
]

it('httpd serves as Apache does, says so in its logs, and reads its configuration again', () => {
  const host = withImages('httpd')
  host('docker run -d --name web httpd; sleep 1')
  host("docker exec web bash -c 'mkdir htdocs/d; printf 12 > htdocs/d/x.json; echo x > htdocs/.htaccess'")
  for (const [request, answer] of APACHE) {
    const words = request.split(' ')
    const path = words.pop() ?? ''
    const { output: stdout } = host(
      `curl -s -o /dev/null -w '%{http_code} %{content_type} %{size_download}' ${words.join(' ')} http://172.17.0.2${path}`,
    )
    expect([request, stdout]).toEqual([request, answer])
  }
  expect(host('docker exec web httpd -v').output).toContain('Server version: Apache/2.4.68 (Unix)\n')
  expect(host('docker exec web httpd -t').output).toMatch(/^AH00558: httpd: .*\nSyntax OK\n$/)
  host(
    "docker exec web sed -i 's/Listen 80/Listen 81/' conf/httpd.conf; docker exec web httpd -k graceful; sleep 1",
  )
  expect(host('curl -s -o /dev/null -w "%{http_code}" http://172.17.0.2:81').output).toBe('200')
  host('docker stop web')
  const lines = host('docker logs web 2>&1').output.split('\n')
  const shown = lines.map((line) => line.replace(/\[[^\]]*\d{4}[^\]]*\]/, '[T]').replace(/ using.*/, ''))
  expect([...shown.slice(0, 5), ...shown.slice(-3)]).toEqual([
    "AH00558: httpd: Could not reliably determine the server's fully qualified domain name,",
    "AH00558: httpd: Could not reliably determine the server's fully qualified domain name,",
    '[T] [mpm_event:notice] [pid 1:tid 1] AH00489: Apache/2.4.68 (Unix) configured -- resuming normal operations',
    "[T] [core:notice] [pid 1:tid 1] AH00094: Command line: 'httpd -D FOREGROUND'",
    '172.17.0.1 - - [T] "GET / HTTP/1.1" 200 191',
    '172.17.0.1 - - [T] "GET / HTTP/1.1" 200 191',
    '[T] [mpm_event:notice] [pid 1:tid 1] AH00492: caught SIGWINCH, shutting down gracefully',
    '',
  ])
  expect(host("docker ps -a --format '{{.Status}}'").output).toMatch(/^Exited \(0\)/)
})
