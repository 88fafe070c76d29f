package mingcha.disclosure;

/** A heading of the outline; level 1 is the outermost (第一部分), 2 一、, 3 （一）, 4 1. */
public record Heading(int level, String text, Source source) {}
