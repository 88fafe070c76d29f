/**
 * Bytes in; pages of headings, paragraphs and grids out. An {@link mingcha.extract.Extractor}
 * answers with an {@link mingcha.extract.Outcome}: what it read, that there was nothing to read, or
 * why it failed. It never throws for what a file holds: one bad file is a row of the ledger, not
 * the end of a batch.
 *
 * <p>The one idea: nothing here knows what a budget is. A line stays a line, a tab-separated row
 * keeps every cell, empty ones too, and each block says where it stood; what it claims is for
 * {@code interpret} to find out.
 *
 * <p>{@link mingcha.extract.FileExtractor} is the door: it tells the type by the bytes and leaves
 * the rest to a reader of that type. {@link mingcha.extract.PdfExtractor} goes over each page once
 * ({@code PdfScan}) for glyphs and lines; where lines touch there is a table ({@code RuledTables}),
 * and where none parts two of its fields they are one cell. Lines that a table lacks are drawn
 * where its fields stand below each other ({@code AlignedTables}); where it has none at all its
 * columns are those of all its pages ({@code OpenTables}). Pages whose text layer is missing or
 * garbled ({@code TextLayer}) are read off their picture ({@code Ocr}) into the same glyphs and
 * lines, each with a confidence; the figures of cells are voted on ({@code FigureVotes}). OFD
 * ({@code OfdReader}) and pictures of pages ({@code ImageReader}) go the same way. {@link
 * mingcha.extract.TextExtractor} reads plain text in whatever encoding a county's clerk saved it:
 * the charset is not declared anywhere, so it is found by trying (see {@code Charsets}).
 *
 * <p>A file may hang its reader, eat the memory or crash the JVM, so {@link
 * mingcha.extract.Workers} stands before that door: it hands each file to one of two processes that
 * are used again ({@code WorkerProcess} here, {@link mingcha.extract.Worker} there), and the file
 * pays for what becomes of its process. Archives are unpacked there too ({@code Archives}), and
 * pages drawn ({@code PageRenderer}).
 */
@NullMarked
package mingcha.extract;

import org.jspecify.annotations.NullMarked;
