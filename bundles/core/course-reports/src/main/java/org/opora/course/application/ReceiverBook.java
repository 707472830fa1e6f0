package org.opora.course.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.addressees.Addressees;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.Receivers;
import org.opora.course.domain.Receivers.Receiver;
import org.opora.course.domain.Recipient;
import org.opora.course.domain.RecipientKind;
import org.opora.course.domain.RecipientPart;
import org.opora.course.domain.ReportPart;
import org.opora.course.persistence.ReportQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who gets a report, written down when it is begun and again when it is made out. */
@Component(service = ReceiverBook.class)
public final class ReceiverBook {
  private final Addressees addressees;
  private final ReportTools tools;

  @Activate
  public ReceiverBook(@Reference Addressees addressees, @Reference ReportTools tools) {
    this.addressees = addressees;
    this.tools = tools;
  }

  /** As the register knows them today. */
  record Today(List<Receiver> receivers, List<Addressees.Missing> missing) {}

  Today today(Viewer viewer, CaseFileId file) {
    Addressees.Report report = addressees.report(viewer, file);
    return new Today(report.to().stream().map(ReceiverBook::receiver).toList(), report.missing());
  }

  private static Receiver receiver(Addressees.Addressee one) {
    RecipientKind kind = RecipientKind.CHILD_AUTHORITY;
    if (!one.office()) {
      kind = RecipientKind.CARER;
    } else if (one.ofCarers()) {
      kind = RecipientKind.CARER_AUTHORITY;
    }
    return new Receiver(
        kind,
        one.carer(),
        one.body(),
        name(one),
        one.children().stream().map(Addressees.Named::person).collect(Collectors.toSet()));
  }

  /** With its town, which tells it from another one of that name, as far as a letter has room. */
  private static String name(Addressees.Addressee one) {
    String both = one.name() + ", " + one.town();
    boolean alone =
        one.town() == null
            || one.name().contains(one.town())
            || both.length() > ReportDesk.LONGEST_NAME;
    return alone ? one.name() : both;
  }

  /** Writes down who gets it. */
  void write(
      EntityManager em,
      CareReport row,
      List<ReportPart> parts,
      List<Receiver> receivers,
      LocalDate due) {
    int place = 0;
    for (Receiver one : receivers) {
      UUID id = Ids.next();
      Recipient to =
          new Recipient(
              id,
              row.id(),
              place++,
              one.kind(),
              one.person(),
              one.body(),
              tools.seals().to(row.file(), id, one.name()));
      to.due(due);
      em.persist(to);
      // Its parts lean on it.
      em.flush();
      parts.stream()
          .filter(part -> part.child() == null || one.children().contains(part.child()))
          .forEach(part -> em.persist(new RecipientPart(id, part.id())));
    }
  }

  /** As they were written down. */
  List<Receiver> written(ReportQueries queries, CareReport row) {
    Map<UUID, PersonId> children = new java.util.HashMap<>();
    queries.parts(row.id()).stream()
        .filter(part -> part.child() != null)
        .forEach(part -> children.put(part.id(), part.child()));
    Map<UUID, Set<PersonId>> whose = new java.util.HashMap<>();
    queries
        .recipientParts(row.id())
        .forEach(
            part -> {
              if (children.containsKey(part.part())) {
                whose
                    .computeIfAbsent(part.recipient(), first -> new LinkedHashSet<>())
                    .add(children.get(part.part()));
              }
            });
    List<Receiver> written = new ArrayList<>();
    queries
        .recipients(row.id())
        .forEach(
            one ->
                written.add(
                    new Receiver(
                        one.kind(),
                        one.person(),
                        one.body(),
                        tools.seals().to(row.file(), one),
                        whose.getOrDefault(one.id(), Set.of()))));
    return written;
  }

  /** Who gets it when it is made out today. */
  List<Receiver> now(ReportQueries queries, CareReport row, Today today, Set<PersonId> here) {
    List<Receiver> begun = written(queries, row);
    if (row.kind() == Kind.ON_REQUEST) {
      return begun;
    }
    Set<PersonId> parts = queries.children(row.id());
    return Receivers.of(begun, today.receivers(), parts, here, row.kind() == Kind.FINAL);
  }
}
