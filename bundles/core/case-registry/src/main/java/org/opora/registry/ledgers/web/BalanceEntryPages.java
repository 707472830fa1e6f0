package org.opora.registry.ledgers.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.importing.domain.Values;
import org.opora.registry.ledgers.application.BalanceLedger;
import org.opora.registry.ledgers.application.BalanceLedger.Line;
import org.opora.registry.ledgers.application.BalanceLedger.NewBalance;
import org.opora.registry.ledgers.application.Mark;
import org.opora.registry.ledgers.domain.BalanceEntry.Origin;
import org.opora.registry.ledgers.domain.BalanceKind;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Pages of opening balances; they are written down where they are confirmed, and nowhere else. */
final class BalanceEntryPages extends EntryPages<NewBalance, Line> {
  private static final int LONGEST_NOTE = 10_000;

  BalanceEntryPages(CaseFrame frame, BalanceLedger ledger, Messages messages) {
    super(frame, ledger, messages);
  }

  @Override
  List<Route> routes() {
    return super.routes().stream().filter(route -> !route.pattern().endsWith("/new")).toList();
  }

  @Override
  Mark mark(Line entry) {
    return entry.mark();
  }

  @Override
  Stream<PersonId> people(Line entry) {
    return Stream.of(entry.text().origin()).map(Origin::person).filter(Objects::nonNull);
  }

  /** Whom it is about, and of which time, stays as it came. */
  @Override
  NewBalance read(Request request, Form form, Line before) {
    Origin origin = before.text().origin();
    return origin.kind() == BalanceKind.NOTE
        ? new NewBalance(origin, null, form.text("note", LONGEST_NOTE))
        : new NewBalance(origin, quantity(form), null);
  }

  private static BigDecimal quantity(Form form) {
    BigDecimal quantity = Values.decimal(form.raw("quantity")).orElse(null);
    if (quantity == null) {
      form.error("quantity", Words.of("importing.refused.quantity"));
    }
    return quantity;
  }

  @Override
  Model fill(Model model, Request request, CaseFiles.Header header, Line before) {
    return model;
  }
}
