package org.opora.registry.complaints.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Aliases;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.staff.Staff;
import org.opora.registry.complaints.application.DataRequestView.About;
import org.opora.registry.complaints.application.DataRequestView.Answer;
import org.opora.registry.complaints.application.DataRequestView.Asked;
import org.opora.registry.complaints.application.DataRequestView.Extension;
import org.opora.registry.complaints.domain.DataRequest;

/** Makes what is shown of requests about personal data, with the names of people. */
record DataRequestLines(
    Staff staff, People people, Aliases aliases, DataSeals seals, DataRequestLaw law) {

  List<DataRequestView> of(Viewer viewer, List<DataRequest> rows) {
    Map<StaffId, String> names =
        staff.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.writer(), row.answeredBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<PersonId, About> about = about(viewer, rows);
    return rows.stream().map(row -> view(viewer, row, about.get(row.person()), names)).toList();
  }

  /** Of whom each is, under whichever key the viewer knows them. */
  private Map<PersonId, About> about(Viewer viewer, Collection<DataRequest> rows) {
    Map<PersonId, Set<PersonId>> keys =
        aliases.idsOf(
            rows.stream()
                .map(DataRequest::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<PersonId, PersonName> seen =
        people.names(
            viewer, keys.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    Map<PersonId, About> about = new HashMap<>();
    keys.forEach(
        (person, all) ->
            Stream.concat(Stream.of(person), all.stream())
                .filter(seen::containsKey)
                .findFirst()
                .ifPresent(key -> about.put(person, new About(key, seen.get(key)))));
    return about;
  }

  private DataRequestView view(
      Viewer viewer, DataRequest row, About about, Map<StaffId, String> names) {
    Optional<DataRequestLaw.Due> due = law.due(row.askedOn(), row.extendedOn());
    LocalDate last = due.map(DataRequestLaw.Due::day).orElse(null);
    return new DataRequestView(
        row.id(),
        row.version(),
        new Asked(
            row.askedOn(),
            row.kind(),
            seals.open(row, "ASKED_BY", row.askedBy()),
            seals.open(row, "WHAT", row.what()),
            row.person()),
        about,
        last,
        due.map(DataRequestLaw.Due::paragraph).orElse(null),
        last != null && row.answeredOn() == null && viewer.today().isAfter(last),
        row.extendedOn() == null
            ? null
            : new Extension(row.extendedOn(), seals.open(row, "EXTENDED_WHY", row.extendedWhy())),
        row.answeredOn() == null
            ? null
            : new Answer(
                row.answeredOn(),
                row.answered(),
                seals.open(row, "ANSWER", row.answer()),
                names.get(row.answeredBy())),
        names.get(row.writer()));
  }
}
