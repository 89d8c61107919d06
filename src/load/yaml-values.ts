import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml';
import type { Report, Spot } from './problem.ts';

/** A value of a YAML file with the place where it stands; a value of a map stands where its key does. */
export interface YamlValue extends Spot {
  readonly content: YamlContent;
  /** The scalar as written, `2022` for the number 2022. */
  readonly source?: string;
}

export type YamlContent = string | number | boolean | null | YamlList | YamlMap;
export type YamlList = readonly YamlValue[];
export type YamlMap = ReadonlyMap<string, YamlValue>;

export const isYamlMap = (content: YamlContent): content is YamlMap => content instanceof Map;
export const isYamlList = (content: YamlContent): content is YamlList => Array.isArray(content);

/** Reads YAML 1.2 (core schema) with a place for every value; undefined when it cannot be read. An empty file holds null. */
export function parseYaml(text: string, file: string, report: Report): YamlValue | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
  });
  const lineAt = (offset: number | undefined): number => Math.max(1, counter.linePos(offset ?? 0).line);
  let readable = true;
  for (const { code, pos, message } of [...document.errors, ...document.warnings]) {
    const place = { file, line: lineAt(pos[0]) };
    if (code === 'DUPLICATE_KEY') report(place, code, 'the key stands there twice', 'keep one of the two');
    else {
      readable = false;
      report(place, 'YAML_SYNTAX', message.trim(), 'correct the YAML at this line');
    }
  }
  if (!readable) return undefined;

  const located = (node: unknown, line: number): readonly YamlValue[] => {
    if (node === null) return [{ file, line, content: null }];
    if (isScalar(node)) return [{ file, line, ...scalar(node.value, node.source) }];
    if (isSeq(node))
      return [
        {
          file,
          line,
          content: node.items.flatMap((item) => located(item, lineOf(item, line))),
        },
      ];
    if (isMap(node))
      return [
        {
          file,
          line,
          content: new Map(node.items.flatMap((pair) => entry(pair, line))),
        },
      ];
    report({ file, line }, 'WRONG_TYPE', 'an alias is no value here', 'write the value out');
    return [];
  };
  const entry = ({ key, value }: Pair, line: number): readonly (readonly [string, YamlValue])[] => {
    const keyLine = lineOf(key, line);
    return located(value, keyLine).map((one) => [isScalar(key) ? String(key.value) : '', one]);
  };
  const lineOf = (node: unknown, fallback: number): number => {
    const range = typeof node === 'object' && node !== null && 'range' in node ? (node.range as number[] | null) : null;
    return range ? lineAt(range[0]) : fallback;
  };
  return located(document.contents, lineOf(document.contents, 1))[0];
}

function scalar(value: unknown, source: string | undefined): { content: YamlContent; source?: string } {
  if (typeof value === 'string') return { content: value };
  const content = typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return source === undefined ? { content } : { content, source };
}
