import { createPace, type Pace } from '#electron/network/pace.ts';
import { createWire, type Wire } from '#electron/network/wire.ts';
import { endpointsOf } from '#electron/sync/endpoints.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import { openWorkspace, type Session } from './session.ts';

/** How fast each service is asked: whatever a session asks of it, since the services count per tenant. */
const paces = new WeakMap<Session, Record<SyncSource, Pace>>();

const LOCALES = { en: 'en-US', 'zh-CN': 'zh-CN', 'zh-TW': 'zh-TW' } as const;

/** Ways to the services of the session's cloud for one run, made when they are asked for. */
export function wiresOf(session: Session): (service: SyncSource) => Wire {
  const wires = new Map<SyncSource, Wire>();
  return (service) => {
    const made = wires.get(service) ?? wireTo(session, service);
    wires.set(service, made);
    return made;
  };
}

function wireTo(session: Session, service: SyncSource): Wire {
  const { clock, network, newId, settings } = session.options;
  const { records } = openWorkspace(session);
  return createWire({
    service,
    base: endpointsOf(records.profile)[service],
    fetch: network?.fetch ?? globalThis.fetch,
    token: (refused) => session.account.token(service, refused),
    pace: paceOf(session)[service],
    clock,
    random: Math.random,
    newId,
    locale: LOCALES[settings.get().language ?? 'en'],
  });
}

function paceOf(session: Session): Record<SyncSource, Pace> {
  const { requestsAMinute: perMinute } = session.options;
  const pace = () => createPace(perMinute === undefined ? {} : { perMinute });
  const known = paces.get(session) ?? { 'partner-center': pace(), graph: pace() };
  paces.set(session, known);
  return known;
}
