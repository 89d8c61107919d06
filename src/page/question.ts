import { createHash } from 'node:crypto';
import type { GalleryQuestion } from '../gallery.ts';
import type { InProcessAnswer } from '../in-process.ts';
import { readableAnswer } from './answer-table.ts';
import { ALL_TIMES } from './asked-for.ts';
import { inEnglish } from './claims.ts';
import { flatten, toCsv } from './csv.ts';
import { dateInWords, parseDay } from './dates.ts';
import { type Html, html } from './html.ts';
import { badParameter, isPassing } from './problems.ts';
import { isForPeople, titleIn } from './question-words.ts';
import { type Download, type Page, PageProblem, type View } from './view.ts';

/** The questions of the gallery, in words: those of people first. */
export async function questions(view: View): Promise<Page> {
  const { say, gallery } = view;
  return {
    title: say('gallery'),
    day: 'NONE',
    body: html`<p>${say('galleryIntro')}</p>${questionList(view, gallery.filter(isForPeople))}
<section aria-labelledby="technical"><h2 id="technical">${say('galleryTechnical')}</h2>
${questionList(
  view,
  gallery.filter((one) => !isForPeople(one)),
)}</section>`,
  };
}

export const questionList = ({ link, asked }: View, listed: readonly GalleryQuestion[]): Html =>
  html`<ul class="questions">${listed.map((one) => {
    const { text, isEnglish } = titleIn(one, asked.language);
    return html`<li><a href="${link(`/questions/${one.name}`)}"${isEnglish && inEnglish(asked.language)}>${text}</a></li>`;
  })}</ul>`;

/** A question with its answer as a table; with `.csv` or `.json` behind its name, the answer as a file. */
export async function question(view: View, rest: string): Promise<Page | Download | undefined> {
  const [, name = '', form] = /^([\w-]+)(?:\.(csv|json))?$/.exec(rest) ?? [];
  const found = view.gallery.find((one) => one.name === name);
  if (!found) return undefined;
  for (const [parameter, isRight] of Object.entries(OF_ADDRESS)) {
    const stated = view.asked.parameters.get(parameter);
    if (stated !== undefined && !isRight(stated)) return badParameter(view, parameter);
  }
  const answer = await view.ask(found.query, variablesOf(view, found), form ? {} : { cypher: true });
  const refused = answer.errors.find(({ extensions: { code } }) => answer.data === null || isPassing(code));
  if (refused) throw new PageProblem(refused.extensions.code, refused.message);
  const version = versionOf(answer);
  if (form === 'csv') {
    return {
      fileName: `${name}-${version}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      text: toCsv(flatten(answer.data)),
    };
  }
  if (form === 'json') {
    const { data, errors } = answer;
    const text = `${JSON.stringify(errors.length > 0 ? { data, errors } : { data }, null, 2)}\n`;
    return { fileName: `${name}-${version}.json`, mediaType: 'application/json; charset=utf-8', text };
  }
  return answerPage(view, found, answer, version);
}

/** What a permanent address says beside the day: that of the record, and which answer it was made of. */
const OF_ADDRESS: Readonly<Record<string, (text: string) => boolean>> = {
  knownAt: (text) => parseDay(text) !== undefined,
  data: (text) => /^[0-9a-f]{12}$/.test(text),
};

/** As it is asked first, and of the days of the page where it lets itself be asked of such. */
function variablesOf(
  { asked: { asOf, parameters } }: View,
  { variables }: GalleryQuestion,
): Readonly<Record<string, unknown>> {
  const days = { asOf, knownAt: parameters.get('knownAt') };
  const asked = Object.entries(days).filter(([name, day]) => day !== undefined && name in variables);
  return { ...variables, ...Object.fromEntries(asked) };
}

/** By which one answer is told from another, whatever was written to the graph in between. */
const versionOf = ({ data }: InProcessAnswer): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12);

/**
 * Question, day and version of the data. All times are said too, for an address that is silent of a day may be taken to mean today. The graph
 * keeps what it said on each day of the record, but of what a thing calls itself the last only: the checksum tells whether that has changed.
 */
function permanentAddress({ asked, link }: View, { name, variables }: GalleryQuestion, version: string): string {
  const today = new Date().toISOString().slice(0, 10);
  return link(`/questions/${name}`, {
    lang: asked.language,
    asOf: ('asOf' in variables && asked.asOf) || ALL_TIMES,
    knownAt: 'knownAt' in variables ? (asked.parameters.get('knownAt') ?? today) : undefined,
    data: version,
  });
}

function answerPage(view: View, asks: GalleryQuestion, answer: InProcessAnswer, version: string): Page {
  const { asked, say, link, hasGraphiql } = view;
  const { name, query, variables } = asks;
  const { text, isEnglish } = titleIn(asks, asked.language);
  const [knownAt, stated] = [asked.parameters.get('knownAt'), asked.parameters.get('data')];
  const file = (form: string): string => link(`/questions/${name}.${form}`, { knownAt });
  const address = permanentAddress(view, asks, version);
  const inGraphiql = new URLSearchParams({ query, variables: JSON.stringify(variablesOf(view, asks)) });
  return {
    title: text,
    isEnglish,
    day: 'asOf' in variables ? 'ASKED' : 'IGNORED',
    body: html`${
      (knownAt ?? stated) !== undefined &&
      html`<p role="status" class="as-of">${knownAt !== undefined && 'knownAt' in variables && say('knownAtSaid', { day: dateInWords(knownAt, asked.language) })}
${stated !== undefined && say(stated === version ? 'sameData' : 'otherData')} <a href="${link(`/questions/${name}`)}">${say('answerOfNow')}</a></p>`
    }
<section aria-labelledby="answer"><h2 id="answer">${say('questionAnswer')}</h2>
${readableAnswer(view, answer.data)}
<p class="pages">${say('download')}: <a href="${file('csv')}" download>CSV</a> <a href="${file('json')}" download>JSON</a></p>
${answer.errors.length > 0 && html`<h3>${say('questionErrors')}</h3><ul>${answer.errors.map(({ message, extensions: { code } }) => html`<li lang="en">${code}: ${message}</li>`)}</ul>`}
</section>
<section aria-labelledby="permanent"><h2 id="permanent">${say('permanent')}</h2>
<p><a href="${address}">${asked.origin}${address}</a></p><p class="quiet">${say('permanentHint')}</p></section>
<section aria-labelledby="graphql"><h2 id="graphql">${say('asGraphql')}</h2>
<pre tabindex="0"><code lang="en">${query}</code></pre>
${hasGraphiql && html`<p><a href="/graphql?${inGraphiql.toString()}">${say('openInGraphiql')}</a></p>`}</section>
${cypherOf(view, answer)}`,
  };
}

/** The statements that answered, where the answer brings them, and a link that draws it. */
function cypherOf({ say }: View, { extensions: { cypher, browser } }: InProcessAnswer): Html | undefined {
  if (!Array.isArray(cypher) || cypher.length === 0) return undefined;
  const texts = cypher.map((one: unknown) => {
    const { set = '', text = '' } = (one ?? {}) as { readonly set?: string; readonly text?: string };
    return `${set}${text}`;
  });
  return html`<section aria-labelledby="cypher"><h2 id="cypher">${say('asCypher')}</h2>
${typeof browser === 'string' && /^https?:\/\//.test(browser) && html`<p><a href="${browser}">${say('openInBrowser')}</a></p>`}
<details><summary>${say('total', { n: texts.length })}</summary>${texts.map((text) => html`<pre tabindex="0"><code lang="en">${text}</code></pre>`)}</details></section>`;
}
