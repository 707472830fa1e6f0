package org.opora.registry.grant.persistence;

import java.util.List;
import org.opora.registry.grant.domain.BandNote;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.grant.domain.ExpenseWriter;
import org.opora.registry.grant.domain.Receipt;
import org.opora.registry.grant.domain.Settlement;
import org.opora.registry.shared.persistence.Tables;

/** The tables of the state contribution. */
public final class GrantTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              Expense.class, ExpenseWriter.class, Receipt.class, Settlement.class, BandNote.class),
          List.of("GRANT_EXPENSE.CHILD"),
          List.of("GRANT_EXPENSE.FILE", "GRANT_RECEIPT.FILE", "GRANT_SETTLED_END.FILE"));

  private GrantTables() {}
}
