import type { JSX } from 'preact';
import type { Support as Contact } from '../utils/settings/policy-schema.ts';
import type { SidebarCommand, View } from '../utils/view/view.ts';
import { announce } from './announcement.ts';
import { PrintSheet } from './call/PrintSheet.tsx';
import { type Enable, Enabling } from './enabling.ts';
import { Foot } from './Foot.tsx';
import { HubChoice } from './HubChoice.tsx';
import { PageIdentity, PlanIdentity } from './Identity.tsx';
import { LinkBar } from './LinkBar.tsx';
import { LiveRegions } from './LiveRegions.tsx';
import { LocksSoon } from './LocksSoon.tsx';
import { EdgeHandle } from './overlay/EdgeHandle.tsx';
import { FoldedTab } from './overlay/FoldedTab.tsx';
import type { Overlay } from './overlay/overlay.ts';
import { useFocusWhenFolded } from './overlay/use-focus-when-folded.ts';
import { PageHides } from './PageHides.tsx';
import { SupportContext } from './Support.tsx';
import { BirthDateDiffers } from './states/BirthDateDiffers.tsx';
import { BirthDateNeeded } from './states/BirthDateNeeded.tsx';
import { CouldNotCheck } from './states/CouldNotCheck.tsx';
import { Disagree } from './states/Disagree.tsx';
import { HubAway } from './states/HubAway.tsx';
import { Looking } from './states/Looking.tsx';
import { NoCurrentPlan, NoPlanFound } from './states/NoPlan.tsx';
import { NotHere } from './states/NotHere.tsx';
import { PlanFound } from './states/PlanFound.tsx';
import { ReasonNeeded } from './states/ReasonNeeded.tsx';
import { Refused } from './states/Refused.tsx';
import { ResidentToConfirm } from './states/ResidentToConfirm.tsx';
import { NothingOpen, Unreadable } from './states/Stops.tsx';
import { SwitchedOff } from './states/SwitchedOff.tsx';
import { WithoutSession } from './states/WithoutSession.tsx';
import { type TakeOut, TakingOut } from './take-out.ts';
import { UnreadParts } from './UnreadParts.tsx';
import { useBars } from './use-bars.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePassingTime } from './use-passing-time.ts';
import { useRevalidation } from './use-revalidation.ts';
import { nextWaitAt } from './waits.ts';
import { type Words, WordsContext } from './words/words.ts';

export type SidebarProps = {
  view: View;
  /** Milliseconds since 1970: ages, “today” and overdue are worked out from it. */
  now: number;
  /** The sentences of the language in which it is drawn. */
  words: Words;
  on: (command: SidebarCommand) => void;
  /** Whom to call; left out: the organisation has not said. */
  support?: Contact | undefined;
  /** Left out where nothing can be switched on by a button. */
  enable?: Enable | undefined;
  /** Left out where nothing can be copied or printed by a button. */
  takeOut?: TakeOut;
  /** Left out where the surface cannot be moved or folded. */
  overlay?: Overlay | undefined;
  /** In the browser's own panel, where somebody can choose whom to follow. */
  inPanel?: boolean | undefined;
};

const MINUTE_MS = 60_000;

/** When this view looks different by itself: a copy grows older, a wait longer. */
function nextAt(view: View, drawn: number): number | null {
  if (view.kind === 'plan' && view.saved) return drawn + MINUTE_MS;
  return nextWaitAt(view, drawn);
}

/** Left out where several patients, none, or one in doubt are open: no person’s name beside a record in doubt. */
function Identity({ view, now }: { view: View; now: number }): JSX.Element | null {
  switch (view.kind) {
    case 'plan': {
      const test = view.notices.some(({ kind }) => kind === 'testPatient');
      return <PlanIdentity patient={view.plan.patient} now={now} test={test} />;
    }
    case 'looking':
    case 'noPlanFound':
    case 'noCurrentPlan':
    case 'birthDateDiffers':
    case 'couldNotCheck':
    case 'accessRefused':
    case 'reasonNeeded':
      return <PageIdentity page={view.page} typed={view.openedBy === 'search'} now={now} />;
    case 'birthDateNeeded':
      return view.openedBy === 'residents' ? <PageIdentity page={view.page} typed={false} now={now} /> : null;
    default:
      return null;
  }
}

function Body({ view, now, on }: Pick<SidebarProps, 'view' | 'now' | 'on'>): JSX.Element {
  switch (view.kind) {
    case 'plan':
      return <PlanFound view={view} now={now} on={on} />;
    case 'noPlanFound':
      return <NoPlanFound view={view} now={now} />;
    case 'noCurrentPlan':
      return <NoCurrentPlan view={view} now={now} />;
    case 'couldNotCheck':
      return <CouldNotCheck view={view} now={now} on={on} />;
    case 'accessRefused':
      return <Refused view={view} />;
    case 'reasonNeeded':
      return <ReasonNeeded key={view.page.nhsNumber} view={view} now={now} on={on} />;
    case 'looking':
      return <Looking view={view} now={now} on={on} />;
    case 'disagree':
      return <Disagree view={view} on={on} />;
    case 'birthDateDiffers':
      return <BirthDateDiffers view={view} />;
    case 'birthDateNeeded':
      if (view.openedBy === 'residents') return <ResidentToConfirm view={view} now={now} on={on} />;
      return <BirthDateNeeded key={view.page.nhsNumber} view={view} now={now} on={on} />;
    case 'unreadable':
      return <Unreadable view={view} on={on} />;
    case 'switchedOff':
      return <SwitchedOff view={view} on={on} />;
    case 'noPatient':
    case 'unsettled':
    case 'several':
      return <NothingOpen view={view} />;
    case 'notHere':
      return <NotHere because={view.because} on={on} />;
    case 'hubAway':
      return <HubAway view={view} now={now} on={on} />;
    default:
      return <WithoutSession view={view} now={now} backTo="patient" on={on} />;
  }
}

type BodyProps = Pick<SidebarProps, 'view' | 'now' | 'on' | 'overlay' | 'inPanel'>;

function BodyAndFoot({ view, now, on, overlay, inPanel }: BodyProps): JSX.Element {
  return (
    <>
      <div class="body" key={view.kind}>
        <Body view={view} now={now} on={on} />
      </div>
      {inPanel && view.hub && view.kind !== 'hidden' ? <HubChoice hub={view.hub} on={on} /> : null}
      {view.kind === 'hidden' ? null : (
        <Foot view={view} on={on} overlay={overlay}>
          {view.kind === 'plan' ? <PrintSheet view={view} now={now} /> : null}
        </Foot>
      )}
      {overlay ? <EdgeHandle {...overlay} /> : null}
    </>
  );
}

function Head({ view, now, onFold }: Parameters<typeof LinkBar>[0]): JSX.Element {
  return (
    <header>
      <LinkBar view={view} now={now} onFold={onFold} />
      {view.locksSoon ? <LocksSoon cause={view.locksSoon.cause} /> : null}
      <Identity view={view} now={now} />
      {view.pageHides ? <PageHides /> : null}
      {view.unread ? <UnreadParts hosts={view.unread} /> : null}
    </header>
  );
}

/** What whoever draws this gives to all that is in it. */
function Given({
  support,
  enable,
  takeOut,
  children,
}: Pick<SidebarProps, 'support' | 'enable' | 'takeOut'> & { children: JSX.Element }): JSX.Element {
  return (
    <SupportContext.Provider value={support ?? null}>
      <Enabling.Provider value={enable ?? null}>
        <TakingOut.Provider value={takeOut ?? null}>{children}</TakingOut.Provider>
      </Enabling.Provider>
    </SupportContext.Provider>
  );
}

/**
 * Draws one `View`, whole, from nothing but its props. The two live regions stay for the life of the panel, so that a
 * screen reader hears each change once.
 */
export function Sidebar(props: SidebarProps): JSX.Element {
  const { view, now: drawnAt, words, on, overlay, inPanel, ...given } = props;
  const folded = overlay?.place.folded ?? false;
  const fold = overlay && ((is: boolean) => overlay.arrange({ ...overlay.place, folded: is }));
  const now = usePassingTime(drawnAt, (drawn) => nextAt(view, drawn));
  useRevalidation(view.kind === 'plan' ? view.fetchedAt : null, on);
  const panel = useKeptFocus();
  useBars(panel);
  useFocusWhenFolded(panel, folded);
  return (
    <WordsContext.Provider value={words}>
      <main>
        <article
          ref={panel}
          class="planside"
          aria-label="Planside"
          lang={words.LANGUAGE}
          translate={false}
          data-view={view.kind}
          data-side={overlay?.place.side}
          data-folded={folded || undefined}
          tabIndex={-1}
        >
          <LiveRegions {...announce(view, now, words)} />
          <Head view={view} now={now} onFold={fold && (() => fold(true))} />
          <Given {...given}>
            <BodyAndFoot view={view} now={now} on={on} overlay={overlay} inPanel={inPanel} />
          </Given>
          {fold && folded ? <FoldedTab view={view} onOpen={() => fold(false)} /> : null}
        </article>
      </main>
    </WordsContext.Provider>
  );
}
