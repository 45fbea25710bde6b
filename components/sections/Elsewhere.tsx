import type { JSX } from 'preact';
import type { PlanElsewhere } from '../../utils/plan/plan-lookup.ts';
import { NotRecorded } from '../facts/Missing.tsx';
import { When } from '../facts/When.tsx';
import { counted } from '../format/age.ts';
import { Icon } from '../icons.tsx';
import { ClosedSection, Section } from './Section.tsx';

type ElsewhereProps = {
  elsewhere: readonly PlanElsewhere[];
  /** `false`: nobody could be asked, so an empty list means nothing. */
  checked: boolean;
  service: string;
  open?: boolean;
};

const TITLE = 'Plans held elsewhere';

function Pointer({ title, custodian, date }: PlanElsewhere): JSX.Element {
  return (
    <li data-part="plan-elsewhere">
      <b class="said">{title}</b>
      <p>
        Held by {custodian ? <bdi>{custodian}</bdi> : <NotRecorded>a holder not recorded</NotRecorded>}
        {date ? (
          <>
            , dated <When date={date} />
          </>
        ) : null}
      </p>
    </li>
  );
}

/** Pointers to plans of other organisations: never fetched, never a link. */
export function Elsewhere({ elsewhere, checked, service, open = false }: ElsewhereProps): JSX.Element {
  if (!checked) {
    return (
      <ClosedSection name="elsewhere" title={TITLE}>
        <span class="state" data-fact="unreadable">
          <Icon name="warning" />
          <b>Could not be checked. There may be some.</b>
        </span>
      </ClosedSection>
    );
  }
  if (elsewhere.length === 0) {
    return (
      <ClosedSection name="elsewhere" title={TITLE}>
        {service} knows of none.
      </ClosedSection>
    );
  }
  return (
    <Section
      name="elsewhere"
      title={TITLE}
      closedLine={`${counted(elsewhere.length, 'plan')}: ${elsewhere.map(({ title }) => title).join('; ')}`}
      open={open}
    >
      <ul class="elsewhere">
        {elsewhere.map((pointer, at) => (
          <Pointer key={`${at} ${pointer.title}`} {...pointer} />
        ))}
      </ul>
      <p class="by">Planside cannot open these. Ask whoever holds them.</p>
    </Section>
  );
}
