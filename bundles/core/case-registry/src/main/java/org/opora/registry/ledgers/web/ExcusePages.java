package org.opora.registry.ledgers.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.ledgers.application.ExcuseLedger;
import org.opora.registry.ledgers.application.ExcuseLedger.Line;
import org.opora.registry.ledgers.application.ExcuseLedger.NewExcuse;
import org.opora.registry.ledgers.application.Mark;
import org.opora.registry.ledgers.domain.ExcuseKind;
import org.opora.registry.shared.web.Model;

/** Pages of reasons why duties were not done. */
final class ExcusePages extends EntryPages<NewExcuse, Line> {
  private static final int LONGEST = 1_000;
  private final ExcuseLedger ledger;
  private final DueLines due;

  ExcusePages(CaseFrame frame, ExcuseLedger ledger, DueLines due, Messages messages) {
    super(frame, ledger, messages);
    this.ledger = ledger;
    this.due = due;
  }

  @Override
  Mark mark(Line entry) {
    return entry.mark();
  }

  @Override
  Stream<PersonId> people(Line entry) {
    return Stream.of(entry.text()).map(NewExcuse::person).filter(Objects::nonNull);
  }

  @Override
  NewExcuse read(Request request, Form form, Line before) {
    UUID person = form.id("person");
    return new NewExcuse(
        form.requiredChoice("kind", ExcuseKind.class),
        person == null ? null : new PersonId(person),
        form.text("rule", ExcuseLedger.LONGEST_RULE),
        form.requiredDate("first"),
        form.date("last"),
        reason(form));
  }

  private static String reason(Form form) {
    String reason = form.text("reason", LONGEST);
    if (reason == null) {
      form.error("reason", "form.required");
    }
    return reason;
  }

  /** A duty's own page asks for a form in which it stands already. */
  @Override
  Model fill(Model model, Request request, CaseFiles.Header header, Line before) {
    Map<PersonId, PersonName> people =
        new LinkedHashMap<>(ledger.carers(request.viewer(), header.id()));
    people.putAll(ledger.children(request.viewer(), header.id()));
    String rule = before == null ? request.query("rule").orElse(null) : before.text().rule();
    PersonId person = before == null ? null : before.text().person();
    return model
        .with("people", choices(request, people, person == null ? List.of() : List.of(person)))
        .with("person", person == null ? request.query("person").orElse(null) : person)
        .with("rule", rule)
        .with("rules", rules(request, header, rule))
        .with("kinds", Choice.of(messages(), request.locale(), "excuse.kind", ExcuseKind.values()));
  }

  /** Every duty that somebody of the family has today, and the one that is meant already. */
  private List<Choice> rules(Request request, CaseFiles.Header header, String rule) {
    Map<String, Choice> rules = new LinkedHashMap<>();
    for (Duties.Line line : due.all(request.viewer(), header.id()).orElse(List.of())) {
      rules.putIfAbsent(
          line.rule(), new Choice(line.rule(), messages().text(request.locale(), line.title())));
    }
    if (rule != null && ExcuseLedger.isRule(rule)) {
      Text title = ledger.title(rule);
      rules.putIfAbsent(
          rule, new Choice(rule, title == null ? rule : messages().text(request.locale(), title)));
    }
    return new ArrayList<>(rules.values());
  }
}
