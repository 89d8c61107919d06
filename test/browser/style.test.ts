import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { nounColours } from '../../schema/colours.ts';
import { nounNames } from '../../schema/nouns.ts';
import { onConnecting, onConnectingByAddress } from '../../src/browser/on-connecting.ts';
import { browserStyle, grassText } from '../../src/browser/style.ts';
import { linkTypes, tieTypes } from '../../src/graph/model.ts';
import { confText } from '../../src/launch/neo4j-conf.ts';
import { ownLabels } from '../../src/load/graph-shape.ts';

const SETTING = 'browser.post_connect_cmd';
const style = browserStyle();

test('every label and every type has a rule, and no rule is for anything else', () => {
  const expected = [
    'node',
    'relationship',
    ...[...ownLabels, ...nounNames].map((label) => `node.${label}`),
    ...[...tieTypes, ...linkTypes].map((type) => `relationship.${type}`),
  ];
  expect(Object.keys(style).sort()).toEqual([...new Set(expected)].sort());
});

test('the rule that all things share stands before those of their nouns, which would lose to it', () => {
  const selectors = Object.keys(style);
  for (const noun of nounNames) {
    expect(selectors.indexOf('node.Thing')).toBeLessThan(selectors.indexOf(`node.${noun}`));
  }
});

test('kinds are told apart by colour, and text on each can be read', () => {
  expect(new Set(nounNames.map((noun) => nounColours[noun].fill)).size).toBe(nounNames.length);
  for (const { color, 'text-color-internal': text } of Object.values(style)) {
    if (text && color) expect([color, text, contrast(color, text) >= 4.5]).toEqual([color, text, true]);
  }
});

test.each([
  ['AFFECTS', '{mechanism}'],
  ['APPLIES_TO', '{role}'],
  ['APPOINTS', '{mode}'],
  ['REACHED', '{stage}'],
  // Its role is not always there.
  ['PART_OF', '<type>'],
  ['MENTIONS', '{as}'],
])('a tie %s is called %s', (type, caption) => {
  expect(style[`relationship.${type}`]?.caption).toBe(caption);
});

test('the file says what the style says', () => {
  const rules = [...grassText().matchAll(/^(\S+) \{\n([^}]*(?:\{\w+\}[^}]*)*)\n\}$/gm)];
  const read = rules.map(([, selector, lines = '']) => [
    selector,
    Object.fromEntries([...lines.matchAll(/^ {2}(\S+): "?(.*?)"?;$/gm)].map(([, key, value]) => [key, value])),
  ]);
  expect(Object.fromEntries(read)).toEqual(style);
});

test('on connecting, the style is taken, the guide opened and the first question drawn', () => {
  const conf = onConnecting('http://localhost:4000');
  const [styled = '', guide = '', drawn = '', ...more] = commandsOf(conf[SETTING]);
  expect(JSON.parse(styled.replace(/^style /, ''))).toEqual(style);
  expect(guide).toBe('guide http://localhost:4000/browser/guide.html');
  expect(drawn).toMatch(/^auto MATCH path = \(:Thing \{id: "institution\/kz\/senate"\}\)/);
  expect([more, drawn.includes('$')]).toEqual([[], false]);
  expect(confText(conf)).toBe(`${SETTING}=${conf[SETTING]}\n`);
  expect(conf[SETTING]).not.toContain('\\');
});

test('docker-compose.yml says the same, with the address of the style', () => {
  const text = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8');
  const { services } = parse(text) as { services: { neo4j: { environment: Record<string, string> } } };
  expect(services.neo4j.environment.NEO4J_browser_post__connect__cmd).toBe(
    onConnectingByAddress(`http://localhost:\${PORT:-4000}`)[SETTING],
  );
});

/** As the Browser takes them apart: not within quotes. */
const commandsOf = (setting = ''): readonly string[] =>
  setting
    .replace(/"[^"]*"|'[^']*'/g, (quoted) => quoted.replaceAll(';', '\0'))
    .split(';')
    .map((command) => command.replaceAll('\0', ';').trim());

/** Of two colours, as the Web Content Accessibility Guidelines count it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
