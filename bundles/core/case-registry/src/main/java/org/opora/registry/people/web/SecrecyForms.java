package org.opora.registry.people.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonHit;
import org.opora.api.people.PersonName;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.people.application.PersonRecord;
import org.opora.registry.people.application.Secrecy;
import org.opora.registry.people.domain.Period;
import org.opora.registry.shared.web.Words;

/**
 * Writes down who must not learn where a person is. Whoever of that name is in the register is
 * offered; somebody says whether it is one of them.
 */
public final class SecrecyForms {
  private static final String PART = "reach";
  private static final String WHOM = "whom";
  private static final String NOBODY = "nobody";
  private static final String BORN = "born";
  private static final int OFFERED = 8;
  private static final int SEARCHED = 100;
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
    return page(request, null, null, null);
  }

  Reply add(Request request) {
    Form form = request.form();
    Secrecy.NewEntry entry = read(form);
    Offer offer = form.valid() ? offer(request, entry.who(), null, form) : null;
    return RecordFrame.save(
        request,
        PART,
        () -> secrecy.add(request.viewer(), RecordFrame.person(request), entry),
        Words.of("kept.added"),
        () -> page(request, null, offer, form));
  }

  Reply edit(Request request) {
    Secrecy.Entry entry = entry(request);
    return page(request, entry, offer(request, entry.who(), entry.whom(), null), null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    Secrecy.NewEntry now = read(form);
    Secrecy.Entry before = entry(request);
    String who = now.who() == null ? before.who() : now.who();
    Offer offer = offer(request, who, before.whom(), form.valid() ? form : null);
    return RecordFrame.save(
        request,
        PART,
        () -> secrecy.amend(request.viewer(), before.id(), form.version(), now),
        Words.of("kept.amended"),
        () -> page(request, entry(request), offer, form));
  }

  Reply remove(Request request) {
    Secrecy.Entry entry = entry(request);
    return RecordFrame.save(
        request,
        PART,
        () -> secrecy.remove(request.viewer(), entry.id(), request.form().version()),
        Words.of("kept.removed"),
        () ->
            page(
                request,
                entry(request),
                offer(request, entry.who(), entry.whom(), null),
                request.form()));
  }

  /**
   * Whether it is somebody of the register.
   *
   * @param choices empty when nobody is called so
   * @param more whether there are more of that name than are offered
   * @param asked the words about which this is asked: an answer about other words does not count
   */
  public record Offer(List<Choice> choices, boolean more, String asked) {}

  /**
   * While the question is open it stands as an error beside its field.
   *
   * @param linked whom the entry names until now, or null
   * @param form null when nothing is answered yet
   */
  private Offer offer(Request request, String who, PersonId linked, Form form) {
    LocalDate born = form == null ? null : form.date(BORN);
    Set<PersonId> own = people.idsOf(RecordFrame.person(request));
    List<PersonHit> alike =
        people.search(request.viewer(), who, null, SEARCHED).items().stream()
            .filter(hit -> !own.contains(hit.id()) && !hit.id().equals(linked))
            .filter(hit -> born == null || born.equals(hit.birthDate()))
            .toList();
    List<PersonHit> hits = alike.stream().limit(OFFERED).toList();
    List<Choice> choices = new ArrayList<>();
    if (linked != null) {
      PersonName name = people.names(request.viewer(), List.of(linked)).get(linked);
      choices.add(
          new Choice(
              linked.toString(),
              messages.text(request.locale(), "kept.linked-until-now", name.spoken())));
    }
    hits.forEach(hit -> choices.add(new Choice(hit.id().toString(), label(request, hit))));
    if (choices.isEmpty()) {
      return new Offer(List.of(), false, who);
    }
    request.shows(
        Stream.concat(Stream.ofNullable(linked), hits.stream().map(PersonHit::id))
            .map(Subject::of)
            .toList());
    choices.add(new Choice(NOBODY, messages.text(request.locale(), "kept.nobody-of-these")));
    if (form != null) {
      answered(form, who);
    }
    return new Offer(choices, alike.size() > hits.size(), who);
  }

  private static void answered(Form form, String who) {
    String asked = form.raw("asked");
    if (form.raw(WHOM).isEmpty()) {
      form.error(WHOM, Words.of("kept.choose"));
    } else if (!asked.isEmpty() && !asked.equals(who)) {
      form.error(WHOM, Words.of("kept.choose-again"));
    }
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

  private Reply page(Request request, Secrecy.Entry entry, Offer offer, Form form) {
    return frame.model(request).with("entry", entry).with("offer", offer).form("kept-form", form);
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
