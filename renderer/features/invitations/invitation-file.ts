/** Whether a file is one that an invitation comes in, a hand-off or a mail, by its name. */
export function isInvitationFile({ name }: Pick<File, 'name'>): boolean {
  return /\.(handoff\.json|eml)$/i.test(name);
}
