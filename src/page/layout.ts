import { addressOf } from './asked-for.ts';
import type { Assets } from './assets.ts';
import { inEnglish } from './claims.ts';
import { dateInWords } from './dates.ts';
import { hiddenInputs } from './hidden-inputs.ts';
import { type Html, html } from './html.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { Page, View } from './view.ts';

const OF_DAY = { ASKED: 'asOfSaid', PARTLY: 'asOfPartly', IGNORED: 'asOfIgnored' } as const;

/** The whole document around a page. */
export function layout(
  view: View,
  { title, heading, isEnglish, day = 'ASKED', body, query }: Page,
  assets: Assets,
): Html {
  const { asked, say, link, hasGraphiql } = view;
  const name = say('siteName');
  return html`<!doctype html>
<html lang="${asked.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === name ? name : `${title} · ${name}`}</title>
<link rel="stylesheet" href="${assets.style}">
<link rel="icon" href="data:,">
<script type="module" src="${assets.script}"></script>
</head>
<body>
<a class="skip" href="#content">${say('skip')}</a>
<header class="top">
<div class="bar">
<a class="brand" href="${link('/')}">${name}</a>
<nav aria-label="${say('mainMenu')}"><ul>
<li><a href="${link('/timeline')}"${current(asked.path === '/timeline')}>${say('timeline')}</a></li>
<li><a href="${link('/paths')}"${current(asked.path === '/paths')}>${say('pathsShort')}</a></li>
<li><a href="${link('/questions')}"${current(asked.path === '/questions')}>${say('questions')}</a></li>
${hasGraphiql && html`<li><a href="/graphql">GraphiQL</a></li>`}
</ul></nav>
<nav aria-label="${say('languageMenu')}" class="languages"><ul>
${Object.entries(LANGUAGES).map(
  ([language, { own }]) =>
    html`<li><a href="${sameIn(view, language as Language)}" lang="${language}" hreflang="${language}"${current(language === asked.language)}>${own}</a></li>`,
)}
</ul></nav>
</div>
<div class="bar tools">
${searchForm(view, query)}
${dayForm(view)}
</div>
</header>
<main id="content" tabindex="-1">
<h1${isEnglish && inEnglish(asked.language)}>${heading ?? title}</h1>
${asked.asOf && day !== 'NONE' && html`<p class="as-of" role="status">${say(OF_DAY[day], { day: dateInWords(asked.asOf, asked.language) })}</p>`}
${body}
</main>
<footer><p>${say('footer')} ${say('englishStatements')}</p></footer>
</body>
</html>
`;
}

const current = (is: boolean): Html | undefined => (is ? html` aria-current="page"` : undefined);

const sameIn = ({ asked }: View, lang: Language): string =>
  addressOf(asked, asked.path, { ...Object.fromEntries(asked.parameters), lang });

/** The box stands on every page; the script offers names while one types. */
function searchForm({ asked, say }: View, query = ''): Html {
  return html`<form class="search" role="search" action="/search" method="get">
<label for="q">${say('searchLabel')}</label>
<div class="row"><input id="q" name="q" type="search" maxlength="200" autocomplete="off" value="${query}" data-complete required>
<button type="submit">${say('search')}</button></div>
${hiddenInputs(asked)}
</form>`;
}

/** What an address says of the day it has, and of no other: where a list was turned to, and which answer was given. */
const OF_ONE_DAY: readonly string[] = ['asOf', 'after', 'data'];

function dayForm({ asked, say }: View): Html {
  const others = new Map([...asked.parameters].filter(([name]) => !OF_ONE_DAY.includes(name)));
  const without = addressOf({ parameters: others }, asked.path, Object.fromEntries(others));
  return html`<form class="day" action="${addressOf({ parameters: new Map() }, asked.path)}" method="get">
<label for="as-of">${say('asOfLabel')}</label>
<div class="row"><input id="as-of" name="asOf" type="date" value="${asked.asOf}" min="1900-01-01" max="2100-12-31">
<button type="submit">${say('asOfShow')}</button>
${asked.asOf && html`<a href="${without}">${say('asOfClear')}</a>`}</div>
${hiddenInputs({ parameters: others }, [...others.keys()])}
</form>`;
}
