import type { InLanguages } from './languages.ts';
import { wordLines } from './word-lines.ts';

/** What ties mean, in the order in which a page tells of them, with the fields that are of a kind. */
export const MEANINGS = {
  change: {
    words: { en: 'Changes', ru: 'Изменения', kk: 'Өзгерістер' },
    fields: [
      'affectedBy',
      'affects',
      'affectsPlaces',
      'affectsTopics',
      'affectsProvisions',
      'succeeds',
      'succeededBy',
      'amends',
      'amendsProvisions',
      'amendedBy',
      'amendedByReforms',
      'repeals',
      'repealsProvisions',
      'repealedBy',
      'repealedByReforms',
    ],
  },
  law: {
    words: { en: 'From proposal to law', ru: 'От предложения до закона', kk: 'Ұсыныстан заңға дейін' },
    fields: [
      'proposedBy',
      'proposed',
      'plannedIn',
      'foresees',
      'reached',
      'reachedBy',
      'enactedBy',
      'enacts',
      'adoptedBy',
      'adopted',
      'signedBy',
      'signed',
      'approves',
      'approvedBy',
      'ratifies',
      'ratifiedBy',
      'ratifiedByStates',
    ],
  },
  offices: {
    words: { en: 'Offices and members', ru: 'Должности и состав', kk: 'Лауазымдар мен құрам' },
    fields: [
      'heldOffice',
      'heldBy',
      'appoints',
      'appointedBy',
      'consentsTo',
      'consentedBy',
      'chairs',
      'chairedBy',
      'memberOf',
      'members',
    ],
  },
  parts: {
    words: { en: 'Whole and parts', ru: 'Целое и части', kk: 'Бүтін және бөліктер' },
    fields: ['partOf', 'parts', 'partOfLaw', 'provisions'],
  },
  rules: {
    words: { en: 'Rules and standards', ru: 'Нормы и стандарты', kk: 'Нормалар мен стандарттар' },
    fields: ['subjectTo', 'appliesTo', 'compliesWith', 'compliedWithBy'],
  },
  consequences: {
    words: { en: 'Causes and consequences', ru: 'Причины и последствия', kk: 'Себептер мен салдарлар' },
    fields: ['ledTo', 'resultedFrom'],
  },
  events: {
    words: { en: 'Events and participants', ru: 'События и участники', kk: 'Оқиғалар мен қатысушылар' },
    fields: ['participatedIn', 'participants', 'heldUnder', 'eventsHeld', 'involves', 'involvedIn'],
  },
  subject: {
    words: { en: 'Subject', ru: 'О чём это', kk: 'Тақырыбы' },
    fields: ['concerns', 'concernedBy'],
  },
  figures: {
    words: { en: 'Figures', ru: 'Цифры', kk: 'Сандар' },
    fields: ['figures', 'about'],
  },
  documents: {
    words: { en: 'Documents', ru: 'Документы', kk: 'Құжаттар' },
    fields: ['authored', 'authoredBy', 'published', 'publishedBy', 'deliveredAt', 'deliveries'],
  },
  identity: {
    words: { en: 'Perhaps the same', ru: 'Возможно, одно и то же', kk: 'Бір нәрсе болуы мүмкін' },
    fields: ['possiblySameAs'],
  },
} as const satisfies Record<string, { words: InLanguages; fields: readonly string[] }>;

const table = (text: string): Readonly<Record<string, InLanguages>> =>
  Object.fromEntries(wordLines(text).map(([field = '', en = '', ru = '', kk = '']) => [field, { en, ru, kk }]));

/** The heading above what a field of the contract leads to. */
export const TIE_WORDS = table(`
affects | Institutions it changes | Какие органы меняет | Өзгертетін мекемелері
affectedBy | Reforms that changed it | Реформы, которые это изменили | Осыны өзгерткен реформалар
affectsPlaces | Places it changes | Какие территории меняет | Өзгертетін аумақтары
affectsTopics | Subjects and groups it changes | Кого и что затрагивает | Қозғайтын тақырыптары мен топтары
affectsProvisions | Rules it changes | Какие нормы меняет | Өзгертетін нормалары
enactedBy | Acts that put it into law | Акты, которыми она закреплена | Оны заңға енгізген актілер
enacts | Reforms it put into law | Реформы, которые он закрепил | Осы акт заңға енгізген реформалар
plannedIn | Plans that foresee it | Планы, в которых это предусмотрено | Осыны көздейтін жоспарлар
foresees | What it foresees | Что предусмотрено | Нені көздейді
ledTo | What came of it | К чему это привело | Неге әкелді
resultedFrom | What it came of | Следствием чего является | Ненің салдары
partOf | Part of | Входит в состав | Мынаның құрамына кіреді
parts | Parts | Составные части | Құрамдас бөліктері
partOfLaw | Part of the act | Часть акта | Актінің бөлігі
provisions | Articles and rules | Статьи и нормы | Баптары мен нормалары
succeeds | Takes the place of | Пришло на смену | Мынаның орнына келді
succeededBy | Succeeded by | На смену пришло | Орнына мынау келді
possiblySameAs | May be the same as | Возможно, то же самое, что | Мынамен бір нәрсе болуы мүмкін
amends | Acts it amended | Какие акты изменил | Өзгерткен актілері
amendedBy | Acts that amended it | Акты, которые внесли изменения | Өзгеріс енгізген актілер
amendsProvisions | Articles it amended | Какие статьи изменил | Өзгерткен баптары
amendedByReforms | Reforms that amended it | Реформы, которые внесли изменения | Өзгеріс енгізген реформалар
repeals | Acts it ended | Какие акты отменил | Күшін жойған актілері
repealedBy | Acts that ended it | Акты, которые это отменили | Осының күшін жойған актілер
repealsProvisions | Articles it ended | Какие статьи отменил | Күшін жойған баптары
repealedByReforms | Reforms that ended it | Реформы, которые это отменили | Осының күшін жойған реформалар
ratifies | Treaties ratified | Ратифицированные договоры | Ратификацияланған шарттар
ratifiedBy | Acts that ratified it | Акты о ратификации | Ратификациялау туралы актілер
ratifiedByStates | States that ratified it | Ратифицировавшие государства | Ратификациялаған мемлекеттер
approves | Plans and rules it approves | Что утверждает | Нені бекітеді
approvedBy | Approved by | Чем утверждено | Немен бекітілген
compliesWith | Complies with | Чему соответствует | Неге сәйкес келеді
compliedWithBy | What complies with it | Что этому соответствует | Осыған не сәйкес келеді
appliesTo | Whom and what it applies to | К кому и чему применяется | Кімге және неге қолданылады
subjectTo | Rules that apply | Какие нормы действуют | Қолданылатын нормалар
adoptedBy | Adopted by | Кем принят | Кім қабылдаған
adopted | Acts adopted | Принятые акты | Қабылданған актілер
signedBy | Signed by | Кем подписан | Кім қол қойған
signed | Acts signed | Подписанные акты | Қол қойылған актілер
proposedBy | Put forward by | Кто выдвинул | Кім ұсынған
proposed | What was put forward | Что выдвинуто | Не ұсынылған
reached | Stages reached | Пройденные этапы | Өткен кезеңдері
reachedBy | What reached a stage here | Чей это этап | Мұнда кезеңнен өткендер
heldOffice | Offices held | Занимаемые должности | Атқарған лауазымдары
heldBy | Who held the office | Кто занимал должность | Лауазымды кім атқарған
appoints | Whom it appoints, elects or selects | Кого назначает, избирает или отбирает | Кімді тағайындайды, сайлайды немесе іріктейді
appointedBy | Who appoints, elects or selects | Кто назначает, избирает или отбирает | Кім тағайындайды, сайлайды немесе іріктейді
consentsTo | Whose filling needs its consent | На чьё назначение даёт согласие | Кімді тағайындауға келісім береді
consentedBy | Whose consent is needed | Чьё согласие требуется | Кімнің келісімі қажет
chairs | What it chairs | Где председательствует | Неге төрағалық етеді
chairedBy | Chaired by | Кто председательствует | Кім төрағалық етеді
memberOf | Member of | Входит в | Мүше болған ұйымдары
members | Members | Члены | Мүшелері
participatedIn | Events taken part in | В каких событиях участвовал | Қатысқан оқиғалары
participants | Participants | Участники | Қатысушылары
involves | Who is involved | Кто привлечён | Кім тартылған
involvedIn | Where it is involved | К чему привлечён | Неге тартылған
heldUnder | Held under | На основании чего проведено | Ненің негізінде өткізілген
eventsHeld | Events held under it | Проведённые на этом основании события | Осының негізінде өткен оқиғалар
concerns | What it concerns | Чего касается | Неге қатысты
concernedBy | What concerns it | Что этого касается | Осыған не қатысты
about | What the figure is of | О чём эта цифра | Бұл сан не туралы
figures | Figures | Цифры | Сандар
authoredBy | By whom | Чей это документ | Құжат кімдікі
authored | Documents | Документы | Құжаттары
publishedBy | Published by | Кем опубликован | Кім жариялаған
published | Documents published | Опубликованные документы | Жариялаған құжаттары
deliveredAt | Delivered at | Где произнесено | Қайда айтылған
deliveries | What was delivered there | Что там было произнесено | Онда не айтылған
`);
