package org.opora.registry.grant.web;

import org.opora.api.web.Form;
import org.opora.registry.grant.domain.Money;
import org.opora.registry.shared.web.Words;

/** Sums of money as they are typed. */
final class Sums {
  private Sums() {}

  /** In haléře; null when empty or wrong, with an error beside the field when wrong. */
  static Long read(Form form, String field) {
    String typed = form.line(field);
    if (typed == null) {
      return null;
    }
    try {
      return Money.parse(typed);
    } catch (IllegalArgumentException noSum) {
      form.error(field, Words.of("grant.refused.sum", typed));
      return null;
    }
  }

  /** The same where there must be one. */
  static Long required(Form form, String field) {
    Long sum = read(form, field);
    if (sum == null) {
      form.error(field, "form.required");
    }
    return sum;
  }
}
