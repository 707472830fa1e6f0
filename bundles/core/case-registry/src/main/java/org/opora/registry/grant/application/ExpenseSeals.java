package org.opora.registry.grant.application;

import org.opora.api.access.Subject;
import org.opora.api.persistence.Keys;
import org.opora.registry.grant.domain.Expense;

/** The words of an expense hang on the key of the file. */
record ExpenseSeals(Keys keys) {
  static final String WHAT = "GRANT_EXPENSE.WHAT";
  static final String WHY = "GRANT_EXPENSE.JUSTIFICATION";
  static final String BAND = "GRANT_EXPENSE.BAND_REASON";
  static final String REASON = "GRANT_EXPENSE.REASON";
  static final String INVOICE = "GRANT_EXPENSE.INVOICE";
  static final String SUPPLIER = "GRANT_EXPENSE.SUPPLIER";
  static final String ACCOUNT = "GRANT_EXPENSE.ACCOUNT";
  static final String NOTE = "GRANT_EXPENSE.NOTE";

  byte[] seal(Expense row, String place, String plain) {
    return keys.seal(Subject.of(row.file()), place, row.id(), plain);
  }

  String open(Expense row, String place, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(row.file()), place, row.id(), sealed);
  }
}
