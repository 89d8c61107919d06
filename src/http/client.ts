import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Whether `text` is an address or a network, `10.0.0.0/8`. */
export function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** The addresses and networks of a list with commas, each of which `isProxy`. */
export function readProxies(list: string): BlockList {
  const proxies = new BlockList();
  for (const one of list.split(',')) {
    const [address = '', bits] = one.trim().split('/');
    const version = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) proxies.addAddress(address, version);
    else proxies.addSubnet(address, Number(bits), version);
  }
  return proxies;
}

/**
 * Where a request comes from: the other end of its connection, and while that is a proxy of ours, whom it says it asks for. What
 * anybody else says is not believed.
 */
export function addressOf(request: IncomingMessage, proxies?: BlockList): string {
  let address = plainAddress(request.socket.remoteAddress ?? '') ?? '';
  const forwarded = proxies && request.headers['x-forwarded-for'];
  if (!forwarded) return address;
  const said = String(forwarded).split(',');
  while (isTrusted(proxies, address)) {
    const before = plainAddress(said.pop()?.trim() ?? '');
    if (before === undefined) break;
    address = before;
  }
  return address;
}

/** What one client has for itself: an address, but of IPv6 all that differ in the last 64 bits, which one line is given. */
export const networkOf = (address: string): string => (isV6(address) ? `${prefixOf(address, 4)}::/64` : address);

/** The most that one customer is usually given of IPv6: 65,536 such lines; undefined for what is no IPv6. */
export const siteOf = (address: string): string | undefined =>
  isV6(address) ? `${prefixOf(address, 3)}::/48` : undefined;

const isV6 = (address: string): boolean => address.includes(':');

function prefixOf(address: string, parts: number): string {
  const [head = '', tail] = address.split('::', 2);
  const first = head === '' ? [] : head.split(':');
  const last = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length;
  return [...first, ...Array<string>(Math.max(0, zeros)).fill('0'), ...last]
    .slice(0, parts)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}

/** Whether it is this machine itself, and asks for nobody else. */
export function isLoopback(request: IncomingMessage): boolean {
  const { 'x-forwarded-for': forwarded, forwarded: standard } = request.headers;
  if (forwarded !== undefined || standard !== undefined) return false;
  return LOOPBACK.check(...asked(plainAddress(request.socket.remoteAddress ?? '') ?? '0.0.0.0'));
}

const LOOPBACK = readProxies('127.0.0.0/8,::1');

const isTrusted = (proxies: BlockList, address: string): boolean =>
  isIP(address) > 0 && proxies.check(...asked(address));

const asked = (address: string): [string, 'ipv4' | 'ipv6'] => [address, isIPv6(address) ? 'ipv6' : 'ipv4'];

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** As some proxies write them: with a port. */
const WITH_PORT = /^(?:(\d+\.\d+\.\d+\.\d+)|\[([^\]]+)\])(?::\d+)?$/;

/** Without port, zone and the form of IPv4 in IPv6; undefined for what is no address. */
function plainAddress(text: string): string | undefined {
  const [, four, six] = WITH_PORT.exec(text) ?? [];
  const bare = (four ?? six ?? text).replace(/%.*$/, '');
  const address = MAPPED.exec(bare)?.[1] ?? bare.toLowerCase();
  return isIP(address) > 0 ? address : undefined;
}
