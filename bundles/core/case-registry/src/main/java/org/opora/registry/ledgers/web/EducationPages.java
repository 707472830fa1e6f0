package org.opora.registry.ledgers.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.evidence.EducationForm;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.ledgers.application.EducationLedger;
import org.opora.registry.ledgers.application.EducationLedger.Line;
import org.opora.registry.ledgers.application.EducationLedger.NewEducation;
import org.opora.registry.ledgers.application.Ledger;
import org.opora.registry.ledgers.application.Mark;
import org.opora.registry.shared.web.Model;

/** Pages of the education of carers. */
final class EducationPages extends EntryPages<NewEducation, Line> {
  private final EducationLedger ledger;

  EducationPages(CaseFrame frame, EducationLedger ledger, Messages messages) {
    super(frame, ledger, messages);
    this.ledger = ledger;
  }

  @Override
  List<Route> routes() {
    List<Route> routes = new ArrayList<>(super.routes());
    routes.add(
        Route.page("/files/{file}/ledgers/education/{entry}/print", Ledger.READ, this::print));
    return routes;
  }

  /** A certificate that this was written down, for the carer. */
  private Reply print(Request request) {
    CaseFiles.Header header = frame().header(request);
    return model(request, header).with("entry", entry(request)).page("education-print");
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
  NewEducation read(Request request, Form form, Line before) {
    UUID carer = form.requiredId("carer");
    return new NewEducation(
        carer == null ? null : new PersonId(carer),
        form.requiredDate("on"),
        Hours.read(form),
        form.requiredChoice("form", EducationForm.class),
        form.requiredLine("topic"),
        form.line("provider"),
        form.line("certificate"));
  }

  @Override
  Model fill(Model model, Request request, CaseFiles.Header header, Line before) {
    Map<PersonId, PersonName> carers = ledger.carers(request.viewer(), header.id());
    PersonId only = header.carers().size() == 1 ? header.carers().get(0).person() : null;
    return model
        .with("carers", choices(request, carers, meant(before)))
        .with("carer", before == null ? only : before.text().carer())
        .with("hours", before == null ? null : Hours.typed(before.text().minutes()))
        .with(
            "forms",
            Choice.of(messages(), request.locale(), "education.form", EducationForm.values()));
  }

  private static List<PersonId> meant(Line before) {
    return before == null ? List.of() : List.of(before.text().carer());
  }
}
