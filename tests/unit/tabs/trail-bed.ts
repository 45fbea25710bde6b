import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { newWatch } from '../../../utils/session/deadlines.ts';
import type { Session } from '../../../utils/session/session.ts';
import type { Settings } from '../../../utils/settings/settings.ts';
import type { AuditTrail } from '../../../utils/tabs/audit-trail.ts';
import { AUDIT_KEY, PretendService } from '../access/audit/pretend-service.ts';
import { nurse } from '../session/signed-in.ts';
import { PretendExtension } from './pretend-extension.ts';

const LOGIN = 'https://login.example';

/** A computer with one background after another, and the services it speaks to. */
export class TrailBed {
  readonly extension = new PretendExtension();
  readonly service = new PretendService();
  settings: Settings = {
    clinicalSystems: [],
    planService: {
      name: 'Example',
      fhirBase: 'https://plans.example/fhir',
      clientId: 'planside',
      scopes: 'openid',
      signInOrigins: [LOGIN],
    },
  };
  /** Whether the service names a key for audit events. */
  hasKey = true;
  /** What the sign-in service answers when a token is to be renewed. */
  renew: () => Promise<Response> = () => Promise.reject(new TypeError('Failed to fetch'));
  trail!: AuditTrail;
  #signIn: (session: Session) => Promise<void> = async () => undefined;

  constructor() {
    vi.stubGlobal('indexedDB', new IDBFactory());
    vi.stubGlobal('fetch', (address: string | URL, init?: RequestInit) => this.#answer(String(address), init));
  }

  /** The background that was there is gone; another begins. */
  async born(): Promise<AuditTrail> {
    this.extension.born();
    const { openSession } = await import('../../../utils/session/session.ts');
    const { auditTrail } = await import('../../../utils/tabs/audit-trail.ts');
    this.#signIn = (session) => openSession(session, newWatch(600_000, Date.now()));
    this.trail = auditTrail(async () => this.settings);
    return this.trail;
  }

  /** Somebody has signed in, with a token that is good for so long (milliseconds). */
  async signIn(session: Session = nurse, goodForMs = 300_000): Promise<void> {
    await this.#signIn({ ...session, expiresAt: Date.now() + goodForMs });
  }

  /** Nobody is signed in any more. */
  signOut(): void {
    for (const key of ['session', 'watch']) this.extension.stored.session.delete(key);
  }

  /** When the trail has set its alarm for, in milliseconds from now; `null`: it has set none. */
  get alarmIn(): number | null {
    const alarm = this.extension.alarms.get('audit');
    return alarm ? alarm.scheduledTime - Date.now() : null;
  }

  /** So many requests with an event have come. */
  untilReceived(count: number): Promise<void> {
    return vi.waitFor(() => {
      if (this.service.received.length < count) throw new Error(`${this.service.received.length} of ${count}`);
    });
  }

  /** Everything that was begun is done: nothing is on its way to disk or service. */
  async quiet(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  async #answer(address: string, init: RequestInit = {}): Promise<Response> {
    if (address.includes('/AuditEvent/')) return this.service.fetch(address, init);
    if (address === `${LOGIN}/audit-keys`) {
      return Response.json({ keys: this.hasKey ? [{ ...AUDIT_KEY, use: 'enc', alg: 'ECDH-ES' }] : [] });
    }
    if (address === `${LOGIN}/token`) return this.renew();
    return Response.json({
      issuer: LOGIN,
      jwks_uri: `${LOGIN}/jwks`,
      authorization_endpoint: `${LOGIN}/authorize`,
      token_endpoint: `${LOGIN}/token`,
      code_challenge_methods_supported: ['S256'],
      audit_encryption_jwks_uri: `${LOGIN}/audit-keys`,
    });
  }
}
