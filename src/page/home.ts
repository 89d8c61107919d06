import { html } from './html.ts';
import { questionList } from './question.ts';
import { isForPeople } from './question-words.ts';
import { nounWord } from './value-words.ts';
import type { Page, View } from './view.ts';

/** Where somebody may begin who knows nothing of what is there; names in the languages of the pages. */
const ENTRIES = [
  ['Institution', '/institution/kz/senate', { en: 'The Senate', ru: 'Сенат', kk: 'Сенат' }],
  [
    'Reform',
    '/reform/kz/constitutional-reform-2022',
    {
      en: 'The constitutional reform of 2022',
      ru: 'Конституционная реформа 2022 года',
      kk: '2022 жылғы конституциялық реформа',
    },
  ],
  [
    'Law',
    '/law/kz/constitution-1995',
    { en: 'The Constitution of 1995', ru: 'Конституция 1995 года', kk: '1995 жылғы Конституция' },
  ],
  [
    'Institution',
    '/institution/kz/constitutional-court',
    { en: 'The Constitutional Court', ru: 'Конституционный Суд', kk: 'Конституциялық Сот' },
  ],
  [
    'Official',
    '/official/kz/kassym-jomart-tokayev',
    { en: 'Kassym-Jomart Tokayev', ru: 'Касым-Жомарт Токаев', kk: 'Қасым-Жомарт Тоқаев' },
  ],
  ['Topic', '/topic/kz/death-penalty', { en: 'The death penalty', ru: 'Смертная казнь', kk: 'Өлім жазасы' }],
] as const;

/** Where everything begins: good entries and the gallery of questions. */
export async function home(view: View): Promise<Page> {
  const { asked, say, link, gallery } = view;
  return {
    title: say('siteName'),
    day: 'NONE',
    body: html`<p class="lead">${say('tagline')}</p>
<p class="quiet">${say('searchHint')}</p>
<section aria-labelledby="begin"><h2 id="begin">${say('goodEntries')}</h2>
<ul class="cards">${ENTRIES.map(
      ([noun, path, names]) =>
        html`<li><a href="${link(path)}">${names[asked.language]}</a><br><span class="noun ${noun}">${nounWord(noun, asked.language)}</span></li>`,
    )}</ul></section>
<section aria-labelledby="gallery"><h2 id="gallery">${say('gallery')}</h2>
<p>${say('galleryIntro')}</p>
${questionList(view, gallery.filter(isForPeople))}
<p><a href="${link('/questions')}">${say('galleryAll')}</a></p></section>`,
  };
}
