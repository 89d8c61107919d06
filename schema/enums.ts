import type { EnumSpec } from './spec.ts';

const words = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const [value = '', ...meaning] = line.trim().split(' ');
        return [value, meaning.join(' ')];
      }),
  );

/** Every enum of the contract. A new value is a line; the seed check and the GraphQL enum both read it here. */
export const enums = {
  Modality: {
    description: 'How a source puts a claim. A plan is never reported as a fact.',
    values: words(`
      FACT stated as having happened or holding
      PLAN decided or scheduled to happen
      PROPOSAL suggested, not decided
      EXPECTATION what a source expects to come of something
      OPINION a judgement of whoever speaks`),
  },
  Rank: {
    description: 'Standing of a claim among rival claims. DEPRECATED ones show only when asked for.',
    values: words(`
      PREFERRED the best of several claims, with the reason in the note
      NORMAL no ruling
      DEPRECATED known to be wrong, kept with the reason in the note`),
  },
  End: {
    description: 'What is known of the end of a state. A deed has no end.',
    values: words(`
      ONGOING a source says or implies that it still holds
      ENDED it ended, on validTo or on an unknown day
      UNKNOWN no source says whether it ended`),
  },
  HopDirection: {
    description: 'Whether a hop goes the way its claim does.',
    values: words(`
      FORWARD from where the claim starts to where it leads
      BACKWARD the other way`),
  },
  Holds: {
    description: 'Whether a claim holds on the day asked with asOf.',
    values: words(`
      CERTAIN the known dates put the day inside
      POSSIBLY a bound is unknown or too coarse to tell`),
  },
  Inferred: {
    description: 'What of a claim its sources only imply; the note says how.',
    values: words(`
      TIE the connection itself
      DATE the start or the end
      VALUE a property of the claim
      FROM the thing it starts from
      TO the thing it leads to`),
  },
  TimelineKind: {
    description: 'What an entry of a timeline tells of.',
    values: words(`
      EVENT an event it took part in, or that concerns it
      DEED something done: a change, an act, a signature, a ratification
      STAGE a stage reached, or somebody who put it forward
      TERM a person in an office
      STATE a tie that lasts: part, member, rule, who appoints
      NAME a name by which it is known
      FIGURE a number or date somebody stated
      BEGIN its own beginning: founded, adopted, in force, published
      END its own end: dissolved, no longer in force`),
  },
  ChangeKind: {
    description: 'In what way something changed between two days.',
    values: words(`
      HAPPENED it happened
      BEGAN it began
      ENDED it ended
      RECORDED the graph holds it since
      RETRACTED the graph holds it no longer`),
  },
  StateAspect: {
    description: 'What of an institution a claim tells.',
    values: words(`
      RULE a rule that applies to it
      FIGURE a number of it: seats, members, terms
      APPOINTED_BY who appoints, elects or selects its members or holders
      CONSENTED_BY whose consent its filling needs
      APPOINTS whom it appoints, elects or selects
      CONSENTS_TO for whom its consent is needed
      CHAIRED_BY who chairs it
      CHAIRS what it chairs
      PART a part of it
      WHOLE what it is part of
      MEMBER a member of it
      MEMBERSHIP what it is a member of
      HOLDER a person in this office
      NAME a name of it
      EXISTENCE its beginning or end`),
  },
  Turn: {
    description: 'Whether an entry is a point in time or one end of something that lasts.',
    values: words(`
      HAPPENS a point in time, true ever after
      BEGINS the first day of something
      ENDS the first day on which something no longer holds; of an event, its last`),
  },
  ReformKind: {
    description: 'Main field of a reform.',
    values: words(`
      PRESIDENCY powers and term of the president
      PARLIAMENT powers, composition and procedure of parliament
      ELECTIONS how votes are cast and seats are won
      PARTIES founding and registration of political parties
      LOCAL_GOVERNMENT akims, maslikhats, regions
      JUSTICE courts and criminal justice
      CONSTITUTION the constitution itself
      HUMAN_RIGHTS rights and the bodies that guard them
      PARTICIPATION how citizens take part in decisions
      SOCIAL_POLICY support, labour, family
      CIVIL_SERVICE recruitment and careers in the state
      PROGRAMME an umbrella over several fields`),
  },
  ReformStatus: {
    description: 'How far a reform has come, worked out from its ties as of the day asked.',
    values: words(`
      IN_PLACE a source reports as a fact that it was enacted or changed something
      PLANNED decided or scheduled, not reported done
      PROPOSED only proposed, expected or discussed
      UNKNOWN no tie says`),
  },
  LawKind: {
    description: 'Form of an act. That it amends or ratifies follows from its ties.',
    values: words(`
      CONSTITUTION constitution
      CONSTITUTIONAL_LAW constitutional law
      CODE code
      LAW law
      DECREE decree of a head of state or government
      TREATY treaty, covenant or protocol
      INTERNATIONAL_ACT resolution, declaration or principles of an international body
      PLAN plan of action
      CONCEPT policy concept
      PACKAGE acts known only by their number
      UNSPECIFIED no source gives the form`),
  },
  ProvisionKind: {
    description: 'What kind of part or rule a provision is.',
    values: words(`
      ARTICLE article of a law
      PART part of a law other than an article: preamble, chapter, paragraph
      HEADING heading of a plan, or section of a law
      MEASURE measure of a plan
      RULE rule that a source states without its article`),
  },
  ProvisionEffect: {
    description: 'What a rule does to its holder.',
    values: words(`
      RIGHT gives a right
      DUTY lays down a duty
      BAN forbids
      IMMUNITY shields
      REQUIREMENT sets a condition
      STATUS gives a status
      DEFINITION defines a term
      PENALTY sets a penalty`),
  },
  InstitutionKind: {
    description: 'Kind of body or office.',
    values: words(`
      OFFICE post that somebody holds, or a class of posts
      PARLIAMENT parliament
      CHAMBER chamber of a parliament
      GOVERNMENT government
      MINISTRY ministry
      COURT court
      CONSTITUTIONAL_REVIEW council that reviews constitutionality
      OMBUDS ombudsperson's institution
      CONSULTATIVE consultative or representative assembly
      LOCAL_COUNCIL local council
      LOCAL_EXECUTIVE local executive
      PARTY political party
      FUND fund or foundation
      OVERSIGHT supervisory or audit body
      UNIT unit of a body
      PERSONNEL civil service or personnel reserve
      LAW_ENFORCEMENT law enforcement
      INTERNATIONAL international organisation
      PRESS press outlet or press service
      OTHER none of these`),
  },
  Existence: {
    description: 'Whether an institution exists on the day asked, worked out from its dates and ties.',
    values: words(`
      PLANNED only plans and proposals speak of it
      NOT_YET known to begin after the day asked
      IN_PLACE a fact not later than the day speaks of it, and no end is known
      ENDED known to have ended
      UNKNOWN no source says`),
  },
  EventKind: {
    description: 'Kind of event.',
    values: words(`
      ELECTION election
      REFERENDUM referendum
      ADDRESS address or speech
      MEETING meeting, session or conference
      START_OF_WORK start of work of a body
      COMMEMORATION commemoration or anniversary`),
  },
  PlaceKind: {
    description: 'Kind of place.',
    values: words(`
      COUNTRY country
      REGION region of a country
      CITY city
      MACRO_REGION part of the world`),
  },
  TopicKind: {
    description: 'Kind of subject.',
    values: words(`
      GROUP group of people
      RIGHT right or freedom
      OFFENCE offence
      PENALTY penalty
      PROCEDURE procedure
      ELECTORAL_METHOD way of voting or of filling seats
      FIELD field of policy
      GOAL goal or principle`),
  },
  DocumentKind: {
    description: 'Kind of source document.',
    values: words(`
      ARTICLE article of the press or of an author
      STATEMENT statement or speech
      OVERVIEW overview or briefing
      ACT_RECORD unofficial copy of the record of an official act`),
  },
  PublisherKind: {
    description: 'Who published a document.',
    values: words(`
      STATE body of a state
      PRESS press
      INTERNATIONAL international organisation
      ACADEMIC university or journal
      CIVIL_SOCIETY association or foundation
      UNKNOWN the document does not say`),
  },
  CoverageStatus: {
    description: 'Whether the sources answer a question.',
    values: words(`
      STATED a source says so
      INFERRED the sources only imply it
      NOT_STATED no source says, which is not the same as no`),
  },
  NameKind: {
    description: 'Standing of a name.',
    values: words(`
      OFFICIAL official name or title
      SHORT short form
      VARIANT other spelling or wording
      FORMER name no longer in use
      DESCRIPTION description where no title is known
      OURS wording of this graph that no source gives`),
  },
  Comparator: {
    description: 'How a stated value relates to the true one.',
    values: words(`
      EXACT the value
      ABOUT about the value
      ALMOST almost the value
      MORE_THAN more than the value
      AT_LEAST at least the value
      LESS_THAN less than the value
      AT_MOST at most the value
      INCREASED it rose, no value stated
      DECREASED it fell, no value stated`),
  },
  AffectsMechanism: {
    description: 'How a reform changes what it affects.',
    values: words(`
      CREATED created or created again
      ABOLISHED abolished
      POWERS_WIDENED powers widened
      POWERS_CUT powers cut
      CONTROL_LOOSENED control over it loosened
      COMPOSITION_CHANGED composition changed
      SELECTION_CHANGED the way its members are chosen changed
      TERM_CHANGED term of office changed
      ENTRY_EASED entry made easier
      FUNCTION_GAINED gained a function
      FUNCTION_LOST lost a function
      STATUS_RAISED status raised
      STRENGTHENED strengthened, no more is said
      INDEPENDENCE_RAISED independence raised
      ACCESS_OPENED access opened
      ACCOUNTABILITY_INCREASED accountability increased
      PROCEDURE_CHANGED procedure changed
      RIGHT_WIDENED right widened
      PROTECTED protected
      QUOTA given a quota
      LIABILITY_TIGHTENED liability tightened
      SUPPORTED supported
      IMPROVED made better, no more is said
      SCOPE_WIDENED covers more cases
      LEGAL_BASIS_GIVEN defined or founded in law
      FILLED somebody was appointed to it
      SUSPENDED suspended
      EXCEPTED excepted
      OTHER another way, see the evidence`),
  },
  EnactedHow: {
    description: 'How a law enacted a reform.',
    values: words(`
      NEW_ACT by a new act
      AMENDMENT by amending acts in force
      UNSPECIFIED no source says`),
  },
  PartOfRole: {
    description: 'As what a part belongs to the whole.',
    values: words(`
      LOWER_CHAMBER lower chamber
      UPPER_CHAMBER upper chamber
      UNIT unit
      OFFICE office`),
  },
  AmendEffect: {
    description: 'What an amendment did.',
    values: words(`
      AMENDED reworded
      ADDED added
      REMOVED removed`),
  },
  AppliesToRole: {
    description: 'As what something is touched by a rule.',
    values: words(`
      HOLDER whom the rule binds or entitles
      OBJECT what the rule is about
      DECIDER whose opinion or consent it needs
      FORUM where it is decided
      RECIPIENT who is told or asked`),
  },
  ProposedStage: {
    description: 'What a proposer did.',
    values: words(`
      PROPOSED proposed it
      ANNOUNCED announced it
      INITIATED set it going
      MANDATED ordered it`),
  },
  ReachedStage: {
    description: 'Stage in the life of a reform or law.',
    values: words(`
      ANNOUNCED announced
      PROPOSED proposed
      ADOPTED adopted
      SIGNED signed
      IN_FORCE came into force
      IMPLEMENTED implemented`),
  },
  AppointsMode: {
    description: 'How an office or seat is filled.',
    values: words(`
      APPOINTED appointed
      ELECTED elected
      SELECTED selected`),
  },
  ParticipantRole: {
    description: 'As what somebody took part in an event.',
    values: words(`
      HOST host
      SPEAKER speaker
      CANDIDATE candidate`),
  },
  ParticipantOutcome: {
    description: 'What a participant won.',
    values: words(`
      WON_SEATS won seats
      WON_NONE won none`),
  },
  InvolvesRole: {
    description: 'As what somebody is involved.',
    values: words(`
      PARTNER partner
      EXECUTOR executor
      TRAINER trainer
      STAFF staff`),
  },
  ConcernsRole: {
    description: 'As what something is concerned.',
    values: words(`
      SUBJECT subject
      AIM aim
      BENEFICIARY beneficiary
      OCCASION occasion
      TASK task`),
  },
  AboutRole: {
    description: 'What a figure says of the thing.',
    values: words(`
      SUBJECT whose figure it is
      BASE the whole of which it is a part or share
      FOR for whom it is set aside
      IN where it counts
      BY who did it
      METHOD by which method
      BEFORE the level before this reform
      AFTER the level after this reform
      COUNTED one of those that it counts`),
  },
  AuthorRole: {
    description: 'As what somebody stands behind a document.',
    values: words(`
      AUTHOR wrote it
      SPEAKER delivered it
      ATTRIBUTED it gives them as its source
      PICTURES made its pictures`),
  },
  ComparisonVerdict: {
    description: 'What became of a disagreement, judged by people. The order is that of lists.',
    values: words(`
      UNSETTLED nothing known says which side is right
      TIME they differ in when: each speaks of a time of its own, or dates the same otherwise
      SCOPE they differ in of what or of whom they speak
      ROUNDING they differ in how exactly they give one value
      WORDING they differ in words for one thing, some of them loose
      SAME_VALUE they look different and say the same
      ONE_DOCUMENT all sides stand in one document`),
  },
} as const satisfies Record<string, EnumSpec>;

export type EnumName = keyof typeof enums;
