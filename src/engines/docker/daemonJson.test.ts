import { expect, it } from 'vitest'
import { fullLab } from '../../lab/full.ts'

it('dockerd --validate says of a file what a daemon would say, and starts none', () => {
  const lab = fullLab('docker')
  const validate = (json: string) => {
    const { output, status } = lab.exec(
      'host',
      `echo '${json}' > d.json; dockerd --validate --config-file d.json`,
    )
    return [output.replace('unable to configure the Docker daemon with file d.json: ', ''), status]
  }
  expect(validate('{"bip": "1.2.3.4/24", "dns": ["8.8.8.8"]}')).toEqual(['configuration OK\n', 0])
  expect(validate('')).toEqual(['configuration OK\n', 0])
  const wrong: readonly (readonly [string, string])[] = [
    ['{"bipp": "x"}', "the following directives don't match any configuration option: bipp"],
    [
      '{"bip": "1.2.3.4/24",}',
      "invalid JSON: invalid character '}' looking for beginning of object key string",
    ],
    ['x', "invalid JSON: invalid character 'x' looking for beginning of value"],
    ['[]', 'invalid JSON: json: cannot unmarshal array into Go value of type map[string]interface {}'],
    [
      '{"bip": 5}',
      'invalid JSON: json: cannot unmarshal number into Go struct field Config.bip of type string',
    ],
    [
      '{"mtu": 1.5}',
      'invalid JSON: json: cannot unmarshal number 1.5 into Go struct field Config.mtu of type int',
    ],
    [
      '{"dns": "1.1.1.1"}',
      'invalid JSON: json: cannot unmarshal string into Go struct field Config.dns of type []net.IP',
    ],
    ['{"dns": ["a"]}', 'invalid JSON: invalid IP address: a'],
    [
      '{"log-level": "foo"}',
      'merged configuration validation from file and command line flags failed: invalid logging level: foo',
    ],
    [
      '{"labels": ["x"]}',
      'merged configuration validation from file and command line flags failed: bad attribute format: x',
    ],
    [
      '{"mtu": -5}',
      'merged configuration validation from file and command line flags failed: invalid default MTU: -5',
    ],
  ]
  for (const [json, words] of wrong) expect(validate(json)).toEqual([`${words}\n`, 1])
  expect(lab.exec('host', 'dockerd --validate --config-file none.json').output).toBe(
    'unable to configure the Docker daemon with file none.json: open none.json: no such file or directory\n',
  )
  expect(lab.exec('host', 'dockerd --validate --bip 1.2.3.4/24').output).toBe(
    'dockerd --validate --bip is not supported in vethlab: /etc/docker/daemon.json is read\n',
  )
})
