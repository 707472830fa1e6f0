package org.opora.registry.ledgers.persistence;

import java.util.List;
import org.opora.registry.ledgers.domain.BalanceEntry;
import org.opora.registry.ledgers.domain.DutyExcuse;
import org.opora.registry.ledgers.domain.EducationEntry;
import org.opora.registry.ledgers.domain.HelpEntry;
import org.opora.registry.ledgers.domain.PromiseEntry;
import org.opora.registry.ledgers.domain.RespiteCarer;
import org.opora.registry.ledgers.domain.RespiteEntry;
import org.opora.registry.shared.persistence.Tables;

/** The tables of the ledgers. */
public final class LedgerTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              EducationEntry.class,
              HelpEntry.class,
              PromiseEntry.class,
              RespiteEntry.class,
              RespiteCarer.class,
              DutyExcuse.class,
              BalanceEntry.class),
          List.of(
              "EDUCATION_ENTRY.CARER",
              "HELP_ENTRY.CARER",
              "RESPITE_ENTRY.CHILD",
              "RESPITE_CARER.CARER",
              "DUTY_EXCUSE.PERSON",
              "BALANCE_ENTRY.PERSON"),
          List.of(
              "EDUCATION_ENTRY.FILE",
              "HELP_ENTRY.FILE",
              "PROMISE_ENTRY.FILE",
              "RESPITE_ENTRY.FILE",
              "RESPITE_ENTRY.CHILD_FILE",
              "DUTY_EXCUSE.FILE",
              "BALANCE_ENTRY.FILE"));

  private LedgerTables() {}
}
