import type { JSX } from 'preact';
import type { DifferingItem, View } from '../../utils/view/view.ts';
import { MainButton, type On, Say } from '../Buttons.tsx';
import { Authored } from '../facts/Authored.tsx';
import { NotRecorded } from '../facts/Missing.tsx';
import { When } from '../facts/When.tsx';
import { bannerName } from '../format/names.ts';
import { spacedNhsNumber } from '../format/nhs-number.ts';
import { useWords } from '../words/words.ts';

type DisagreeView = Extract<View, { kind: 'disagree' }>;
type RowProps = { label: string; differs: boolean; source: string; page: JSX.Element; plan: JSX.Element };

function Row({ label, differs, source, page, plan }: RowProps): JSX.Element {
  const { DISAGREE } = useWords();
  return (
    <tr data-differs={differs ? '' : undefined}>
      <th scope="row">
        {label}
        {differs ? <small>{DISAGREE.differs}</small> : null}
      </th>
      <td data-label={source}>{page}</td>
      <td data-label={DISAGREE.thePlan}>{plan}</td>
    </tr>
  );
}

type Side = { none: string };

function Name({ person, none }: Side & { person: DisagreeView['page'] | DisagreeView['plan'] }): JSX.Element {
  const name = bannerName({ familyName: person.familyName, givenNames: person.givenNames });
  return name ? <Authored>{name}</Authored> : <NotRecorded>{none}</NotRecorded>;
}

function Born({ birthDate, none }: Side & { birthDate: string | null }): JSX.Element {
  return birthDate ? <When date={birthDate} /> : <NotRecorded>{none}</NotRecorded>;
}

function NhsNumber({ nhsNumber }: { nhsNumber: string }): JSX.Element {
  return <bdi class="number">{spacedNhsNumber(nhsNumber)}</bdi>;
}

function Head({ source }: { source: string }): JSX.Element {
  const { DISAGREE } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">
          <span class="unseen">{DISAGREE.item}</span>
        </th>
        <th scope="col">{source}</th>
        <th scope="col">{DISAGREE.thePlan}</th>
      </tr>
    </thead>
  );
}

function Comparison({ page, plan, differs, openedBy }: DisagreeView): JSX.Element {
  const { DISAGREE, IDENTITY, FACT } = useWords();
  const marked = (item: DifferingItem): boolean => differs.includes(item);
  const isOfHub = openedBy === 'hub';
  const source = isOfHub ? DISAGREE.theHub : DISAGREE.thisPage;
  const none = isOfHub ? DISAGREE.notFromHub : DISAGREE.notOnPage;
  return (
    <table data-part="comparison">
      <Head source={source} />
      <tbody>
        <Row
          label={DISAGREE.name}
          source={source}
          differs={marked('familyName')}
          page={<Name person={page} none={none} />}
          plan={<Name person={plan} none={FACT.notRecorded} />}
        />
        <Row
          label={IDENTITY.born}
          source={source}
          differs={marked('birthDate')}
          page={<Born birthDate={page.birthDate} none={none} />}
          plan={<Born birthDate={plan.birthDate} none={FACT.notRecorded} />}
        />
        <Row
          label={IDENTITY.nhsNumber}
          source={source}
          differs={marked('nhsNumber')}
          page={<NhsNumber nhsNumber={page.nhsNumber} />}
          plan={<NhsNumber nhsNumber={plan.nhsNumber} />}
        />
      </tbody>
    </table>
  );
}

/** Page and plan are about different people, as far as anyone can tell: no plan, and no “show anyway”. */
export function Disagree({ view, on }: { view: DisagreeView; on: On }): JSX.Element {
  const { DISAGREE } = useWords();
  return (
    <Say heading={DISAGREE.heading(view.differs)} level={1} says={[]}>
      <Comparison {...view} />
      <p data-part="next-step">{DISAGREE.next(view.differs)}</p>
      <div class="buttons">
        <MainButton does="retry" on={on}>
          {DISAGREE.button}
        </MainButton>
      </div>
    </Say>
  );
}
