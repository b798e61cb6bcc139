import { decide } from '#electron/policy/index.ts';
import { loadCedar } from '#test/proof/cedar.ts';
import { isSame, verdictOf } from '#test/proof/differential.ts';
import { caslQuestion, loadCasl } from './support/casl.ts';
import { report } from './support/report.ts';
import { dossiersOf, NOW, PROFILE, requestsOf, stepFor } from './support/sweep.ts';
import { Match, Turns } from './support/turns.ts';

// The sweep of `can` over many customers. Ours answers every request; the peers, which are slower, an evenly chosen
// part of the same ones, on which ours is measured again. They take turns, so that whatever else the
// machine does falls on all alike. Each answer of a peer is compared with ours.

const CUSTOMERS = 100_000;
const WARM_UP = 4_000;
const SLICE = 200;

// As few slots as the sample needs: each makes Cedar slower.
const cedar = loadCedar({ delegations: 3, assignments: 1 });
const casl = loadCasl(PROFILE, NOW);

/** Asks everything about so many customers. */
function sweep(customers: number) {
  const ours = new Turns();
  const withCedar = new Match({
    step: stepFor(20_000, CUSTOMERS),
    ask: cedar.ask,
    peer: cedar.answer,
    ours: decide,
    agree: (cedars, decision) => isSame(verdictOf(decision), cedars),
  });
  const withCasl = new Match({
    step: stepFor(200_000, CUSTOMERS),
    ask: caslQuestion,
    peer: casl,
    ours: decide,
    // CASL knows no third value: what is not surely allowed is not allowed.
    agree: (isAllowed, { decision }) => isAllowed === decision,
  });
  const makingFacts = new Turns();
  for (let from = 0; from < customers; from += SLICE) {
    const dossiers = dossiersOf(from, Math.min(from + SLICE, customers));
    const requests = makingFacts.take([dossiers], requestsOf).flat();
    ours.take(requests, decide);
    withCedar.add(requests);
    withCasl.add(requests);
  }
  withCedar.play();
  withCasl.play();
  return { ours, makingFacts, withCedar, withCasl };
}

sweep(WARM_UP);
const { ours, makingFacts, withCedar, withCasl } = sweep(CUSTOMERS);

const tell = (metric: string, value: number, unit: string, peer?: string) =>
  report({ bench: 'policy', metric, value, unit, ...(peer ? { peer } : {}) });

tell('decisions', ours.perSecond, '1/s');
tell('decisions', withCedar.peers.perSecond, '1/s', 'cedar');
tell('decisions', withCasl.peers.perSecond, '1/s', 'casl');
tell('decisions on the part for Cedar', withCedar.ours.perSecond, '1/s');
tell('decisions on the part for CASL', withCasl.ours.perSecond, '1/s');
tell('times Cedar', withCedar.ours.perSecond / withCedar.peers.perSecond, '1');
tell('times CASL', withCasl.ours.perSecond / withCasl.peers.perSecond, '1');
tell('facts and decisions', ours.answered / ((ours.milliseconds + makingFacts.milliseconds) / 1000), '1/s');
