/** What a document may cost. All are far above what leaflets and articles need. */
export const LIMITS = {
  /** Bytes of a file with its own compression. */
  packedBytes: 50 * 1024 * 1024,
  /** Bytes of a text or web page: some 3,000 pages of a book. */
  textBytes: 10 * 1024 * 1024,
  /** Bytes of the parts of a DOCX, unpacked. */
  unpackedBytes: 100 * 1024 * 1024,
  pages: 2000,
  /** UTF-16 code units of the Markdown that comes out. */
  markdownChars: 10 * 1024 * 1024,
  /** Of the thread that reads a document: JavaScript objects, in MB. */
  heapMegabytes: 768,
  /** Growth of the whole process while a document is read, in bytes: buffers are not in the heap. */
  growthBytes: 1536 * 1024 * 1024,
  /** Milliseconds for one document. */
  time: 120_000,
  /** Milliseconds between two looks at the memory. */
  watch: 50,
} as const
