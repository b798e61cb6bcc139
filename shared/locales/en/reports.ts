/** What keeps a list from being exported. */
export const reportProblems = {
  reportUnwritable:
    'The file {file} cannot be written ({reason}), and nothing is left of it: check that it is no folder, that you may write there, and that the disk is not full.',
  reportInside:
    'The file {file} would lie in the workspace {folder}, whose own files are there: choose another folder.',
  sheetTooLong:
    'A sheet holds {most, number} rows and the list has more, so nothing was written: export it as csv or json.',
};
