package org.opora.registry.overrides.persistence;

import java.time.YearMonth;
import org.opora.api.text.Title;

/** How often a rule was gone on against in a month, and what it says. */
public record MonthCount(String rule, YearMonth month, int count, Title title) {}
