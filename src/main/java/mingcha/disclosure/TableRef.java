package mingcha.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * Which table an entry stands in.
 *
 * @param form one of the ids of {@link Form}, or null where the table is no statutory one
 * @param number as printed, {@code 03}
 */
public record TableRef(@Nullable String form, String title, @Nullable String number) {}
