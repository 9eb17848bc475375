import { expect, test } from 'vitest'
import { clientAddress } from '../../src/node/client-address.ts'

const PEER = '203.0.113.7'

test.each<[string, number, string | undefined, string]>([
  ['no proxy: the header is not read', 0, '192.0.2.1', PEER],
  ['one proxy: the last entry', 1, '192.0.2.1', '192.0.2.1'],
  ['one proxy: forged entries before it', 1, '198.51.100.1, 10.0.0.1,192.0.2.1', '192.0.2.1'],
  ['two proxies: the last entry but one', 2, '198.51.100.1, 192.0.2.1, 10.0.0.1', '192.0.2.1'],
  ['two proxies, of which one was gone round: what there is', 2, '192.0.2.1', '192.0.2.1'],
  ['the proxy tells nothing', 1, undefined, PEER],
  ['an empty header', 1, '', PEER],
  ['an entry that is no address', 1, '192.0.2.1, unknown', PEER],
  ['an entry of words', 1, 'rosalind', PEER],
  ['an octal number', 1, '0300.0.2.1', PEER],
  ['with a port', 1, '192.0.2.1:4711', '192.0.2.1'],
  ['IPv6', 1, '2001:db8:0:1:a:b:c:d', '2001:db8:0:1::/64'],
  ['IPv6 with a port', 1, '[2001:db8::1]:443', '2001:db8:0:0::/64'],
  ['IPv6 in brackets', 1, '[2001:db8::1]', '2001:db8:0:0::/64'],
  ['IPv4 within IPv6', 1, '::ffff:192.0.2.1', '192.0.2.1'],
])('%s', (_name, proxies, forwardedFor, expected) => {
  expect(clientAddress({ peer: PEER, forwardedFor }, proxies)).toBe(expected)
})

test('addresses of one IPv6 network are one client, those of another are not', () => {
  const of = (peer: string) => clientAddress({ peer, forwardedFor: undefined }, 0)
  expect(of('2001:db8:1:2::1')).toBe(of('2001:0DB8:1:2:ffff:ffff:ffff:ffff'))
  expect(of('2001:db8:1:3::1')).not.toBe(of('2001:db8:1:2::1'))
  expect(of('fe80::1%eth0')).toBe(of('fe80::2%eth0'))
  expect(of('::ffff:127.0.0.1')).toBe('127.0.0.1')
  expect(of('')).toBe('')
})
