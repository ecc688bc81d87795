/** Largest file that is opened. Unit: bytes. The page refuses by the same number before it reads anything. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024

/** Largest table. Unit: rows of one sheet, blank ones included. */
export const MAX_ROWS = 200_000

/** Widest table of a web page. Unit: cells of one row. */
export const MAX_COLUMNS = 1_000

/** Largest table of a text file. Unit: cells. */
export const MAX_CELLS = 8_000_000

/** Largest table of a workbook, which costs far more a cell than a text file. Unit: cells of all its sheets. */
export const MAX_WORKBOOK_CELLS = 1_500_000

/** What a packed file may unpack to, counted while it is unpacked, since declared sizes lie. Unit: bytes. */
export const MAX_UNPACKED_BYTES = 150 * 1024 * 1024

/** Most parts of a packed file; a workbook of a hundred sheets has about three hundred. */
export const MAX_PARTS = 2_000

/** Most tags of one part, since each becomes an object when it is read. A sheet may have three times as many. */
export const MAX_TAGS = 3_000_000
