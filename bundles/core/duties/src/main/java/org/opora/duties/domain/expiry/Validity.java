package org.opora.duties.domain.expiry;

import java.time.LocalDate;
import org.opora.duties.domain.Standing;

/**
 * Whether something that has to be valid is.
 *
 * @param until the last day of its validity, renewals on end included; null when it has no end, or
 *     when none is valid
 * @param since the first of the needed days, on end up to now, on which none was valid; null while
 *     one is, or when nobody can say
 */
public record Validity(Standing standing, LocalDate until, LocalDate since) {}
