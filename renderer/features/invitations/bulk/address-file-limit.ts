/** In MB; a list of a hundred thousand addresses is far smaller. */
export const ADDRESS_FILE_LIMIT = 16;
