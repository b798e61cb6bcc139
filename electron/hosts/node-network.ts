import http from 'node:http';
import tls from 'node:tls';
import type { NetworkGift } from '#electron/network/wire.ts';

/** This machine is reached without a proxy. */
const HERE = 'localhost,127.0.0.1,::1,[::1]';

/**
 * Node's way to the network, for hosts without Chromium's: through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` and
 * `NO_PROXY` name, trusting the certificates that the system trusts beside Node's own. A Node older than 24.14 knows no
 * proxy, one older than 22.19 its own certificates (and those of `NODE_EXTRA_CA_CERTS`) alone. What is set up here holds
 * for the whole process, from the first request on.
 */
export function nodeNetwork(environment: NodeJS.ProcessEnv = process.env): NetworkGift {
  let ready = false;
  return {
    fetch: (input, init) => {
      if (!ready) {
        ready = true;
        takeProxy(environment);
        trustSystem();
      }
      return globalThis.fetch(input, init);
    },
  };
}

function takeProxy(environment: NodeJS.ProcessEnv): void {
  const { setGlobalProxyFromEnv }: { setGlobalProxyFromEnv?: typeof http.setGlobalProxyFromEnv } = http;
  const direct = [environment.no_proxy ?? environment.NO_PROXY, HERE].filter((hosts) => hosts).join(',');
  setGlobalProxyFromEnv?.({ ...environment, no_proxy: direct, NO_PROXY: direct });
}

function trustSystem(): void {
  const { getCACertificates, setDefaultCACertificates }: Partial<typeof tls> = tls;
  if (getCACertificates === undefined || setDefaultCACertificates === undefined) return;
  setDefaultCACertificates([...new Set([...getCACertificates('default'), ...getCACertificates('system')])]);
}
