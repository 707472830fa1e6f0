package org.opora.supervisedcontacts.requests.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.house.WorkingDays;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.requests.domain.ContactRequest;
import org.opora.supervisedcontacts.requests.domain.RequestId;
import org.opora.supervisedcontacts.requests.persistence.RequestQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Requests as pages and reports show them. */
@Component(service = RequestReader.class)
public final class RequestReader {
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final Access access;
  private final ContactDoor door;
  private final People people;
  private final Staff staff;
  private final WorkingDays days;

  @Activate
  public RequestReader(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people,
      @Reference Staff staff,
      @Reference WorkingDays days) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.access = access;
    this.door = new ContactDoor(access, people);
    this.people = people;
    this.staff = staff;
    this.days = days;
  }

  /** One request. */
  public RequestView view(Viewer viewer, RequestId id) {
    return transactions.read(
        em -> {
          ContactRequest row = Requests.find(em, id);
          door.require(viewer, SupervisedContactsModule.READ, row.whose());
          return views(viewer, List.of(row)).get(0);
        });
  }

  /** Of these keys those of requests of which the viewer may know. */
  public Set<UUID> known(Viewer viewer, Collection<UUID> keys) {
    return transactions.read(
        em ->
            Set.copyOf(
                RequestQueries.reached(
                    em, access.scope(viewer, SupervisedContactsModule.READ), keys)));
  }

  /** Of these children, the last first. */
  public List<RequestView> of(Viewer viewer, Collection<ChildFileId> childFiles) {
    return transactions.read(
        em ->
            views(
                viewer,
                RequestQueries.of(
                    em,
                    access.scope(viewer, SupervisedContactsModule.READ),
                    childFiles.stream().map(ChildFileId::value).toList())));
  }

  /**
   * Open ones by the day on which somebody asked, or answered ones, the last first.
   *
   * @param after cursor of the page before, or null
   */
  public Page<RequestView> list(Viewer viewer, boolean answered, UUID after, int limit) {
    return transactions.read(
        em -> {
          ContactRequest last = after == null ? null : em.find(ContactRequest.class, after);
          List<ContactRequest> rows =
              RequestQueries.list(
                  em,
                  access.scope(viewer, SupervisedContactsModule.READ),
                  answered,
                  last == null || last.open() == answered ? null : last,
                  limit + 1);
          boolean more = rows.size() > limit;
          List<ContactRequest> shown = more ? rows.subList(0, limit) : rows;
          return new Page<>(
              views(viewer, shown), more ? shown.get(limit - 1).id().toString() : null);
        });
  }

  /** How many are open of those that the viewer may see. */
  public long open(Viewer viewer) {
    return transactions.read(
        em -> RequestQueries.open(em, access.scope(viewer, SupervisedContactsModule.READ)));
  }

  private List<RequestView> views(Viewer viewer, List<ContactRequest> rows) {
    Set<PersonId> asked = new HashSet<>();
    rows.forEach(row -> asked.add(row.whose().child()));
    rows.stream().map(ContactRequest::person).filter(Objects::nonNull).forEach(asked::add);
    Map<PersonId, PersonName> names = people.names(viewer, asked);
    Map<StaffId, String> colleagues =
        staff.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.writtenBy(), row.decidedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return rows.stream().map(row -> view(viewer, row, names, colleagues)).toList();
  }

  private RequestView view(
      Viewer viewer,
      ContactRequest row,
      Map<PersonId, PersonName> names,
      Map<StaffId, String> colleagues) {
    boolean opened = door.readsWords(viewer, row.childFile());
    LocalDate by = row.answerBy();
    return new RequestView(
        row.id(),
        row.version(),
        row.whose(),
        names.get(row.whose().child()),
        row.asker(),
        row.person() != null && names.containsKey(row.person()) ? row.person() : null,
        row.body(),
        open(row, RequestSeals.NAME, row.name()),
        row.askedOn(),
        row.channel(),
        opened ? open(row, RequestSeals.WISH, row.wish()) : null,
        by,
        by == null ? null : days.doBy(by),
        row.open() && by != null && by.isBefore(viewer.today()),
        row.state(),
        row.plan(),
        row.decidedOn(),
        row.decidedBy() == null ? null : colleagues.get(row.decidedBy()),
        opened ? open(row, RequestSeals.REASON, row.reason()) : null,
        colleagues.get(row.writtenBy()),
        opened);
  }

  private String open(ContactRequest row, String place, byte[] words) {
    return sealed.open(row.childFile(), place, row.key(), words);
  }
}
