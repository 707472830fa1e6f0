package org.opora.api.duties.spi;

import org.opora.api.text.Text;

/** A rule of the law in one of the shapes. */
public sealed interface Rule
    permits IntervalRule,
        CycleRule,
        QuotaRule,
        EntitlementRule,
        DeadlineRule,
        ExpiryRule,
        AgreementRule {
  /** Such as {@code cz.visit}. */
  String id();

  /** Name of the duty. */
  Text title();
}
