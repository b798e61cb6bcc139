import { createHash } from 'node:crypto';
import type { Random } from '#test/generator/random.ts';
import { applied, type Content, type FolderChange, type Image, type Snapshot } from './model-disk.ts';

/** A disk after a crash, and how it came about. */
export interface Crash<M> {
  readonly how: string;
  readonly image: Image;
  readonly mark: M;
}

/** What becomes of the bytes of a file that were not flushed. */
const LOSSES = ['kept', 'dropped', 'cut', 'zeros', 'holes'] as const;
type Loss = (typeof LOSSES)[number];

/** What a crash makes of the changes that were on their way. */
interface Fate {
  readonly how: string;
  readonly changes: (pending: readonly FolderChange[]) => readonly FolderChange[];
  readonly loss: () => Loss;
}

const all = (pending: readonly FolderChange[]): readonly FolderChange[] => pending;
const none = (): readonly FolderChange[] => [];

/** The ends of what can happen; everything else lies between them. */
const EXTREMES: readonly Fate[] = [
  { how: 'nothing flushed is all that is left', changes: none, loss: () => 'dropped' },
  { how: 'names arrived, their bytes did not', changes: all, loss: () => 'dropped' },
  { how: 'names arrived, their bytes are zeros', changes: all, loss: () => 'zeros' },
  { how: 'names arrived, their bytes are cut', changes: all, loss: () => 'cut' },
  { how: 'bytes arrived, their names did not', changes: none, loss: () => 'kept' },
];

/**
 * What a process that is killed leaves behind at a change: everything before it, with the change itself or half of it.
 * The system lives on, so nothing else is lost.
 */
export function* killed<M>(snapshot: Snapshot<M>, random: Random): Generator<Crash<M>> {
  const { after, contents, mark, written } = snapshot;
  yield {
    how: `killed after ${after}`,
    image: imageOf(snapshot, { how: '', changes: all, loss: () => 'kept' }, random),
    mark,
  };
  if (!written) return;
  const whole = contents.get(written.content)?.live ?? Buffer.alloc(0);
  const end = random.integer(written.from, Math.max(written.from, whole.length - 1));
  const torn = new Map(contents).set(written.content, { live: whole.subarray(0, end), synced: whole });
  const image = imageOf({ ...snapshot, contents: torn }, { how: '', changes: all, loss: () => 'kept' }, random);
  yield { how: `killed within ${after}`, image, mark };
}

/** What a power cut after a change may leave: the extremes, and so many outcomes between them. */
export function* powerCuts<M>(snapshot: Snapshot<M>, random: Random, count: number): Generator<Crash<M>> {
  const between = Array.from({ length: count }, (): Fate => anyFate(random));
  for (const fate of [...EXTREMES, ...between]) {
    const image = imageOf(snapshot, fate, random);
    yield { how: `power cut after ${snapshot.after}: ${fate.how}`, image, mark: snapshot.mark };
  }
}

/** Tells images apart. */
export function digestOf(image: Image): string {
  const hash = createHash('sha1');
  for (const [folder, files] of [...image].sort(([one], [other]) => (one < other ? -1 : 1))) {
    hash.update(`\n${folder}`);
    for (const [name, bytes] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
      hash.update(`\n${name} ${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** Changes are lost one by one, from a place on, or come in another order than they were made in. */
function anyFate(random: Random): Fate {
  const share = random.pick([0.25, 0.5, 0.75]);
  const changes = random.pick<Fate['changes']>([
    (pending) => pending.filter(() => random.chance(share)),
    (pending) => pending.slice(0, random.integer(0, pending.length)),
    (pending) => random.some(pending, random.integer(0, pending.length)),
    all,
  ]);
  return { how: 'some of it arrived', changes, loss: () => random.pick(LOSSES) };
}

function imageOf(
  { contents, folders }: Pick<Snapshot<unknown>, 'contents' | 'folders'>,
  fate: Fate,
  random: Random,
): Image {
  const bytes = new Map<Content, Buffer>();
  const bytesOf = (content: Content): Buffer => {
    const known = bytes.get(content) ?? afterLoss(contents.get(content) ?? content, fate.loss(), random);
    bytes.set(content, known);
    return known;
  };
  const found = new Map(
    [...folders].map(([path, { certain, pending }]) => [path, applied(certain, fate.changes(pending))]),
  );
  const somewhere = new Set([...found.values()].flatMap((names) => [...names.values()]));
  for (const [path, { pending }] of folders) {
    for (const { gone, moved } of pending) {
      if (gone !== undefined && moved && !somewhere.has(moved)) found.get(path)?.set(gone, moved);
    }
  }
  return new Map(
    [...found].map(([path, names]) => [path, new Map([...names].map(([name, content]) => [name, bytesOf(content)]))]),
  );
}

function afterLoss({ live, synced }: Readonly<Content>, loss: Loss, random: Random): Buffer {
  if (live.equals(synced)) return live;
  const kept = Math.min(live.length, synced.length);
  const tail = live.length - kept;
  switch (loss) {
    case 'kept':
      return live;
    case 'dropped':
      return synced;
    case 'cut':
      return live.subarray(0, kept + random.integer(0, Math.max(0, tail - 1)));
    case 'zeros':
      return Buffer.concat([live.subarray(0, kept), Buffer.alloc(tail)]);
    case 'holes': {
      const holed = Buffer.from(live);
      const from = kept + random.integer(0, Math.max(0, tail - 1));
      return holed.fill(0, from, Math.min(holed.length, from + random.integer(1, 64)));
    }
  }
}
