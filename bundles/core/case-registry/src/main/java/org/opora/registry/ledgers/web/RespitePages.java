package org.opora.registry.ledgers.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.ledgers.application.Mark;
import org.opora.registry.ledgers.application.RespiteLedger;
import org.opora.registry.ledgers.application.RespiteLedger.Line;
import org.opora.registry.ledgers.application.RespiteLedger.NewRespite;
import org.opora.registry.shared.web.Model;

/** Pages of respite. */
final class RespitePages extends EntryPages<NewRespite, Line> {
  private static final int LONGEST = 1_000;
  private final RespiteLedger ledger;

  RespitePages(CaseFrame frame, RespiteLedger ledger, Messages messages) {
    super(frame, ledger, messages);
    this.ledger = ledger;
  }

  @Override
  Mark mark(Line entry) {
    return entry.mark();
  }

  @Override
  Stream<PersonId> people(Line entry) {
    return Stream.concat(Stream.of(entry.text().child()), entry.text().carers().stream());
  }

  /** A new one may be of several children; each has an entry of its own. */
  @Override
  NewRespite read(Request request, Form form, Line before) {
    return new NewRespite(
        before == null ? null : before.text().child(),
        ticked(form, "carers"),
        form.requiredDate("first"),
        form.requiredDate("last"),
        form.text("note", LONGEST),
        form.text("overWhy", LONGEST));
  }

  @Override
  UUID add(Request request, CaseFileId file, Form form, NewRespite typed) {
    return ledger.add(request.viewer(), file, ticked(form, "children"), typed);
  }

  private static Set<PersonId> ticked(Form form, String field) {
    Set<PersonId> ticked = new LinkedHashSet<>();
    for (String key : form.all(field)) {
      try {
        ticked.add(new PersonId(UUID.fromString(key)));
      } catch (IllegalArgumentException notAKey) {
        form.error(field, "form.choice", key);
      }
    }
    return ticked;
  }

  @Override
  Model fill(Model model, Request request, CaseFiles.Header header, Line before) {
    Set<PersonId> carers =
        before == null
            ? header.carers().stream().map(CaseFiles.Carer::person).collect(Collectors.toSet())
            : before.text().carers();
    List<String> children =
        before == null && header.children().size() == 1
            ? List.of(header.children().get(0).person().toString())
            : List.of();
    return model
        .with(
            "carers",
            choices(
                request,
                ledger.carers(request.viewer(), header.id()),
                before == null ? Set.of() : carers))
        .with("carerValues", carers.stream().map(PersonId::toString).toList())
        .with(
            "childChoices",
            choices(request, ledger.children(request.viewer(), header.id()), List.of()))
        .with("childValues", children);
  }
}
