import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv, { type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { printSchemas } from '../src/seed-schema.ts';

const seed = fileURLToPath(new URL('../seed', import.meta.url));
const schemas = printSchemas();
const files = readdirSync(seed, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
const textOf = (file: string): string => readFileSync(join(seed, file), 'utf8');

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
ajv.addKeyword('enumDescriptions');
const validators = new Map<string, ValidateFunction>();

/** What an editor would mark: the keys and values that its schema refuses, as `path problem`. */
function marks(file: string, text: string): readonly string[] {
  const name = `${file.includes('/passages/') ? 'passages' : file.replace(/^.*\/|\.yaml$/g, '')}.json`;
  const validate = validators.get(name) ?? ajv.compile(JSON.parse(schemas.get(name) ?? 'false'));
  validators.set(name, validate);
  validate(parse(text));
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${params.additionalProperty ?? message}`,
  );
}

test('seed/schema holds the schemas as they are (npm run schema writes them)', () => {
  const written = readdirSync(join(seed, 'schema')).sort();
  expect(written).toEqual([...schemas.keys()].sort());
  for (const name of written) expect(textOf(`schema/${name}`)).toBe(schemas.get(name));
});

describe.each(files)('%s', (file) => {
  test('names its schema on the first line', () => {
    const kind = file.includes('/passages/') ? 'passages.json' : file.replace(/^.*\//, '').replace('.yaml', '.json');
    const path = relative(join(seed, dirname(file)), join(seed, 'schema', kind));
    expect(textOf(file).split('\n')[0]).toBe(`# yaml-language-server: $schema=${path}`);
    expect([...schemas.keys()]).toContain(kind);
  });

  test('passes it', () => {
    expect(marks(file, textOf(file))).toEqual([]);
  });
});

describe('a schema marks', () => {
  const REFORMS = 'kazakhstan/reforms.yaml';
  const reform = (keys: string) => `- { id: reform/kz/x, name: X, kind: PARLIAMENT, ${keys} }`;
  const tie = (keys: string) => reform(`affects: [{ to: institution/kz/senate, mechanism: OTHER, ${keys} }]`);

  test.each([
    ['a misspelt key of a thing', REFORMS, reform('sumary: x'), '/0 sumary'],
    ['a tie of another noun', REFORMS, reform('heldOffice: []'), '/0 heldOffice'],
    ['a misspelt key of a tie', REFORMS, tie('validform: 2022'), '/0/affects/0 validform'],
    [
      'a value that is not listed',
      REFORMS,
      tie('modality: FCAT'),
      '/0/affects/0/modality must be equal to one of the allowed values',
    ],
    [
      'an end of another noun',
      REFORMS,
      reform('enactedBy: [{ to: reform/kz/y, how: NEW_ACT }]'),
      '/0/enactedBy/0/to must match pattern "^(?=(law)\\/)[a-z0-9][a-z0-9.-]*(\\/[a-z0-9][a-z0-9.-]*){2,}$"',
    ],
    ['what is missing', 'kazakhstan/laws.yaml', '- { id: law/kz/x, name: X }', "/0 must have required property 'kind'"],
    [
      'an unknown measure',
      'kazakhstan/figures.yaml',
      '- { id: figure/kz/x, name: X, measure: seets, comparator: EXACT }',
      '/0/measure must be equal to one of the allowed values',
    ],
    [
      'a misspelt key of a passage',
      'kazakhstan/passages/x.yaml',
      '[{ document: document/kz/x, passages: [{ id: passage/kz/x/1, statement: x, lien: 1 }] }]',
      '/0/passages/0 lien',
    ],
    [
      'a reason without its line',
      'kazakhstan/source-documents.yaml',
      '- { id: document/kz/x, name: X, kind: ARTICLE, publisherKind: UNKNOWN, withoutClaims: [{ reason: x }] }',
      "/0/withoutClaims/0 must have required property 'line'",
    ],
  ])('%s', (_, file, text, mark) => {
    expect(marks(file, text)).toEqual([mark]);
  });

  test('nothing in what is right', () => {
    expect(marks(REFORMS, tie('validFrom: 2022, modality: PLAN, passages: [passage/kz/x/1]'))).toEqual([]);
    expect(marks(REFORMS, '')).toEqual([]);
  });
});

test('every key says what it is for', () => {
  const mute: string[] = [];
  const hear = (path: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, held] of Object.entries(value)) {
      if (key !== 'properties') hear(`${path}/${key}`, held);
      else {
        for (const [name, property] of Object.entries(held as Record<string, { description?: string }>)) {
          if (!property.description) mute.push(`${path}/${name}`);
          hear(`${path}/${name}`, property);
        }
      }
    }
  };
  for (const [name, text] of schemas) hear(name, JSON.parse(text));
  expect(mute).toEqual([]);
});
