import type { InLanguages, Language } from './languages.ts';

/** What the pages say, in each language; what stands in braces is filled in. */
export const WORDS = {
  siteName: { en: 'Reforms of Kazakhstan', ru: 'Реформы Казахстана', kk: 'Қазақстан реформалары' },
  tagline: {
    en: 'Which reforms changed which institutions, by which law, who says so, and as of when.',
    ru: 'Какие реформы что изменили, каким законом, кто об этом говорит и на какую дату.',
    kk: 'Қандай реформалар нені, қай заңмен өзгертті, оны кім айтады және қай күнге қатысты.',
  },
  skip: { en: 'Skip to the content', ru: 'Перейти к содержанию', kk: 'Мазмұнға өту' },
  mainMenu: { en: 'Main menu', ru: 'Главное меню', kk: 'Басты мәзір' },
  languageMenu: { en: 'Language', ru: 'Язык', kk: 'Тіл' },
  home: { en: 'Home', ru: 'Главная', kk: 'Басты бет' },
  timeline: { en: 'Timeline', ru: 'Хронология', kk: 'Хронология' },
  paths: { en: 'How are two things linked?', ru: 'Как связаны двое?', kk: 'Екеуі қалай байланысты?' },
  pathsShort: { en: 'Links', ru: 'Связи', kk: 'Байланыстар' },
  questions: { en: 'Questions', ru: 'Вопросы', kk: 'Сұрақтар' },
  forDevelopers: {
    en: 'GraphQL for developers',
    ru: 'GraphQL для разработчиков',
    kk: 'Әзірлеушілерге арналған GraphQL',
  },
  searchLabel: {
    en: 'Search for a reform, law, institution or person',
    ru: 'Найти реформу, закон, орган или человека',
    kk: 'Реформаны, заңды, мекемені немесе адамды іздеу',
  },
  search: { en: 'Search', ru: 'Найти', kk: 'Іздеу' },
  searchHint: {
    en: 'In Kazakh, Russian or English; typing errors are forgiven. The number of an act works too.',
    ru: 'По-казахски, по-русски или по-английски; опечатки не мешают. Можно ввести и номер акта.',
    kk: 'Қазақша, орысша немесе ағылшынша; қате басылғаны да табылады. Актінің нөмірімен де іздеуге болады.',
  },
  asOfLabel: { en: 'As of', ru: 'На дату', kk: 'Күнге қатысты' },
  asOfShow: { en: 'Show', ru: 'Показать', kk: 'Көрсету' },
  asOfClear: { en: 'All times', ru: 'За всё время', kk: 'Барлық уақыт' },
  asOfSaid: {
    en: 'Shown is what held, or may have held, on {day}.',
    ru: 'Показано то, что действовало или могло действовать на дату: {day}.',
    kk: 'Мына күні күшінде болған немесе болуы мүмкін нәрсе көрсетілген: {day}.',
  },
  englishStatements: {
    en: '',
    ru: 'Формулировки источников изложены нами по-английски.',
    kk: 'Дереккөздердегі мәліметтерді біз ағылшын тілінде баяндадық.',
  },
  goodEntries: { en: 'Good places to begin', ru: 'С чего начать', kk: 'Неден бастауға болады' },
  gallery: { en: 'Questions and their answers', ru: 'Вопросы и ответы', kk: 'Сұрақтар мен жауаптар' },
  galleryIntro: {
    en: 'Each opens with its answer as a table, ready to download.',
    ru: 'Каждый вопрос открывается с ответом в виде таблицы, которую можно скачать.',
    kk: 'Әр сұрақ жүктеп алуға болатын кесте түріндегі жауабымен ашылады.',
  },
  notFoundTitle: { en: 'Nothing has this address', ru: 'По этому адресу ничего нет', kk: 'Бұл мекенжайда ештеңе жоқ' },
  notFoundText: {
    en: 'There is nothing under “{id}”. Perhaps a search finds what you mean:',
    ru: 'По адресу «{id}» ничего нет. Возможно, поможет поиск:',
    kk: '«{id}» мекенжайында ештеңе жоқ. Мүмкін, іздеу көмектесер:',
  },
  badAddressTitle: { en: 'This address cannot be read', ru: 'Этот адрес не читается', kk: 'Бұл мекенжай оқылмайды' },
  badLang: {
    en: 'lang must be en, ru or kk; the address says “{got}”. Choose a language above.',
    ru: 'lang может быть en, ru или kk; в адресе указано «{got}». Выберите язык вверху страницы.',
    kk: 'lang мәні en, ru немесе kk болуы керек; мекенжайда «{got}» тұр. Тілді жоғарыдан таңдаңыз.',
  },
  badAsOf: {
    en: 'asOf must be a day such as 2022-06-08; the address says “{got}”. Choose a day above.',
    ru: 'asOf должен быть днём, например 2022-06-08; в адресе указано «{got}». Выберите день вверху страницы.',
    kk: 'asOf мәні 2022-06-08 сияқты күн болуы керек; мекенжайда «{got}» тұр. Күнді жоғарыдан таңдаңыз.',
  },
  badParameter: {
    en: '“{parameter}” cannot be “{got}” here. Correct the address, or begin anew from the home page.',
    ru: '«{parameter}» здесь не может быть «{got}». Исправьте адрес или начните с главной страницы.',
    kk: '«{parameter}» мұнда «{got}» бола алмайды. Мекенжайды түзетіңіз немесе басты беттен бастаңыз.',
  },
  refusedTitle: {
    en: 'This could not be answered',
    ru: 'На это не удалось ответить',
    kk: 'Бұған жауап беру мүмкін болмады',
  },
  signInTitle: { en: 'Please identify yourself', ru: 'Нужно подтвердить доступ', kk: 'Рұқсатыңызды растау қажет' },
  tooManyTitle: { en: 'Too many requests', ru: 'Слишком много запросов', kk: 'Сұраныс тым көп' },
  busyTitle: {
    en: 'Not available at the moment',
    ru: 'Сейчас недоступно',
    kk: 'Қазір қолжетімсіз',
  },
  busyText: {
    en: 'Please try again in a moment.',
    ru: 'Попробуйте ещё раз чуть позже.',
    kk: 'Сәл кейінірек қайталап көріңіз.',
  },
  footer: {
    en: 'Every tie has a date and a source. What no source says is left open.',
    ru: 'У каждой связи есть дата и источник. То, о чём источники молчат, оставлено открытым.',
    kk: 'Әр байланыстың күні мен дереккөзі бар. Дереккөздер айтпаған нәрсе ашық қалдырылған.',
  },
} as const satisfies Record<string, InLanguages>;

export type Word = keyof typeof WORDS;

/** Says something of a table of words, with what is to be filled in. */
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

export const sayIn =
  (language: Language): Say =>
  (word, values) =>
    fill(WORDS[word][language], values);
