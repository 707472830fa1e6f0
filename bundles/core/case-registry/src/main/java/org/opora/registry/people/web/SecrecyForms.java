package org.opora.registry.people.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonHit;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.people.application.PersonRecord;
import org.opora.registry.people.application.Secrecy;
import org.opora.registry.people.domain.Period;
import org.opora.registry.shared.web.Choice;
import org.opora.registry.shared.web.Words;

/**
 * Writes down who must not learn where a person is. Whoever of that name is in the register is
 * offered; somebody says whether it is one of them.
 */
final class SecrecyForms {
  private static final String PART = "reach";
  private static final String WHOM = "whom";
  private static final String NOBODY = "nobody";
  private static final int OFFERED = 6;
  private final RecordFrame frame;
  private final People people;
  private final Secrecy secrecy;
  private final Messages messages;

  SecrecyForms(RecordFrame frame, People people, PersonRecord record, Messages messages) {
    this.frame = frame;
    this.people = people;
    this.secrecy = record.secrecy();
    this.messages = messages;
  }

  Reply blank(Request request) {
    return page(request, null, List.of(), null);
  }

  Reply add(Request request) {
    Form form = request.form();
    Secrecy.NewEntry entry = read(form);
    List<Choice> known = form.valid() ? known(request, form, entry.who()) : List.of();
    return RecordFrame.save(
        request,
        PART,
        () -> secrecy.add(request.viewer(), RecordFrame.person(request), entry),
        Words.of("kept.added"),
        () -> page(request, null, known, form));
  }

  Reply edit(Request request) {
    return page(request, entry(request), List.of(), null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    Secrecy.NewEntry now = read(form);
    Secrecy.Entry before = entry(request);
    return RecordFrame.save(
        request,
        PART,
        () -> secrecy.amend(request.viewer(), before.id(), form.version(), now),
        Words.of("kept.amended"),
        () -> page(request, entry(request), List.of(), form));
  }

  /** While the question is open it stands as an error beside its field. */
  private List<Choice> known(Request request, Form form, String who) {
    Set<PersonId> own = people.idsOf(RecordFrame.person(request));
    List<PersonHit> hits =
        people.search(request.viewer(), who, null, OFFERED).items().stream()
            .filter(hit -> !own.contains(hit.id()))
            .toList();
    if (hits.isEmpty()) {
      return List.of();
    }
    request.shows(hits.stream().map(hit -> Subject.of(hit.id())).toList());
    if (form.raw(WHOM).isEmpty()) {
      form.error(WHOM, Words.of("kept.choose"));
    }
    List<Choice> choices = new ArrayList<>();
    hits.forEach(hit -> choices.add(new Choice(hit.id().toString(), label(request, hit))));
    choices.add(new Choice(NOBODY, messages.text(request.locale(), "kept.nobody-of-these")));
    return choices;
  }

  private String label(Request request, PersonHit hit) {
    String born =
        hit.birthDate() == null
            ? messages.text(request.locale(), "person.born.unknown")
            : messages.text(request.locale(), "person.born.on", hit.birthDate());
    return messages.text(request.locale(), "person.known.option", hit.name().spoken(), born);
  }

  private Secrecy.Entry entry(Request request) {
    Secrecy.Entry entry = secrecy.one(request.viewer(), request.id("entry"));
    frame.belongs(request, entry.person());
    return entry;
  }

  private Reply page(Request request, Secrecy.Entry entry, List<Choice> known, Form form) {
    return frame.model(request).with("entry", entry).with("known", known).form("kept-form", form);
  }

  private static Secrecy.NewEntry read(Form form) {
    UUID whom = NOBODY.equals(form.raw(WHOM)) ? null : form.id(WHOM);
    return new Secrecy.NewEntry(
        whom == null ? null : new PersonId(whom),
        form.requiredLine("who"),
        form.line("reason"),
        new Period(form.requiredDate("from"), form.date("until")));
  }
}
