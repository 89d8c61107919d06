import { type EnumName, enums } from '../../schema/enums.ts';
import type { NounName } from '../../schema/spec.ts';
import type { InLanguages, Language } from './languages.ts';
import { wordLines } from './word-lines.ts';

/** A noun in the singular, as a label beside a name. */
const NOUNS: Readonly<Record<NounName, InLanguages>> = {
  Reform: { en: 'Reform', ru: 'Реформа', kk: 'Реформа' },
  Law: { en: 'Act', ru: 'Акт', kk: 'Акт' },
  Provision: { en: 'Article or rule', ru: 'Статья или норма', kk: 'Бап немесе норма' },
  Institution: { en: 'Institution', ru: 'Орган', kk: 'Мекеме' },
  Official: { en: 'Person', ru: 'Человек', kk: 'Адам' },
  Event: { en: 'Event', ru: 'Событие', kk: 'Оқиға' },
  Place: { en: 'Place', ru: 'Место', kk: 'Орын' },
  Topic: { en: 'Subject', ru: 'Тема', kk: 'Тақырып' },
  Figure: { en: 'Figure', ru: 'Цифра', kk: 'Сан' },
  SourceDocument: { en: 'Document', ru: 'Документ', kk: 'Құжат' },
};

export const nounWord = (noun: string, language: Language): string => NOUNS[noun as NounName]?.[language] ?? noun;

type Other = Exclude<Language, 'en'>;

const table = (text: string): Readonly<Record<string, Readonly<Record<Other, string>>>> =>
  Object.fromEntries(wordLines(text).map(([value = '', ru = '', kk = '']) => [value, { ru, kk }]));

/** Values of the contract's enums as pages name them; in English as the contract explains them. */
const VALUES: Readonly<Partial<Record<EnumName, ReturnType<typeof table>>>> = {
  Modality: table(`
    FACT | факт | факт
    PLAN | запланировано | жоспарланған
    PROPOSAL | предложено | ұсынылған
    EXPECTATION | ожидается | күтіледі
    OPINION | мнение источника | дереккөздің пікірі`),
  End: table(`
    ONGOING | действует | күшінде
    ENDED | закончилось | аяқталған
    UNKNOWN | неизвестно, закончилось ли | аяқталғаны белгісіз`),
  Holds: table(`
    CERTAIN | точно действовало в этот день | сол күні анық күшінде болған
    POSSIBLY | возможно, действовало в этот день | сол күні күшінде болуы мүмкін`),
  Inferred: table(`
    TIE | сама связь | байланыстың өзі
    DATE | начало или конец | басталуы немесе аяқталуы
    VALUE | значение | мәні
    FROM | откуда идёт связь | байланыс басталатын нәрсе
    TO | куда ведёт связь | байланыс бастайтын нәрсе`),
  ReformKind: table(`
    PRESIDENCY | полномочия и срок президента | президенттің өкілеттіктері мен мерзімі
    PARLIAMENT | полномочия, состав и порядок работы парламента | парламенттің өкілеттіктері, құрамы және жұмыс тәртібі
    ELECTIONS | как голосуют и как распределяют места | дауыс беру және орындарды бөлу тәртібі
    PARTIES | создание и регистрация партий | партияларды құру және тіркеу
    LOCAL_GOVERNMENT | акимы, маслихаты, регионы | әкімдер, мәслихаттар, өңірлер
    JUSTICE | суды и уголовное правосудие | соттар және қылмыстық сот төрелігі
    CONSTITUTION | сама конституция | конституцияның өзі
    HUMAN_RIGHTS | права человека и органы их защиты | адам құқықтары және оларды қорғайтын органдар
    PARTICIPATION | участие граждан в решениях | азаматтардың шешім қабылдауға қатысуы
    SOCIAL_POLICY | поддержка, труд, семья | қолдау, еңбек, отбасы
    CIVIL_SERVICE | приём и карьера на госслужбе | мемлекеттік қызметке қабылдау және мансап
    PROGRAMME | общее название для нескольких направлений | бірнеше бағыттың ортақ атауы`),
  ReformStatus: table(`
    IN_PLACE | источник сообщает о ней как о состоявшейся | дереккөз жүзеге асқан деп хабарлайды
    PLANNED | решена или назначена, об исполнении не сообщается | шешілген немесе белгіленген, орындалғаны айтылмаған
    PROPOSED | лишь предложена, ожидается или обсуждается | тек ұсынылған, күтіледі немесе талқылануда
    UNKNOWN | ни одна связь об этом не говорит | бұл туралы бірде-бір байланыс айтпайды`),
  LawKind: table(`
    CONSTITUTION | конституция | конституция
    CONSTITUTIONAL_LAW | конституционный закон | конституциялық заң
    CODE | кодекс | кодекс
    LAW | закон | заң
    DECREE | указ или постановление | жарлық немесе қаулы
    TREATY | договор, пакт или протокол | шарт, пакт немесе хаттама
    INTERNATIONAL_ACT | акт международной организации | халықаралық ұйымның актісі
    PLAN | план действий | іс-қимыл жоспары
    CONCEPT | концепция | тұжырымдама
    PACKAGE | акты, известные лишь по числу | саны ғана белгілі актілер
    UNSPECIFIED | источники не называют форму | дереккөздерде нысаны аталмаған`),
  ProvisionKind: table(`
    ARTICLE | статья закона | заңның бабы
    PART | часть закона: преамбула, глава, параграф | заңның бөлігі: кіріспе, тарау, параграф
    HEADING | раздел плана или закона | жоспардың немесе заңның бөлімі
    MEASURE | мера плана | жоспардың шарасы
    RULE | норма, названная без статьи | бабы көрсетілмеген норма`),
  ProvisionEffect: table(`
    RIGHT | даёт право | құқық береді
    DUTY | налагает обязанность | міндет жүктейді
    BAN | запрещает | тыйым салады
    IMMUNITY | защищает | қорғайды
    REQUIREMENT | ставит условие | талап қояды
    STATUS | придаёт статус | мәртебе береді
    DEFINITION | определяет понятие | ұғымды айқындайды
    PENALTY | устанавливает наказание | жаза белгілейді`),
  InstitutionKind: table(`
    OFFICE | должность | лауазым
    PARLIAMENT | парламент | парламент
    CHAMBER | палата парламента | парламент палатасы
    GOVERNMENT | правительство | үкімет
    MINISTRY | министерство | министрлік
    COURT | суд | сот
    CONSTITUTIONAL_REVIEW | совет по проверке конституционности | конституциялылықты тексеретін кеңес
    OMBUDS | институт омбудсмена | омбудсмен институты
    CONSULTATIVE | консультативный или представительный орган | консультативтік немесе өкілді орган
    LOCAL_COUNCIL | местный совет | жергілікті кеңес
    LOCAL_EXECUTIVE | местная исполнительная власть | жергілікті атқарушы билік
    PARTY | политическая партия | саяси партия
    FUND | фонд | қор
    OVERSIGHT | надзорный или контрольный орган | қадағалау немесе бақылау органы
    UNIT | подразделение | бөлімше
    PERSONNEL | госслужба или кадровый резерв | мемлекеттік қызмет немесе кадр резерві
    LAW_ENFORCEMENT | правоохранительный орган | құқық қорғау органы
    INTERNATIONAL | международная организация | халықаралық ұйым
    PRESS | издание или пресс-служба | басылым немесе баспасөз қызметі
    OTHER | другое | басқа`),
  Existence: table(`
    PLANNED | о нём говорят только планы и предложения | ол туралы тек жоспарлар мен ұсыныстар айтады
    NOT_YET | ещё не существует в этот день | бұл күні әлі жоқ
    IN_PLACE | существует | бар
    ENDED | прекратил существование | жұмысын тоқтатқан
    UNKNOWN | источники не сообщают | дереккөздер айтпайды`),
  EventKind: table(`
    ELECTION | выборы | сайлау
    REFERENDUM | референдум | референдум
    ADDRESS | послание или речь | жолдау немесе сөз
    MEETING | заседание, сессия или конференция | отырыс, сессия немесе конференция
    START_OF_WORK | начало работы органа | органның жұмысын бастауы
    COMMEMORATION | памятная дата или юбилей | атаулы күн немесе мерейтой`),
  PlaceKind: table(`
    COUNTRY | страна | ел
    REGION | регион страны | ел өңірі
    CITY | город | қала
    MACRO_REGION | часть света | әлем бөлігі`),
  TopicKind: table(`
    GROUP | группа людей | адамдар тобы
    RIGHT | право или свобода | құқық немесе бостандық
    OFFENCE | правонарушение | құқық бұзушылық
    PENALTY | наказание | жаза
    PROCEDURE | процедура | рәсім
    ELECTORAL_METHOD | способ голосования или распределения мест | дауыс беру немесе орындарды бөлу тәсілі
    FIELD | область политики | саясат саласы
    GOAL | цель или принцип | мақсат немесе қағидат`),
  DocumentKind: table(`
    ARTICLE | статья | мақала
    STATEMENT | заявление или речь | мәлімдеме немесе сөз
    OVERVIEW | обзор или справка | шолу немесе анықтама
    ACT_RECORD | неофициальная копия карточки акта | акт карточкасының бейресми көшірмесі`),
  PublisherKind: table(`
    STATE | государственный орган | мемлекеттік орган
    PRESS | пресса | баспасөз
    INTERNATIONAL | международная организация | халықаралық ұйым
    ACADEMIC | университет или журнал | университет немесе журнал
    CIVIL_SOCIETY | объединение или фонд | бірлестік немесе қор
    UNKNOWN | в документе не указано | құжатта көрсетілмеген`),
  NameKind: table(`
    OFFICIAL | официальное название | ресми атауы
    SHORT | краткое название | қысқа атауы
    VARIANT | другое написание | басқаша жазылуы
    FORMER | прежнее название | бұрынғы атауы
    DESCRIPTION | описание, название неизвестно | сипаттама, атауы белгісіз
    OURS | наша формулировка | біздің тұжырым`),
  AffectsMechanism: table(`
    CREATED | создание | құру
    ABOLISHED | упразднение | тарату
    POWERS_WIDENED | полномочия расширены | өкілеттіктері кеңейтілген
    POWERS_CUT | полномочия сокращены | өкілеттіктері қысқартылған
    CONTROL_LOOSENED | контроль ослаблен | бақылау босаңсытылған
    COMPOSITION_CHANGED | состав изменён | құрамы өзгертілген
    SELECTION_CHANGED | изменён порядок отбора членов | мүшелерін іріктеу тәртібі өзгертілген
    TERM_CHANGED | срок полномочий изменён | өкілеттік мерзімі өзгертілген
    ENTRY_EASED | вход облегчён | кіру жеңілдетілген
    FUNCTION_GAINED | получена функция | функция берілген
    FUNCTION_LOST | утрачена функция | функциядан айырылған
    STATUS_RAISED | статус повышен | мәртебесі көтерілген
    STRENGTHENED | усиление, без подробностей | күшейтілген, толығырақ айтылмаған
    INDEPENDENCE_RAISED | независимость повышена | тәуелсіздігі арттырылған
    ACCESS_OPENED | открыт доступ | қолжетімділік ашылған
    ACCOUNTABILITY_INCREASED | подотчётность повышена | есептілігі арттырылған
    PROCEDURE_CHANGED | порядок изменён | тәртібі өзгертілген
    RIGHT_WIDENED | право расширено | құқығы кеңейтілген
    PROTECTED | взято под защиту | қорғауға алынған
    QUOTA | установлена квота | квота берілген
    LIABILITY_TIGHTENED | ответственность ужесточена | жауапкершілік қатаңдатылған
    SUPPORTED | оказана поддержка | қолдау көрсетілген
    IMPROVED | улучшение, без подробностей | жақсартылған, толығырақ айтылмаған
    SCOPE_WIDENED | охват расширен | қамту аясы кеңейтілген
    LEGAL_BASIS_GIVEN | дано определение или основа в законе | заңда анықтама немесе негіз берілген
    FILLED | произведено назначение | тағайындау жасалған
    SUSPENDED | приостановлено | тоқтатыла тұрған
    EXCEPTED | сделано исключение | ерекшелік жасалған
    OTHER | иначе, см. источники | басқаша, дереккөздерді қараңыз`),
  EnactedHow: table(`
    NEW_ACT | новым актом | жаңа актімен
    AMENDMENT | поправками в действующие акты | қолданыстағы актілерге түзетулермен
    UNSPECIFIED | источники не сообщают | дереккөздер айтпайды`),
  PartOfRole: table(`
    LOWER_CHAMBER | нижняя палата | төменгі палата
    UPPER_CHAMBER | верхняя палата | жоғарғы палата
    UNIT | подразделение | бөлімше
    OFFICE | должность | лауазым`),
  AmendEffect: table(`
    AMENDED | изменено | өзгертілген
    ADDED | добавлено | қосылған
    REMOVED | исключено | алып тасталған`),
  AppliesToRole: table(`
    HOLDER | кого норма обязывает или наделяет правом | норма міндеттейтін немесе құқық беретін тарап
    OBJECT | о чём норма | норма не туралы
    DECIDER | чьё мнение или согласие нужно | пікірі немесе келісімі қажет тарап
    FORUM | где решается | шешілетін орын
    RECIPIENT | кого уведомляют или спрашивают | хабарланатын немесе сұралатын тарап`),
  ProposedStage: table(`
    PROPOSED | предложение | ұсыну
    ANNOUNCED | объявление | жариялау
    INITIATED | инициатива | бастама көтеру
    MANDATED | поручение | тапсыру`),
  ReachedStage: table(`
    ANNOUNCED | объявлено | жарияланған
    PROPOSED | предложено | ұсынылған
    ADOPTED | принято | қабылданған
    SIGNED | подписано | қол қойылған
    IN_FORCE | вступило в силу | күшіне енген
    IMPLEMENTED | исполнено | орындалған`),
  AppointsMode: table(`
    APPOINTED | назначение | тағайындау
    ELECTED | избрание | сайлау
    SELECTED | отбор | іріктеу`),
  ParticipantRole: table(`
    HOST | принимающая сторона | қабылдаушы тарап
    SPEAKER | выступающий | сөйлеуші
    CANDIDATE | кандидат | кандидат`),
  ParticipantOutcome: table(`
    WON_SEATS | получены места | орын алған
    WON_NONE | места не получены | орын алмаған`),
  InvolvesRole: table(`
    PARTNER | партнёр | серіктес
    EXECUTOR | исполнитель | орындаушы
    TRAINER | обучающая сторона | оқытушы
    STAFF | персонал | қызметкерлер`),
  ConcernsRole: table(`
    SUBJECT | предмет | нысаны
    AIM | цель | мақсаты
    BENEFICIARY | в чью пользу | кімнің пайдасына
    OCCASION | повод | себебі
    TASK | задача | міндеті`),
  AboutRole: table(`
    SUBJECT | чья это цифра | бұл сан кімдікі
    BASE | целое, от которого считается доля | үлес есептелетін бүтін
    FOR | для кого предусмотрено | кімге арналған
    IN | где действует | қайда қолданылады
    BY | кем сделано | кім жасаған
    METHOD | каким способом | қандай тәсілмен
    BEFORE | уровень до реформы | реформаға дейінгі деңгей
    AFTER | уровень после реформы | реформадан кейінгі деңгей
    COUNTED | один из посчитанных | есептелгендердің бірі`),
  AuthorRole: table(`
    AUTHOR | автор | авторы
    SPEAKER | выступающий | сөйлеуші
    ATTRIBUTED | указан как источник | дереккөз ретінде көрсетілген
    PICTURES | автор снимков | суреттердің авторы`),
  ComparisonVerdict: table(`
    UNSETTLED | ничто не решает, какая сторона права | қай тараптың дұрыс екенін ештеңе шешпейді
    TIME | расхождение во времени | уақыт бойынша айырма
    SCOPE | речь о разном охвате | әңгіме әртүрлі аяда
    ROUNDING | разная точность одного значения | бір мәннің әртүрлі дәлдігі
    WORDING | разные слова об одном | бір нәрсе туралы әртүрлі сөз
    SAME_VALUE | выглядит различно, но говорит одно и то же | әртүрлі көрінгенімен, айтқаны бір
    ONE_DOCUMENT | все стороны в одном документе | барлық тарап бір құжатта`),
  TimelineKind: table(`
    EVENT | событие | оқиға
    DEED | действие | іс-әрекет
    STAGE | этап | кезең
    TERM | срок в должности | лауазымдағы мерзім
    STATE | длящаяся связь | созылмалы байланыс
    NAME | название | атау
    FIGURE | цифра | сан
    BEGIN | начало | басталуы
    END | конец | аяқталуы`),
  Turn: table(`
    HAPPENS | событие во времени | уақыттағы сәт
    BEGINS | начало | басталуы
    ENDS | конец | аяқталуы`),
  ChangeKind: table(`
    HAPPENED | произошло | болды
    BEGAN | началось | басталды
    ENDED | закончилось | аяқталды
    RECORDED | внесено в граф | графқа енгізілді
    RETRACTED | отозвано из графа | графтан алынды`),
  Comparator: table(`
    EXACT | точное значение | дәл мәні
    ABOUT | около | шамамен
    ALMOST | почти | дерлік
    MORE_THAN | больше чем | мынадан көп
    AT_LEAST | не меньше | кемінде
    LESS_THAN | меньше чем | мынадан аз
    AT_MOST | не больше | ең көбі
    INCREASED | выросло, значение не названо | өскен, мәні айтылмаған
    DECREASED | снизилось, значение не названо | төмендеген, мәні айтылмаған`),
};

/** Short words in English, where the contract explains at length. */
const SHORT: Readonly<Partial<Record<EnumName, Readonly<Record<string, string>>>>> = {
  Modality: {
    FACT: 'fact',
    PLAN: 'planned',
    PROPOSAL: 'proposed',
    EXPECTATION: 'expected',
    OPINION: 'opinion of a source',
  },
  TimelineKind: {
    EVENT: 'event',
    DEED: 'deed',
    STAGE: 'stage',
    TERM: 'term of office',
    STATE: 'lasting tie',
    NAME: 'name',
    FIGURE: 'figure',
    BEGIN: 'beginning',
    END: 'end',
  },
  Comparator: {
    EXACT: 'exactly',
    ABOUT: 'about',
    ALMOST: 'almost',
    MORE_THAN: 'more than',
    AT_LEAST: 'at least',
    LESS_THAN: 'less than',
    AT_MOST: 'at most',
  },
  Existence: {
    IN_PLACE: 'exists',
    ENDED: 'has ended',
    PLANNED: 'only planned',
    NOT_YET: 'not yet',
    UNKNOWN: 'no source says',
  },
};

/** What a value of an enum means, in words. */
export function valueWord(name: EnumName, value: string, language: Language): string {
  const meanings: Readonly<Record<string, string>> = enums[name].values;
  if (language === 'en') return SHORT[name]?.[value] ?? meanings[value] ?? value;
  return VALUES[name]?.[value]?.[language] ?? meanings[value] ?? value;
}
