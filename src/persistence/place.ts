/** Every key and database of this app begins with it. */
export const APP = 'rule-of-law-indicators'

/**
 * Where this copy of the app lives. All pages opened from files share one storage, and so do the folders of a
 * server: the path keeps another copy's data apart. The inline script of index.html builds the same name.
 */
export const placeOf = ({ pathname }: Pick<Location, 'pathname'>): string =>
  pathname.replace(/\/index\.html$/, '/')
