import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { InvitationTemplate } from '#shared/model/invitation.ts';
import { LinkHost } from '#shared/model/link-host.ts';
import { Cloud } from '#shared/model/partner.ts';
import { DEFAULT_SETTINGS, Settings } from '#shared/model/settings.ts';

/** A JSON object of which nothing is known. */
export const Raw = z.record(z.string(), z.unknown());
export type Raw = z.infer<typeof Raw>;

const asObject = (value: unknown): Raw => Raw.safeParse(value).data ?? {};
const asList = (value: unknown): readonly unknown[] => z.array(z.unknown()).safeParse(value).data ?? [];
const isHost = (value: unknown) => LinkHost.safeParse(value).success;
const isTemplate = (value: unknown) => InvitationTemplate.safeParse(value).success;

/** The settings in a file, part by part: a part that does not fit is its default, a template or host that does not fit left out. */
export function readSettings(file: unknown): Settings {
  const { language, linkHosts, templates, theme } = asObject(file);
  const hosts = asObject(linkHosts);
  const hostsOf = (cloud: Cloud) => asList(hosts[cloud]).flatMap((host) => LinkHost.safeParse(host).data ?? []);
  return {
    language: Settings.shape.language.catch(DEFAULT_SETTINGS.language).parse(language),
    theme: Settings.shape.theme.catch(DEFAULT_SETTINGS.theme).parse(theme),
    linkHosts: { '21vianet': hostsOf('21vianet'), global: hostsOf('global') },
    templates: asList(templates).flatMap((template) => InvitationTemplate.safeParse(template).data ?? []),
  };
}

/** What the file holds after settings were set: what changed, and beside it everything that we cannot read. */
export function writtenSettings(next: Settings, file: unknown): Raw {
  const before = asObject(file);
  const read = readSettings(file);
  const kept = (field: 'language' | 'theme') =>
    before[field] !== undefined && isDeepStrictEqual(next[field], read[field]) ? before[field] : next[field];
  return {
    ...before,
    language: kept('language'),
    theme: kept('theme'),
    linkHosts: writtenHosts(next.linkHosts, asObject(before.linkHosts)),
    templates: writtenTemplates(next.templates, asList(before.templates)),
  };
}

function writtenHosts(next: Settings['linkHosts'], before: Raw): Raw {
  const hosts = { ...before };
  for (const cloud of Cloud.options) {
    hosts[cloud] = [...next[cloud], ...asList(before[cloud]).filter((host) => !isHost(host))];
  }
  return hosts;
}

/** A template keeps the fields that we do not know. */
function writtenTemplates(next: Settings['templates'], before: readonly unknown[]): unknown[] {
  const known = before.filter(isTemplate).map(asObject);
  return [
    ...next.map((template) => ({ ...known.find(({ id }) => id === template.id), ...template })),
    ...before.filter((template) => !isTemplate(template)),
  ];
}
