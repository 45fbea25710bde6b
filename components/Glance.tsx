import type { ComponentChildren, JSX } from 'preact';
import type { AnticipatoryMedicines, Contact, PlacePreference, Plan, TreatmentLevel } from '../utils/plan/plan.ts';
import { Authored } from './facts/Authored.tsx';
import { Changed } from './facts/Changed.tsx';
import { Filled } from './facts/Filled.tsx';
import { Hidden, NotRecorded } from './facts/Missing.tsx';
import { Phones } from './facts/Phone.tsx';
import { InlineQuote } from './facts/Quote.tsx';
import { ToldFact } from './facts/Told.tsx';
import { Icon } from './icons.tsx';
import { type GlanceItem, type Marks, marksOfItem, type SeenPlan } from './parts.ts';
import { useWords } from './words/words.ts';

type RowProps = { label: string; gloss?: string; part: string; marks: Marks; children: ComponentChildren };

function Row(props: RowProps): JSX.Element {
  const { WARNING } = useWords();
  return (
    <div>
      <dt>
        {props.label}
        {props.gloss ? <small>{props.gloss}</small> : null}
        {props.marks.changed ? <Changed /> : null}
      </dt>
      <dd data-part={props.part}>
        {props.children}
        {props.marks.warnings.map((warning) => (
          <span class="state" data-part="row-warning" key={warning}>
            <Icon name="warning" />
            <b>{WARNING[warning]}</b>
          </span>
        ))}
      </dd>
    </div>
  );
}

/** One of the four levels in its exact words, or other words as sent. */
function Level({ value }: { value: TreatmentLevel }): JSX.Element {
  const { LEVEL } = useWords();
  if (value.level === 'unknown') return <InlineQuote words={value.words} strong />;
  const [name, rest] = LEVEL[value.level];
  return (
    <>
      <b class="said">{name},</b> <small class="inline">{rest}</small>
      {value.words ? (
        <small>
          <InlineQuote words={value.words} />
        </small>
      ) : null}
    </>
  );
}

/** First choice in bold with the author’s words, then what to do if it cannot be. */
function Places({ value }: { value: readonly PlacePreference[] }): JSX.Element {
  const { GLANCE } = useWords();
  const [first, ...others] = value;
  if (!first) return <NotRecorded />;
  return (
    <span>
      <b class="said">
        <Authored>{first.place}</Authored>
      </b>
      {first.words && first.words !== first.place ? (
        <>
          : <InlineQuote words={first.words} />
        </>
      ) : null}
      {others.map(({ place }) => (
        <span key={place}>
          <Filled says={GLANCE.ifNotPossible} place={<Authored>{place}</Authored>} />
        </span>
      ))}
    </span>
  );
}

function KeptAt({ keptAt, restricted }: { keptAt: string | undefined; restricted: boolean }): JSX.Element {
  if (restricted) return <Hidden why="restricted" />;
  return keptAt ? <Authored>{keptAt}</Authored> : <NotRecorded />;
}

function Medicines({ value, restricted }: { value: AnticipatoryMedicines; restricted: boolean }): JSX.Element {
  const { COUNT, GLANCE } = useWords();
  return (
    <>
      <b class="said">{value.medicines.length > 0 ? COUNT.medicine(value.medicines.length) : GLANCE.issued}</b>
      {GLANCE.kept}
      <small data-part="kept-at">
        <KeptAt keptAt={value.keptAt} restricted={restricted} />
      </small>
    </>
  );
}

function FirstContact({ value }: { value: readonly Contact[] }): JSX.Element {
  const { FACT } = useWords();
  const [first] = value;
  if (!first) return <NotRecorded />;
  return (
    <>
      <b class="said">
        <Authored>{first.name}</Authored>
        {first.relationship ? (
          <>
            , <Authored>{first.relationship}</Authored>
          </>
        ) : null}
      </b>
      {first.phones.length > 0 ? (
        <Phones numbers={first.phones} of={first.name} />
      ) : (
        <span class="line">
          <NotRecorded>{FACT.noNumber}</NotRecorded>
        </span>
      )}
    </>
  );
}

/** What an item says, whoever said it and when. */
function said(item: Plan[GlanceItem]): string {
  return JSON.stringify(item.state === 'recorded' ? item.value : item.state);
}

type GlanceProps = SeenPlan & { others: readonly Plan[] };

/** What is to be said beside the facts of a row. */
function marksOfRow({ others, ...seen }: GlanceProps, ...items: readonly GlanceItem[]): Marks {
  const marks = items.map((item) => marksOfItem(seen, item));
  const differs = others.some((other) => items.some((item) => said(other[item]) !== said(seen.plan[item])));
  const warnings = new Set([
    ...marks.flatMap(({ warnings: own }) => own),
    ...(differs ? ['otherPlanDiffers' as const] : []),
  ]);
  return { warnings: [...warnings], changed: marks.some(({ changed }) => changed) };
}

/** How far to treat. */
function CeilingRow(props: GlanceProps): JSX.Element {
  const { GLANCE } = useWords();
  const marks = marksOfRow(props, 'treatmentLevel');
  return (
    <Row label={GLANCE.ceiling} gloss={GLANCE.howFar} part="treatment-level" marks={marks}>
      <ToldFact told={props.plan.treatmentLevel}>{(value) => <Level value={value} />}</ToldFact>
    </Row>
  );
}

/** Where to be cared for, and where to die. */
function PlacesRow(props: GlanceProps): JSX.Element {
  const { GLANCE } = useWords();
  const { plan } = props;
  return (
    <Row label={GLANCE.place} part="places" marks={marksOfRow(props, 'placeOfCare', 'placeOfDeath')}>
      <p class="of" data-part="place-of-care">
        <span>{GLANCE.care}</span> <ToldFact told={plan.placeOfCare}>{(value) => <Places value={value} />}</ToldFact>
      </p>
      <p class="of" data-part="place-of-death">
        <span>{GLANCE.death}</span> <ToldFact told={plan.placeOfDeath}>{(value) => <Places value={value} />}</ToldFact>
      </p>
    </Row>
  );
}

/** Some of the rows, where the others stand somewhere else as a section. */
export function CeilingAlone(props: GlanceProps): JSX.Element {
  return (
    <dl class="glance">
      <CeilingRow {...props} />
    </dl>
  );
}

/** How far to treat, and where. */
export function CeilingAndPlaces(props: GlanceProps): JSX.Element {
  return (
    <dl class="glance">
      <CeilingRow {...props} />
      <PlacesRow {...props} />
    </dl>
  );
}

/** How far to treat, where, with which medicines, whom to ring: always these rows in this order, so absence shows. */
export function Glance(props: GlanceProps): JSX.Element {
  const { GLANCE } = useWords();
  const { plan } = props;
  return (
    <dl class="glance">
      <CeilingRow {...props} />
      <PlacesRow {...props} />
      <Row label={GLANCE.medicines} part="anticipatory-medicines" marks={marksOfRow(props, 'anticipatoryMedicines')}>
        <ToldFact told={plan.anticipatoryMedicines}>
          {(value) => <Medicines value={value} restricted={plan.patient.restricted} />}
        </ToldFact>
      </Row>
      <Row label={GLANCE.callFirst} part="call-first" marks={marksOfRow(props, 'contacts')}>
        <ToldFact told={plan.contacts}>{(value) => <FirstContact value={value} />}</ToldFact>
      </Row>
    </dl>
  );
}
