import { html } from './html.ts';
import type { Page, View } from './view.ts';

/** Where everything begins: good entries and the gallery of questions. */
export async function home({ say, link, gallery }: View): Promise<Page> {
  return {
    title: say('siteName'),
    body: html`<p class="lead">${say('tagline')}</p>
<section aria-labelledby="gallery"><h2 id="gallery">${say('gallery')}</h2>
<p>${say('galleryIntro')}</p>
<ul class="questions">${gallery.map(
      ({ name, title }) => html`<li><a href="${link(`/questions/${name}`)}" lang="en">${title}</a></li>`,
    )}</ul></section>`,
  };
}
