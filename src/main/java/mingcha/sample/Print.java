package mingcha.sample;

/** How the tables of a printed document are ruled, and what becomes of them where a page ends. */
enum Print {
  /** A line around every cell; each page of a table begins with its header. */
  RULED,
  /** Lines across only, and few; project forms, which nobody prints so, are ruled. */
  HALF_RULED,
  /**
   * Ruled; on the next page the table goes on without its header, and a row that the page's end
   * meets is cut there.
   */
  CONTINUED
}
