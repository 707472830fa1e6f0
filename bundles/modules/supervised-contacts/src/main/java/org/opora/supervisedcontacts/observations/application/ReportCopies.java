package org.opora.supervisedcontacts.observations.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Documents;
import org.opora.api.documents.Documents.Paper;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.DocumentId;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.observations.domain.CopyId;
import org.opora.supervisedcontacts.observations.domain.ObservationReport;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;
import org.opora.supervisedcontacts.observations.domain.ReportCopy;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.persistence.ReportQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Copies of a report for those who get it, each a document of the child with what may stand in
 * theirs; and the one that stays in the file of the child.
 */
@Component(service = ReportCopies.class)
public final class ReportCopies {
  private final Transactions transactions;
  private final ReportSeals seals;
  private final ContactDoor door;
  private final ReportReader reader;
  private final ReportSource source;
  private final Receivers receivers;
  private final Documents documents;
  private final AuditTrail audit;
  private final Story story;
  private final Messages messages;

  @Activate
  public ReportCopies(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference ReportReader reader,
      @Reference ContactViews contacts,
      @Reference Receivers receivers,
      @Reference Documents documents,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.seals = new ReportSeals(new SealedTexts(keys));
    this.door = new ContactDoor(access, people);
    this.reader = reader;
    this.source = new ReportSource(transactions, reader, contacts);
    this.receivers = receivers;
    this.documents = documents;
    this.audit = audit;
    this.story = new Story(timeline, messages);
    this.messages = messages;
  }

  /**
   * How it would read to such a receiver; nothing is kept.
   *
   * @throws NotFound as {@link Receivers#of}
   */
  public Paper seen(Viewer viewer, ReportId id, ReceiverKind kind, boolean more) {
    Receiver nobody =
        new Receiver(kind, null, null, messages.text(viewer.locale(), "receiver." + kind));
    return paper(viewer).of(source.of(viewer, id), nobody, more);
  }

  private ReportPaper paper(Viewer viewer) {
    return new ReportPaper(messages, viewer, viewer.locale());
  }

  /**
   * What goes out.
   *
   * @param keys of those of {@link Receivers#of} who get a copy
   * @param court another court by name; null for none
   * @param moreWhy why carers and parents among them get all of it; null when they do not
   */
  public record Wanted(Set<String> keys, String court, String moreWhy) {
    public Wanted {
      keys = Set.copyOf(keys);
    }
  }

  /**
   * Makes a copy for each, one after the other. Who has a copy of this version gets no second one.
   * Not within a transaction.
   *
   * @param version of the report that was seen
   * @return how many were made
   * @throws org.opora.api.faults.Refused when it is not approved, nobody was chosen, somebody is to
   *     get more and the viewer does not approve reports, or it cannot be printed
   * @throws org.opora.api.faults.Stale when somebody else has changed it meanwhile
   */
  public int issue(Viewer viewer, ReportId id, long version, Wanted wanted) {
    String why = Refusals.optional("moreWhy", wanted.moreWhy(), Reports.REASON);
    ReportPaper.Stuff stuff = allowed(viewer, id, version, why);
    List<Receiver> chosen = chosen(viewer, id, wanted);
    int made = 0;
    for (Receiver to : chosen) {
      boolean more = why != null && !to.kind().whole();
      made += make(viewer, stuff, to, more ? why : null) ? 1 : 0;
    }
    return made;
  }

  /**
   * Puts what was approved among the documents of the child, with all that stands in it, where the
   * viewer is one who files. That it cannot be filed takes no approval back: the page of the report
   * says so, and somebody files it later. Not within a transaction.
   *
   * @return whether it lies among the documents now
   */
  public boolean whenApproved(Viewer viewer, ReportId id) {
    ReportView report = reader.view(viewer, id);
    try {
      if (report.may().issue()) {
        file(viewer, id, report.version());
      }
      return report.may().issue();
    } catch (Refused | NotAllowed | NotFound | Stale stays) {
      return false;
    }
  }

  /**
   * Puts it among the documents of the child; once for each version. Not within a transaction.
   *
   * @param version of the report that was seen
   * @throws Refused when it is not approved, or the file takes no document more
   * @throws Stale when somebody else has changed it meanwhile
   */
  public void file(Viewer viewer, ReportId id, long version) {
    String name = messages.text(viewer.locale(), "receiver." + ReceiverKind.FILE);
    make(
        viewer,
        allowed(viewer, id, version, null),
        new Receiver(ReceiverKind.FILE, null, null, name),
        null);
  }

  private ReportPaper.Stuff allowed(Viewer viewer, ReportId id, long version, String why) {
    ReportPaper.Stuff stuff = source.of(viewer, id);
    door.require(viewer, SupervisedContactsModule.WRITE, stuff.report().whose());
    Refusals.fresh(stuff.report().version(), version);
    if (!stuff.report().fast()) {
      throw Refusals.refused(null, "observation.not-approved");
    }
    if (why != null && !stuff.report().may().approve()) {
      throw Refusals.refused("moreWhy", "observation.more.not-yours");
    }
    return stuff;
  }

  private List<Receiver> chosen(Viewer viewer, ReportId id, Wanted wanted) {
    List<Receiver> chosen =
        new ArrayList<>(
            receivers.of(viewer, id).stream()
                .filter(one -> wanted.keys().contains(one.key()))
                .toList());
    String court = Refusals.optional("court", wanted.court(), 200);
    if (court != null) {
      chosen.add(new Receiver(ReceiverKind.COURT, null, null, court));
    }
    if (chosen.isEmpty()) {
      throw Refusals.refused("to", "observation.copies.nobody");
    }
    return chosen;
  }

  /** Somebody else made it meanwhile: one is enough. */
  private static final class Made extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private boolean make(Viewer viewer, ReportPaper.Stuff stuff, Receiver to, String why) {
    ReportId id = stuff.report().id();
    if (transactions.read(em -> there(em, ReportReader.find(em, id), to))) {
      return false;
    }
    Paper paper = paper(viewer).of(stuff, to, why != null);
    try {
      documents.report(
          viewer,
          stuff.report().whose().file(),
          paper,
          document -> transactions.run(em -> made(em, viewer, stuff.report(), to, why, document)));
      return true;
    } catch (Made twice) {
      return false;
    }
  }

  private boolean there(EntityManager em, ObservationReport row, Receiver to) {
    return new ReportQueries(em)
        .copies(List.of(row.key())).stream()
            .filter(one -> one.number() == row.number() && one.document() != null)
            .anyMatch(one -> same(row, one, to));
  }

  private boolean same(ObservationReport row, ReportCopy copy, Receiver to) {
    // In the file it lies once, in whichever language somebody filed it.
    return copy.kind() == to.kind() && (!to.kind().goesOut() || named(row, copy, to));
  }

  private boolean named(ObservationReport row, ReportCopy copy, Receiver to) {
    return Objects.equals(copy.person(), to.person())
        && Objects.equals(copy.body(), to.body())
        && to.name().equals(seals.open(row, ReportSeals.NAME, copy.id().value(), copy.name()));
  }

  private void made(
      EntityManager em,
      Viewer viewer,
      ReportView seen,
      Receiver to,
      String why,
      DocumentId document) {
    ObservationReport row =
        new ReportQueries(em).hold(seen.id().value()).orElseThrow(NotFound::new);
    if (!row.state().fast() || row.number() != seen.number()) {
      throw new Stale();
    }
    if (there(em, row, to)) {
      throw new Made();
    }
    CopyId id = CopyId.next();
    ReportCopy copy = new ReportCopy(id, row, to.kind(), to.person(), to.body());
    copy.made(
        document,
        seals.seal(row, ReportSeals.NAME, id.value(), to.name()),
        viewer.staff(),
        viewer.today());
    if (why != null) {
      copy.more(seals.seal(row, ReportSeals.MORE, id.value(), why));
    }
    em.persist(copy);
    if (to.kind().goesOut()) {
      row.issue();
    }
    story.tell(
        viewer,
        "contact-report",
        row.key(),
        row.whose(),
        row.contactOn(),
        "timeline.report." + row.state(),
        "/reports/" + row.id());
    audit.wrote(
        viewer,
        to.kind().goesOut()
            ? "supervised-contacts.report.copy"
            : "supervised-contacts.report.filed",
        List.of(Subject.of(row.childFile())));
  }
}
