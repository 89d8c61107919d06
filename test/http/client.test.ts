import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { addressOf, isLoopback, isProxy, networkOf, readProxies, siteOf } from '../../src/http/client.ts';

const requestFrom = (remoteAddress: string, headers: IncomingMessage['headers'] = {}): IncomingMessage =>
  ({ socket: { remoteAddress }, headers }) as IncomingMessage;

const proxies = readProxies('127.0.0.1, 10.0.0.0/8,fd00::/8');

describe('the address of a client', () => {
  test.each<[remote: string, forwarded: string | undefined, address: string]>([
    ['203.0.113.7', undefined, '203.0.113.7'],
    ['::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', '1.2.3.4, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
    ['127.0.0.1', '198.51.100.1:5555', '198.51.100.1'],
    ['127.0.0.1', '[2001:DB8::1]:5555', '2001:db8::1'],
    ['127.0.0.1', '10.1.1.1, 10.2.2.2', '10.1.1.1'],
    ['127.0.0.1', '198.51.100.1, unknown', '127.0.0.1'],
    ['127.0.0.1', '198.51.100.1, <script>, 10.0.0.1', '10.0.0.1'],
    ['127.0.0.1', '', '127.0.0.1'],
    ['fd00::1', '2001:db8::7', '2001:db8::7'],
    ['fe80::1%eth0', undefined, 'fe80::1'],
  ])('%s, forwarded for %s: %s', (remote, forwarded, address) => {
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
    expect(addressOf(requestFrom(remote, headers), proxies)).toBe(address);
  });

  test('is that of the connection where no proxy is trusted', () => {
    expect(addressOf(requestFrom('127.0.0.1', { 'x-forwarded-for': '198.51.100.1' }))).toBe('127.0.0.1');
  });
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('%s is one client with all of %s', (address, network) => expect(networkOf(address)).toBe(network));

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8::6', '2001:db8:0::/48'],
  ['203.0.113.7', undefined],
  ['', undefined],
])('%s may be one customer with all of %s', (address, site) => expect(siteOf(address)).toBe(site));

test.each<[remote: string, headers: IncomingMessage['headers'], is: boolean]>([
  ['127.0.0.1', {}, true],
  ['127.8.8.8', {}, true],
  ['::1', {}, true],
  ['::ffff:127.0.0.1', {}, true],
  ['203.0.113.7', {}, false],
  ['', {}, false],
  ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
  ['127.0.0.1', { forwarded: 'for=127.0.0.1' }, false],
])('this machine, from %s with %o: %s', (remote, headers, is) =>
  expect(isLoopback(requestFrom(remote, headers))).toBe(is),
);

test.each(['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8', '0.0.0.0/0'])('"%s" can be trusted', (text) =>
  expect(isProxy(text)).toBe(true),
);
test.each(['', 'localhost', '10.0.0', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', 'fd00::/129', '::1/x'])(
  '"%s" cannot be trusted',
  (text) => expect(isProxy(text)).toBe(false),
);
