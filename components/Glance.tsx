import type { ComponentChildren, JSX } from 'preact';
import type { AnticipatoryMedicines, Contact, PlacePreference, Plan, TreatmentLevel } from '../utils/plan/plan.ts';
import { Changed } from './facts/Changed.tsx';
import { Hidden, NotRecorded } from './facts/Missing.tsx';
import { Phones } from './facts/Phone.tsx';
import { ToldFact } from './facts/Told.tsx';
import { counted } from './format/age.ts';
import { Icon } from './icons.tsx';
import { type GlanceItem, type Marks, marksOfItem, type SeenPlan } from './parts.ts';
import { LEVEL, MISSING, OTHER_PLAN_DIFFERS } from './words.ts';

type RowProps = { label: string; gloss?: string; part: string; marks: Marks; children: ComponentChildren };

function Row(props: RowProps): JSX.Element {
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
            <b>{warning}</b>
          </span>
        ))}
      </dd>
    </div>
  );
}

/** One of the four levels in its exact words, or other words as sent. */
function Level({ value }: { value: TreatmentLevel }): JSX.Element {
  if (value.level === 'unknown') return <q class="words said">{value.words}</q>;
  const [name, rest] = LEVEL[value.level];
  return (
    <>
      <b class="said">{name},</b> <small class="inline">{rest}</small>
      {value.words ? (
        <small>
          <q class="words">{value.words}</q>
        </small>
      ) : null}
    </>
  );
}

/** First choice in bold with the author’s words, then what to do if it cannot be. */
function Places({ value }: { value: readonly PlacePreference[] }): JSX.Element {
  const [first, ...others] = value;
  if (!first) return <NotRecorded />;
  return (
    <span>
      <b class="said">{first.place}</b>
      {first.words && first.words !== first.place ? (
        <>
          : <q class="words">{first.words}</q>
        </>
      ) : null}
      {others.map(({ place }) => (
        <span key={place}>; if not possible, {place}</span>
      ))}
    </span>
  );
}

function KeptAt({ keptAt, restricted }: { keptAt: string | undefined; restricted: boolean }): JSX.Element {
  if (restricted) return <Hidden why="restricted" />;
  return keptAt ? <span>{keptAt}</span> : <NotRecorded />;
}

function Medicines({ value, restricted }: { value: AnticipatoryMedicines; restricted: boolean }): JSX.Element {
  return (
    <>
      <b class="said">{value.medicines.length > 0 ? counted(value.medicines.length, 'medicine') : 'Issued'}</b>, kept:
      <small data-part="kept-at">
        <KeptAt keptAt={value.keptAt} restricted={restricted} />
      </small>
    </>
  );
}

function FirstContact({ value }: { value: readonly Contact[] }): JSX.Element {
  const [first] = value;
  if (!first) return <NotRecorded />;
  return (
    <>
      <b class="said">
        <bdi>{first.name}</bdi>
        {first.relationship ? `, ${first.relationship}` : null}
      </b>
      {first.phones.length > 0 ? (
        <Phones numbers={first.phones} />
      ) : (
        <span class="line">
          <NotRecorded>{MISSING.number}</NotRecorded>
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
  const warnings = new Set([...marks.flatMap(({ warnings: own }) => own), ...(differs ? [OTHER_PLAN_DIFFERS] : [])]);
  return { warnings: [...warnings], changed: marks.some(({ changed }) => changed) };
}

/** How far to treat, where, with which medicines, whom to ring: always these rows in this order, so absence shows. */
export function Glance(props: GlanceProps): JSX.Element {
  const { plan } = props;
  const marks = (...items: readonly GlanceItem[]): Marks => marksOfRow(props, ...items);
  return (
    <dl class="glance">
      <Row label="Ceiling of treatment" gloss="how far to treat" part="treatment-level" marks={marks('treatmentLevel')}>
        <ToldFact told={plan.treatmentLevel}>{(value) => <Level value={value} />}</ToldFact>
      </Row>
      <Row label="Preferred place" part="places" marks={marks('placeOfCare', 'placeOfDeath')}>
        <p class="of" data-part="place-of-care">
          <span>Care</span> <ToldFact told={plan.placeOfCare}>{(value) => <Places value={value} />}</ToldFact>
        </p>
        <p class="of" data-part="place-of-death">
          <span>Death</span> <ToldFact told={plan.placeOfDeath}>{(value) => <Places value={value} />}</ToldFact>
        </p>
      </Row>
      <Row label="Anticipatory medicines" part="anticipatory-medicines" marks={marks('anticipatoryMedicines')}>
        <ToldFact told={plan.anticipatoryMedicines}>
          {(value) => <Medicines value={value} restricted={plan.patient.restricted} />}
        </ToldFact>
      </Row>
      <Row label="Call first" part="call-first" marks={marks('contacts')}>
        <ToldFact told={plan.contacts}>{(value) => <FirstContact value={value} />}</ToldFact>
      </Row>
    </dl>
  );
}
