import { describe, expect, it } from 'vitest';
import { graphOf, tiesIn } from './graph-of.ts';
import { changed, type Files, smallSeed } from './small-seed.ts';

const INSTITUTIONS = 'testland/institutions.yaml';
const REFORMS = 'testland/reforms.yaml';

describe('the id of a claim', () => {
  const TIE = 'validFrom: 2022-06, passages: [passage/tl/report/1, passage/tl/act-17/article-50]';
  const id = (files?: Files) => tiesIn(graphOf(files), 'AFFECTS')[0]?.id;
  const edited = (wanted: string) => changed(REFORMS, TIE, wanted);

  it('stays the same in every version of this program', () => {
    expect(id()).toBe('claim/affects/f5bb97c0cedf49d2');
  });

  it.each([
    ['passages', edited('validFrom: 2022-06, passages: [passage/tl/report/2]')],
    ['rank and note', edited(`${TIE}, rank: PREFERRED, note: stated by the act`)],
    ['what is inferred', edited(`${TIE}, inferred: [DATE], note: from the act`)],
    ['when it was recorded', edited(`${TIE}, recordedAt: 2026-02-01`)],
    ['what is said by default', edited(`${TIE}, modality: FACT`)],
  ])('does not depend on %s', (_, files) => {
    expect(id(files)).toBe(id());
  });

  it.each([
    [
      'the far end',
      changed(REFORMS, '{ to: institution/tl/senate, mechanism', '{ to: institution/tl/council, mechanism'),
    ],
    ['own properties', changed(REFORMS, 'COMPOSITION_CHANGED', 'POWERS_CUT')],
    ['modality', edited(`${TIE}, modality: OPINION`)],
    ['dates', edited(TIE.replace('2022-06', '2022'))],
  ])('depends on %s', (_, files) => {
    expect(id(files)).not.toBe(id());
  });

  it('of a tie without direction is the same from both ends', () => {
    const fromSenate = tiesIn(graphOf(), 'POSSIBLY_SAME_AS');
    const lines = '  possiblySameAs:\n    - { to: institution/tl/council, passages: [passage/tl/report/1] }\n';
    const without = changed(INSTITUTIONS, lines, '')[INSTITUTIONS] ?? '';
    const turned = lines.replace('council', 'senate');
    const fromCouncil = {
      ...smallSeed,
      [INSTITUTIONS]: without.replace('  kind: OTHER\n', `  kind: OTHER\n${turned}`),
    };
    expect(tiesIn(graphOf(fromCouncil), 'POSSIBLY_SAME_AS')).toEqual(fromSenate);
    expect(fromSenate).toMatchObject([{ fromId: 'institution/tl/council', toId: 'institution/tl/senate' }]);
  });
});
