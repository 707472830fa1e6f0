package org.opora.supervisedcontacts.observations.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
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
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.observations.domain.ObservationReport;
import org.opora.supervisedcontacts.observations.domain.ReportCopy;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.observations.domain.ReportVersion;
import org.opora.supervisedcontacts.observations.persistence.ReportQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports as pages and lists show them. */
@Component(service = ReportReader.class)
public final class ReportReader {
  private final Transactions transactions;
  private final ReportSeals seals;
  private final Access access;
  private final ContactDoor door;
  private final People people;
  private final Staff staff;

  @Activate
  public ReportReader(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people,
      @Reference Staff staff) {
    this.transactions = transactions;
    this.seals = new ReportSeals(new SealedTexts(keys));
    this.access = access;
    this.door = new ContactDoor(access, people);
    this.people = people;
    this.staff = staff;
  }

  /** The present version of a report. */
  public ReportView view(Viewer viewer, ReportId id) {
    return view(viewer, id, null);
  }

  /**
   * One version of a report; its words only for whoever may read what was observed.
   *
   * @param number null for the present one
   * @throws NotFound also when the viewer may not know of it, or there is no such version
   */
  public ReportView view(Viewer viewer, ReportId id, Integer number) {
    return transactions.read(
        em -> {
          ObservationReport row = find(em, id);
          door.require(viewer, SupervisedContactsModule.READ, row.whose());
          return view(em, viewer, row, number == null ? row.number() : number);
        });
  }

  static ObservationReport find(EntityManager em, ReportId id) {
    ObservationReport row = em.find(ObservationReport.class, id.value());
    if (row == null) {
      throw new NotFound();
    }
    return row;
  }

  private ReportView view(EntityManager em, Viewer viewer, ObservationReport row, int number) {
    ReportQueries queries = new ReportQueries(em);
    List<ReportVersion> versions = queries.versions(row.key());
    ReportVersion shown =
        versions.stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(NotFound::new);
    List<ReportCopy> copies = queries.copies(List.of(row.key()));
    Map<StaffId, String> names = staff.names(colleagues(row, versions, copies));
    ReportView.May may = may(viewer, row);
    boolean opened = may.read();
    PersonId child = row.whose().child();
    return new ReportView(
        row.id(),
        row.version(),
        row.whose(),
        people.names(viewer, List.of(child)).get(child),
        row.contact(),
        row.contactChild(),
        row.contactOn(),
        row.state(),
        row.number(),
        names.get(row.author()),
        row.submittedOn(),
        version(row, shown, names, opened),
        opened ? seals.words(em, row, shown) : Map.of(),
        versions.stream().map(one -> version(row, one, names, opened)).toList(),
        copies.stream().map(one -> copy(row, one, names, opened)).toList(),
        row.returnedBy() == null
            ? null
            : new ReportView.Remark(
                names.get(row.returnedBy()),
                null,
                opened ? open(row, ReportSeals.RETURNED, row.key(), row.returned()) : null),
        row.withdrawnBy() == null
            ? null
            : new ReportView.Remark(
                names.get(row.withdrawnBy()),
                row.withdrawnOn(),
                opened ? open(row, ReportSeals.WITHDRAWN, row.key(), row.withdrawn()) : null),
        may);
  }

  private static Set<StaffId> colleagues(
      ObservationReport row, List<ReportVersion> versions, List<ReportCopy> copies) {
    Set<StaffId> all = new HashSet<>();
    all.add(row.author());
    all.add(row.returnedBy());
    all.add(row.withdrawnBy());
    versions.forEach(
        one -> {
          all.add(one.writtenBy());
          all.add(one.approvedBy());
        });
    copies.forEach(one -> all.add(one.madeBy()));
    all.remove(null);
    return all;
  }

  private ReportView.May may(Viewer viewer, ObservationReport row) {
    Subject subject = Subject.of(row.childFile());
    boolean approve = access.decide(viewer, SupervisedContactsModule.APPROVE, subject).allowed();
    return new ReportView.May(
        approve || door.readsWords(viewer, row.childFile()),
        access.decide(viewer, SupervisedContactsModule.RECORD, subject).allowed(),
        approve,
        access.decide(viewer, SupervisedContactsModule.WRITE, subject).allowed(),
        row.author().equals(viewer.staff()));
  }

  private ReportView.Version version(
      ObservationReport row, ReportVersion one, Map<StaffId, String> names, boolean opened) {
    return new ReportView.Version(
        one.number(),
        names.get(one.writtenBy()),
        one.writtenAt(),
        opened ? open(row, ReportSeals.REASON, one.id(), one.reason()) : null,
        one.approvedBy() == null ? null : names.get(one.approvedBy()),
        one.approvedAt());
  }

  private ReportView.Copy copy(
      ObservationReport row, ReportCopy one, Map<StaffId, String> names, boolean opened) {
    return new ReportView.Copy(
        one.id(),
        one.number(),
        one.kind(),
        opened ? open(row, ReportSeals.NAME, one.id().value(), one.name()) : null,
        one.more(),
        one.document(),
        one.madeOn(),
        names.get(one.madeBy()));
  }

  private String open(ObservationReport row, String place, UUID key, byte[] words) {
    return seals.open(row, place, key, words);
  }

  /**
   * Of the latest contact first.
   *
   * @param states at least one
   * @param after cursor of the page before, or null
   */
  public Page<ReportLine> list(Viewer viewer, Set<ReportState> states, UUID after, int limit) {
    return transactions.read(
        em -> {
          List<ObservationReport> rows =
              new ReportQueries(em)
                  .list(
                      access.scope(viewer, SupervisedContactsModule.RECORD),
                      EnumSet.copyOf(states),
                      after == null ? null : em.find(ObservationReport.class, after),
                      limit + 1);
          boolean more = rows.size() > limit;
          List<ObservationReport> shown = more ? rows.subList(0, limit) : rows;
          return new Page<>(
              lines(viewer, shown), more ? shown.get(limit - 1).key().toString() : null);
        });
  }

  /** How many are in this state of those that the viewer may read and write. */
  public long count(Viewer viewer, ReportState state) {
    return transactions.read(
        em ->
            new ReportQueries(em)
                .count(access.scope(viewer, SupervisedContactsModule.RECORD), state));
  }

  /** Of a child in one family, on contacts from the first of these days to the last. */
  public List<ReportLine> between(
      Viewer viewer, CaseFileId file, ChildFileId child, LocalDate from, LocalDate until) {
    return transactions.read(
        em ->
            lines(
                viewer,
                new ReportQueries(em)
                    .between(
                        access.scope(viewer, SupervisedContactsModule.READ),
                        child.value(),
                        file.value(),
                        from,
                        until)));
  }

  /**
   * Those that nobody has approved yet, of the latest contact first: on a person, as a child or as
   * whom the child met, and on these children.
   *
   * @param people every key of the person
   */
  public List<ReportLine> open(
      Viewer viewer, Collection<PersonId> people, Collection<ChildFileId> children, int limit) {
    return transactions.read(
        em ->
            lines(
                viewer,
                new ReportQueries(em)
                    .open(
                        access.scope(viewer, SupervisedContactsModule.READ),
                        people.stream().map(PersonId::value).toList(),
                        children.stream().map(ChildFileId::value).toList(),
                        limit)));
  }

  /**
   * The report of each of these children of a contact, as far as there is one: the last one, and
   * one that was withdrawn only where there is no other. The caller has decided whether the viewer
   * may know of them.
   */
  public Map<ContactChildId, ReportLine> of(Viewer viewer, Collection<ContactChildId> lines) {
    return transactions.read(
        em -> {
          Map<ContactChildId, ObservationReport> last = new LinkedHashMap<>();
          for (ObservationReport row :
              new ReportQueries(em).ofLines(lines.stream().map(ContactChildId::value).toList())) {
            last.merge(
                row.contactChild(),
                row,
                (first, other) -> first.state() == ReportState.WITHDRAWN ? other : first);
          }
          Map<ContactChildId, ReportLine> found = new LinkedHashMap<>();
          lines(viewer, new ArrayList<>(last.values()))
              .forEach(line -> found.put(line.line(), line));
          return found;
        });
  }

  private List<ReportLine> lines(Viewer viewer, List<ObservationReport> rows) {
    Map<PersonId, PersonName> children =
        people.names(viewer, rows.stream().map(row -> row.whose().child()).distinct().toList());
    Map<StaffId, String> authors =
        staff.names(rows.stream().map(ObservationReport::author).distinct().toList());
    return rows.stream()
        .map(
            row ->
                new ReportLine(
                    row.id(),
                    row.whose(),
                    children.get(row.whose().child()),
                    row.contact(),
                    row.contactChild(),
                    row.contactOn(),
                    row.state(),
                    row.number(),
                    authors.get(row.author()),
                    row.submittedOn()))
        .toList();
  }
}
