/** How much of a workbook is read. A file that holds more is refused before anything of it is laid out in memory. */
export interface WorkbookLimits {
  /** Bytes of the file as it lies on the disk. */
  readonly mostBytes: number
  /** Entries of its archive. */
  readonly mostEntries: number
  /** Bytes of one part, and of all that are read, once they are unpacked. */
  readonly mostBytesOfPart: number
  readonly mostBytesUnpacked: number
  readonly mostSheets: number
  /** Cells and rows that are laid out where a workbook is read whole; a sheet that is read row by row has no such bound. */
  readonly mostCells: number
}

/** 100,000 rows of 15 columns, which is what people bring at most, unpack to some 70 MB: the sheet and its texts are two parts. */
export const workbookLimits: WorkbookLimits = {
  mostBytes: 50_000_000,
  mostEntries: 5000,
  mostBytesOfPart: 100_000_000,
  mostBytesUnpacked: 200_000_000,
  mostSheets: 200,
  mostCells: 2_000_000,
}
