package org.opora.registry.ledgers.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.ledgers.application.HelpLedger;
import org.opora.registry.ledgers.application.HelpLedger.Line;
import org.opora.registry.ledgers.application.HelpLedger.NewHelp;
import org.opora.registry.ledgers.application.Mark;
import org.opora.registry.shared.web.Model;

/** Pages of the expert help to carers. */
final class HelpPages extends EntryPages<NewHelp, Line> {
  private final HelpLedger ledger;

  HelpPages(CaseFrame frame, HelpLedger ledger, Messages messages) {
    super(frame, ledger, messages);
    this.ledger = ledger;
  }

  @Override
  Mark mark(Line entry) {
    return entry.mark();
  }

  @Override
  Stream<PersonId> people(Line entry) {
    return Stream.of(entry.text().carer());
  }

  @Override
  NewHelp read(Request request, Form form, Line before) {
    UUID carer = form.requiredId("carer");
    return new NewHelp(
        carer == null ? null : new PersonId(carer),
        form.requiredDate("on"),
        form.requiredLine("what"),
        form.line("by"));
  }

  @Override
  Model fill(Model model, Request request, CaseFiles.Header header, Line before) {
    Map<PersonId, PersonName> carers = ledger.carers(request.viewer(), header.id());
    PersonId only = header.carers().size() == 1 ? header.carers().get(0).person() : null;
    List<PersonId> meant = before == null ? List.of() : List.of(before.text().carer());
    return model
        .with("carers", choices(request, carers, meant))
        .with("carer", before == null ? only : before.text().carer());
  }
}
