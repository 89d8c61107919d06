import type { YamlContent, YamlValue } from './yaml-values.ts';

/** A map of a file: stored properties without some, and lists of maps. */
export function entry(
  file: string,
  properties: Readonly<Record<string, unknown>>,
  without: readonly string[],
  lists: Readonly<Record<string, readonly YamlValue[]>> = {},
): YamlValue {
  const kept = Object.entries(properties).filter(([key, value]) => value !== undefined && !without.includes(key));
  const content = new Map([
    ...kept.map(([key, value]) => [key, scalar(file, value)] as const),
    ...Object.entries(lists).flatMap(([key, values]) =>
      values.length === 0 ? [] : [[key, { file, line: 0, content: values }] as const],
    ),
  ]);
  return { file, line: 0, content };
}

export function scalar(file: string, value: unknown): YamlValue {
  if (Array.isArray(value)) return { file, line: 0, content: value.map((one) => scalar(file, one)) };
  const content: YamlContent =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return { file, line: 0, content, source: String(value) };
}

export const list = (content: readonly YamlValue[]): YamlValue => ({ file: '', line: 0, content });

/** The map with one more key. */
export const withKey = (map: YamlValue, key: string, value: YamlValue): YamlValue => ({
  ...map,
  content: new Map([...(map.content as ReadonlyMap<string, YamlValue>), [key, value]]),
});
