package org.opora.registry.ledgers.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.ledgers.application.Mark;
import org.opora.registry.ledgers.application.PromiseLedger;
import org.opora.registry.ledgers.application.PromiseLedger.Line;
import org.opora.registry.ledgers.application.PromiseLedger.NewPromise;
import org.opora.registry.shared.web.Model;

/** Pages of what agreements promise. */
final class PromisePages extends EntryPages<NewPromise, Line> {
  private final PromiseLedger ledger;

  PromisePages(CaseFrame frame, PromiseLedger ledger, Messages messages) {
    super(frame, ledger, messages);
    this.ledger = ledger;
  }

  @Override
  Mark mark(Line entry) {
    return entry.mark();
  }

  /** It is of an agreement, and names nobody. */
  @Override
  Stream<PersonId> people(Line entry) {
    return Stream.empty();
  }

  @Override
  NewPromise read(Request request, Form form, Line before) {
    UUID agreement = form.requiredId("agreement");
    Integer months = form.number("months", 1, PromiseLedger.MOST_MONTHS);
    if (months == null) {
      form.error("months", "form.required");
    }
    return new NewPromise(
        agreement == null ? null : new AgreementId(agreement),
        form.requiredDate("first"),
        form.date("last"),
        months);
  }

  @Override
  Model fill(Model model, Request request, CaseFiles.Header header, Line before) {
    List<Choice> agreements =
        ledger.agreements(request.viewer(), header.id()).entrySet().stream()
            .map(
                one ->
                    new Choice(
                        one.getKey().toString(),
                        messages().text(request.locale(), "promise.of", one.getValue())))
            .toList();
    String only = agreements.size() == 1 ? agreements.get(0).value() : null;
    return model
        .with("agreements", agreements)
        .with("agreement", before == null ? only : before.text().agreement());
  }
}
