package org.opora.registry.care.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.care.Visits;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.shared.web.YesNo;

/** The form by which a visit is written down, corrected, amended or moved. */
final class VisitForm {
  private final Messages messages;

  VisitForm(Messages messages) {
    this.messages = messages;
  }

  /** Everybody of the family now, and whoever else was at the visit that is being corrected. */
  static List<Attendee> attendees(
      Request request, CaseFiles.Header header, Visits.VisitView visit) {
    Set<PersonId> unseen = unseen(visit);
    Stream<Attendee> now =
        Stream.concat(
            header.carers().stream()
                .map(one -> new Attendee(one.person(), one.name(), false, null, false)),
            header.children().stream()
                .map(
                    one ->
                        new Attendee(
                            one.person(),
                            one.name(),
                            true,
                            Words.age(one.birthDate(), request.viewer().today()),
                            unseen.contains(one.person()))));
    Stream<Attendee> then =
        visit == null
            ? Stream.empty()
            : visit.present().stream()
                .map(
                    one ->
                        new Attendee(
                            one.person(),
                            one.name(),
                            one.child(),
                            null,
                            unseen.contains(one.person())));
    return Stream.concat(now, then)
        .collect(
            Collectors.toMap(
                Attendee::person,
                Function.identity(),
                (first, second) -> first,
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** Children who were there, of whom the viewer sees no part. */
  private static Set<PersonId> unseen(Visits.VisitView visit) {
    if (visit == null) {
      return Set.of();
    }
    Set<PersonId> unseen =
        visit.present().stream()
            .filter(Visits.Present::child)
            .map(Visits.Present::person)
            .collect(Collectors.toSet());
    visit.children().forEach(part -> unseen.remove(part.child()));
    return unseen;
  }

  /**
   * @param visit what is written down already; null for a new one
   * @param place where it was, as far as is known
   */
  Reply show(
      Model model,
      Request request,
      Form form,
      Visits.VisitView visit,
      List<Attendee> attendees,
      Visits.Place place) {
    Map<PersonId, Visits.ChildPart> before =
        visit == null
            ? Map.of()
            : visit.children().stream()
                .collect(Collectors.toMap(Visits.ChildPart::child, Function.identity()));
    return model
        .with("visit", visit)
        .with("place", place)
        .with("announced", visit == null ? YesNo.YES : YesNo.of(visit.announced()))
        .with("rows", attendees.stream().map(one -> row(one, before)).toList())
        .with("presentChoices", attendees.stream().map(one -> choice(request, one)).toList())
        .with("presentValues", present(visit))
        .with("places", Choice.of(messages, request.locale(), "place", Visits.Place.values()))
        .with(
            "learnt",
            Choice.of(messages, request.locale(), "learnt-by", Visits.ViewLearntBy.values()))
        .with("announcedChoices", YesNo.choices(messages, request.locale(), "visit.announced"))
        .with("aloneChoices", YesNo.choices(messages, request.locale(), "visit.alone"))
        .form("visit-form", form);
  }

  private static Row row(Attendee who, Map<PersonId, Visits.ChildPart> before) {
    Visits.ChildPart part = before.get(who.person());
    return new Row(who, part, part == null ? null : YesNo.of(part.seenAlone()));
  }

  private Choice choice(Request request, Attendee who) {
    String name = who.name().spoken();
    return new Choice(
        who.person().toString(),
        who.age() == null ? name : name + ", " + messages.text(request.locale(), who.age()));
  }

  private static List<String> present(Visits.VisitView visit) {
    return visit == null
        ? List.of()
        : visit.present().stream().map(one -> one.person().toString()).toList();
  }

  /**
   * @param part what is written down already; null for adults and in a new form
   */
  public record Row(Attendee who, Visits.ChildPart part, YesNo alone) {}
}
