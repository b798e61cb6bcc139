import type { Implementer } from './session.ts';

/** Signing in to the services of our cloud, and out. */
export const account = (on: Implementer) =>
  on.account.router({
    state: on.account.state.handler(({ context: { session } }) => session.account.state),

    registration: on.account.registration.handler(({ context: { session } }) => {
      const { clientId } = session.account;
      return { clientId };
    }),

    register: on.account.register.handler(async ({ context: { session }, input: { clientId } }) => {
      await session.account.register(clientId);
      return { clientId };
    }),

    signIn: on.account.signIn.handler(({ context: { session }, input: { how } }) => session.account.signIn(how)),
    signedIn: on.account.signedIn.handler(({ context: { session } }) => session.account.signedIn()),
    cancel: on.account.cancel.handler(({ context: { session } }) => session.account.cancel()),
    signOut: on.account.signOut.handler(({ context: { session } }) => session.account.signOut()),
  });
