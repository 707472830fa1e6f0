package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Rooms;
import org.opora.api.choices.Choices;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.contacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.plans.domain.Places;

/** Rows of contacts in words: each kind of name is asked for once, however many rows there are. */
record LineReader(People people, Staff staff, Rooms rooms, Choices choices) {

  List<ContactLine> lines(EntityManager em, Viewer viewer, List<ContactRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<ContactRow> all =
        ContactQueries.ofContacts(em, rows.stream().map(ContactRow::id).distinct().toList());
    Map<UUID, List<ContactRow>> together =
        all.stream().collect(Collectors.groupingBy(ContactRow::id));
    Map<PersonId, PersonName> children =
        people.names(viewer, all.stream().map(row -> new PersonId(row.child())).toList());
    Map<StaffId, String> facilitators =
        staff.names(rows.stream().map(row -> new StaffId(row.facilitator())).toList());
    Map<UUID, String> places = places(viewer, rows);
    return rows.stream()
        .map(
            row ->
                line(
                    row,
                    together.getOrDefault(row.id(), List.of()),
                    children,
                    facilitators,
                    places.get(row.key())))
        .toList();
  }

  private static ContactLine line(
      ContactRow row,
      Collection<ContactRow> together,
      Map<PersonId, PersonName> children,
      Map<StaffId, String> facilitators,
      String where) {
    List<ContactRow> others =
        together.stream().filter(one -> !one.key().equals(row.key())).toList();
    List<PersonName> with =
        others.stream()
            .map(one -> children.get(new PersonId(one.child())))
            .filter(Objects::nonNull)
            .toList();
    return new ContactLine(
        row,
        children.get(new PersonId(row.child())),
        facilitators.get(new StaffId(row.facilitator())),
        where,
        with,
        others.size() - with.size());
  }

  /** Where each of these is, by the key of the row; where nobody said, it is missing. */
  Map<UUID, String> places(Viewer viewer, Collection<ContactRow> rows) {
    Set<RoomId> used = new HashSet<>();
    rows.stream()
        .map(ContactRow::room)
        .filter(Objects::nonNull)
        .map(RoomId::new)
        .forEach(used::add);
    Map<RoomId, String> names = used.isEmpty() ? Map.of() : rooms.names(used);
    boolean outside = rows.stream().anyMatch(row -> row.room() == null && row.place() != null);
    Choices.Spoken places = outside ? choices.all(Places.LIST) : null;
    return rows.stream()
        .filter(row -> row.room() != null || row.place() != null)
        .collect(
            Collectors.toMap(
                ContactRow::key,
                row ->
                    row.room() == null
                        ? places.term(row.place()).words().in(viewer.locale())
                        : names.getOrDefault(new RoomId(row.room()), "")));
  }
}
