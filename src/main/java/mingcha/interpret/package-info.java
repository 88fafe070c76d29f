/**
 * Pages and grids in, {@link mingcha.disclosure.Content} out: which disclosure is this, which
 * table, which project; what does each grid claim? {@link mingcha.interpret.Interpreter} is the
 * door. The files of one disclosure are told apart by {@link mingcha.interpret.Editions} and made
 * one by {@link mingcha.interpret.Joined}.
 *
 * <p>The one idea: the forms are prescribed by the Ministry of Finance, the layouts are not. A
 * table comes with its grid, or as the text of a PDF with names wrapped in the middle, or one cell
 * a line; so every layout is first brought to one shape ({@code Line}, {@code ProjectRow}), and
 * what the form says of itself decides the rest: its title, its prescribed labels, and the sums
 * that must hold among its figures. Where these do not decide, a reading is kept with a doubt
 * rather than guessed.
 *
 * <p>In this order: {@code StructureReader} sets the contents page, the statutory tables and the
 * headings apart; {@code IdentityReader} says which disclosure it is; {@code SubjectLines}, {@code
 * ItemLines}, {@code ThreePublicLines} and {@code RelatedInformation} make lines of the statutory
 * tables; {@code ProjectForms} makes projects and indicators of what is left; {@code Narrative}
 * joins the figures of the running text to the lines they speak of, or makes statements of them, as
 * {@code ProseStatements} does of any other sentence with figures; {@code RowEntries} keeps the
 * rows of all other tables. What remains are passages. Ids are given last, so that a better reader
 * of any part keeps the ids of all the others.
 */
@NullMarked
package mingcha.interpret;

import org.jspecify.annotations.NullMarked;
