import type { JSX } from 'preact';
import type { DifferingItem, View } from '../../utils/view/view.ts';
import { MainButton, type On, Say } from '../Buttons.tsx';
import { NotRecorded } from '../facts/Missing.tsx';
import { When } from '../facts/When.tsx';
import { bannerName } from '../format/names.ts';
import { spacedNhsNumber } from '../format/nhs-number.ts';
import { DISAGREE, MISSING } from '../words.ts';

type DisagreeView = Extract<View, { kind: 'disagree' }>;
type RowProps = { label: string; differs: boolean; page: JSX.Element; plan: JSX.Element };

function Row({ label, differs, page, plan }: RowProps): JSX.Element {
  return (
    <tr data-differs={differs ? '' : undefined}>
      <th scope="row">
        {label}
        {differs ? <small>{DISAGREE.differs}</small> : null}
      </th>
      <td data-label="This page">{page}</td>
      <td data-label="The plan">{plan}</td>
    </tr>
  );
}

type Side = { none: string };

function Name({ person, none }: Side & { person: DisagreeView['page'] | DisagreeView['plan'] }): JSX.Element {
  const name = bannerName({ familyName: person.familyName, givenNames: person.givenNames });
  return name ? <bdi>{name}</bdi> : <NotRecorded>{none}</NotRecorded>;
}

function Born({ birthDate, none }: Side & { birthDate: string | null }): JSX.Element {
  return birthDate ? <When date={birthDate} /> : <NotRecorded>{none}</NotRecorded>;
}

function NhsNumber({ nhsNumber }: { nhsNumber: string }): JSX.Element {
  return <bdi class="number">{spacedNhsNumber(nhsNumber)}</bdi>;
}

function Comparison({ page, plan, differs }: DisagreeView): JSX.Element {
  const marked = (item: DifferingItem): boolean => differs.includes(item);
  return (
    <table data-part="comparison">
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">Item</span>
          </th>
          <th scope="col">This page</th>
          <th scope="col">The plan</th>
        </tr>
      </thead>
      <tbody>
        <Row
          label="Name"
          differs={marked('familyName')}
          page={<Name person={page} none={DISAGREE.notOnPage} />}
          plan={<Name person={plan} none={MISSING.notRecorded} />}
        />
        <Row
          label="Born"
          differs={marked('birthDate')}
          page={<Born birthDate={page.birthDate} none={DISAGREE.notOnPage} />}
          plan={<Born birthDate={plan.birthDate} none={MISSING.notRecorded} />}
        />
        <Row
          label="NHS No."
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
