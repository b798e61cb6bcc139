import { isHandOffName } from '#shared/model/hand-off.ts';

/** Whether a file is one that an invitation comes in, a hand-off or a mail, by its name. */
export function isInvitationFile({ name }: Pick<File, 'name'>): boolean {
  return isHandOffName(name) || /\.eml$/i.test(name);
}
