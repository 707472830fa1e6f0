package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.FirstContact.Promise;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.intake.persistence.ContactQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * First contacts: anybody, with anything, by name or not. No person comes of it by itself; a file
 * that does keeps the link.
 */
@Component(service = ContactDesk.class)
public final class ContactDesk {
  private static final int LINE = 200;
  private static final int TEXT = 8000;
  private static final int LONGEST_PAGE = 100;
  private static final int A_DAY = 24 * 60;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Colleagues colleagues;
  private final CaseFiles files;
  private final Staff staff;
  private final Tasks tasks;
  private final Messages messages;
  private final ContactLaw law;
  private final Choices choices;
  private final IntakeDoor door;
  private final ContactSeals seals;

  @Activate
  public ContactDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference CaseFiles files,
      @Reference Staff staff,
      @Reference Tasks tasks,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference ContactLaw law,
      @Reference Choices choices) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.colleagues = colleagues;
    this.files = files;
    this.staff = staff;
    this.tasks = tasks;
    this.messages = messages;
    this.law = law;
    this.choices = choices;
    this.door = new IntakeDoor(access, audit);
    this.seals = new ContactSeals(keys);
  }

  /**
   * @param name null when they did not give one
   * @param reachedAt phone or another way to reach them, or null
   * @param advice what was said to them, or null
   */
  public record Said(
      String name,
      String reachedAt,
      String says,
      String advice,
      String wishTime,
      String wishPlace,
      String wishLanguage) {
    /** Once there is a file, who they are and how to reach them is with the person. */
    Said withoutPerson() {
      return new Said(null, null, says, advice, wishTime, wishPlace, wishLanguage);
    }
  }

  /**
   * @param at time of day, or null
   * @param topics codes, at least one
   * @param respondedOn when the centre answered; null while it has not
   * @param nextOn by when; null exactly when nothing follows
   * @param doer who sees to it
   * @param minutes spent, or null
   */
  public record Entry(
      LocalDate on,
      LocalTime at,
      Way way,
      Set<String> topics,
      Pressing urgency,
      Said said,
      LocalDate respondedOn,
      NextStep nextStep,
      LocalDate nextOn,
      StaffId doer,
      Integer minutes) {
    public Entry {
      topics = Set.copyOf(topics);
    }
  }

  /** An entry with its words, and with the version its form carries. */
  public record Seen(long version, ContactLine line, StaffId doer, Said said) {}

  /**
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID record(Viewer viewer, Entry entry) {
    access.require(viewer, Intake.WRITE);
    return tx.required(
        em -> {
          FirstContact row = new FirstContact(Ids.next(), viewer.staff());
          write(em, viewer, row, entry);
          follow(em, viewer, row, null);
          em.persist(row);
          em.flush();
          wrote(viewer, "intake.recorded", row);
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID contact, long version, Entry now) {
    FirstContact seen = tx.read(em -> Held.load(em, FirstContact.class, contact));
    require(viewer, Intake.WRITE, seen);
    tx.run(
        em -> {
          FirstContact row = Held.hold(em, FirstContact.class, contact);
          Refusals.fresh(row.version(), version);
          refuseForgotten(row);
          Promise before = row.promise();
          write(em, viewer, row, now);
          follow(em, viewer, row, before);
          wrote(viewer, "intake.amended", row);
        });
  }

  /**
   * A family comes of it: whatever opens the file, opens it in the same transaction. To open it is
   * done then; whatever else follows is seen to by somebody who may see the file.
   *
   * @throws org.opora.api.faults.Refused when it belongs to a file already
   */
  public CaseFileId opensFile(Viewer viewer, UUID contact, Supplier<CaseFileId> opening) {
    return tx.required(
        em -> {
          FirstContact row = Held.hold(em, FirstContact.class, contact);
          require(viewer, Intake.WRITE, row);
          if (row.file() != null) {
            throw Refusals.refused(null, "refused.intake-has-file");
          }
          refuseForgotten(row);
          CaseFileId file = opening.get();
          goesTo(em, viewer, row, file);
          wrote(viewer, "intake.file-opened", row);
          return file;
        });
  }

  /** In the transaction in which a family came of it, also by way of an inquiry. */
  void goesTo(EntityManager em, Viewer viewer, FirstContact row, CaseFileId file) {
    Promise before = row.promise();
    seals.move(row, file);
    if (before.step() == NextStep.OPEN_FILE) {
      tasks.doneBy(viewer, Refusals.BUNDLE, row.nextTask());
    } else if (before.asks() && open(em, row)) {
      row.handTo(able(viewer, file, row.doer()));
      follow(em, viewer, row, before);
    }
  }

  /** In the transaction in which it turned out that no file was to come of it. */
  void comesBack(EntityManager em, Viewer viewer, FirstContact row, String name, String phone) {
    Promise before = row.promise();
    seals.moveBack(row, name, phone);
    // What was done before the file came stays done.
    if (before.step() == NextStep.OPEN_FILE || open(em, row)) {
      follow(em, viewer, row, before);
    }
  }

  private static void refuseForgotten(FirstContact row) {
    if (row.anonymisedOn() != null) {
      throw Refusals.refused(null, "refused.intake-forgotten", row.anonymisedOn());
    }
  }

  private void write(EntityManager em, Viewer viewer, FirstContact row, Entry entry) {
    Promise before = row.promise();
    LocalDate on = Refusals.day("on", entry.on());
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future", on);
    }
    required("way", entry.way());
    required("topic", entry.topics().isEmpty() ? null : entry.topics());
    if (!choices.fits(Topic.LIST, entry.topics(), viewer.today(), row.topics())) {
      throw Refusals.refused("topic", "refused.choice-gone");
    }
    required("urgency", entry.urgency());
    required("nextStep", entry.nextStep());
    required("doer", entry.doer());
    boolean follows = entry.nextStep() != NextStep.NONE;
    if (follows) {
      Refusals.inOrder("nextOn", on, Refusals.day("nextOn", entry.nextOn()));
    }
    Promise now =
        new Promise(entry.nextStep(), follows ? entry.nextOn() : null, entry.doer(), row.file());
    promised(viewer, before, now);
    Said said = checked(entry.said());
    answered(viewer, on, said, entry);
    if (entry.minutes() != null && (entry.minutes() < 0 || entry.minutes() > A_DAY)) {
      throw Refusals.refused("minutes", "refused.intake-amount", A_DAY);
    }
    int days = IntakeFigures.on(em, entry.urgency().days(), on).orElse(0);
    row.came(
        on,
        entry.at(),
        entry.way(),
        choices.all(Topic.LIST).terms(entry.topics()).stream().map(Choices.Term::code).toList(),
        entry.urgency(),
        law.after(on, days),
        entry.minutes());
    row.words(seals.seal(row, row.file() == null ? said : said.withoutPerson()));
    row.next(now.step(), now.on(), now.doer(), entry.respondedOn());
  }

  /** Who is to do something can open the entry; what stood there before may be left as it was. */
  private void promised(Viewer viewer, Promise before, Promise now) {
    if (now.step() == NextStep.OPEN_FILE && now.file() != null && before.step() != now.step()) {
      throw Refusals.refused("nextStep", "refused.intake-has-file");
    }
    boolean kept = now.asks() ? now.equals(before) : now.doer().equals(before.doer());
    if (!kept && !doers(viewer, now.file()).contains(now.doer())) {
      throw Refusals.refused(
          "doer", now.file() == null ? "refused.intake-doer" : "refused.intake-doer-file");
    }
  }

  /** Whoever is to be called back has been answered only when they were told something. */
  private static void answered(Viewer viewer, LocalDate on, Said said, Entry entry) {
    if (entry.respondedOn() == null) {
      return;
    }
    Refusals.inOrder("respondedOn", on, entry.respondedOn());
    if (entry.respondedOn().isAfter(viewer.today())) {
      throw Refusals.refused("respondedOn", "refused.future", entry.respondedOn());
    }
    if (entry.nextStep() == NextStep.CALL_BACK && said.advice() == null) {
      throw Refusals.refused("advice", "refused.intake-not-answered");
    }
  }

  private static Said checked(Said said) {
    return new Said(
        Refusals.optional("name", said.name(), LINE),
        Refusals.optional("reachedAt", said.reachedAt(), LINE),
        Refusals.line("says", said.says(), TEXT),
        Refusals.optional("advice", said.advice(), TEXT),
        Refusals.optional("wishTime", said.wishTime(), LINE),
        Refusals.optional("wishPlace", said.wishPlace(), LINE),
        Refusals.optional("wishLanguage", said.wishLanguage(), LINE));
  }

  private static void required(String field, Object value) {
    if (value == null) {
      throw Refusals.refused(field, "refused.required");
    }
  }

  /**
   * What follows is a task of whoever sees to it. A correction of the entry leaves it to whom it
   * was handed on meanwhile; another step, another colleague, or another day after it was done is a
   * task of its own.
   *
   * @param before what was promised so far; null for a new entry
   */
  private void follow(EntityManager em, Viewer viewer, FirstContact row, Promise before) {
    Promise now = row.promise();
    boolean goesOn =
        before != null
            && now.asks()
            && now.sameAs(before)
            && row.nextTask() != null
            && (now.on().equals(before.on()) || open(em, row));
    if (!goesOn) {
      if (row.nextTask() != null) {
        tasks.withdraw(Refusals.BUNDLE, row.nextTask());
      }
      row.asks(now.asks() ? Ids.next() : null);
    }
    if (now.asks()) {
      tasks.put(
          viewer,
          new Tasks.NewTask(
              Refusals.BUNDLE,
              row.nextTask(),
              now.file(),
              now.file() == null ? null : Subject.of(now.file()),
              messages.title("intake.task." + now.step()),
              now.doer(),
              now.on(),
              "/intake/" + row.id()));
    }
  }

  private static boolean open(EntityManager em, FirstContact row) {
    return row.nextTask() != null && ContactQueries.waits(em, Refusals.BUNDLE, row.nextTask());
  }

  /** The same colleague, as long as they may see the file; otherwise who works with the family. */
  private StaffId able(Viewer viewer, CaseFileId file, StaffId doer) {
    Set<StaffId> able = doers(viewer, file);
    if (able.contains(doer)) {
      return doer;
    }
    StaffId keyWorker = files.header(viewer, file).keyWorker();
    return keyWorker != null && able.contains(keyWorker) ? keyWorker : viewer.staff();
  }

  /**
   * Colleagues who can see to it: those who may read entries of intake, and the file where there is
   * one, the viewer among them.
   *
   * @param file that has come of it, or null
   */
  public Set<StaffId> doers(Viewer viewer, CaseFileId file) {
    Set<StaffId> doers = new HashSet<>(colleagues.holding(viewer, Intake.READ, null, List.of()));
    if (file != null) {
      doers.retainAll(colleagues.holding(viewer, CaseFiles.READ, Subject.of(file), List.of()));
    }
    doers.add(viewer.staff());
    return doers;
  }

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of it
   */
  public Seen view(Viewer viewer, UUID contact) {
    return tx.read(
        em -> {
          FirstContact row = Held.load(em, FirstContact.class, contact);
          require(viewer, Intake.READ, row);
          return new Seen(
              row.version(), lines(viewer, List.of(row)).get(0), row.doer(), seals.open(row));
        });
  }

  /**
   * Without a word of what was said.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<ContactLine> list(
      Viewer viewer, ContactQueries.Which which, String after, int limit) {
    access.require(viewer, Intake.READ);
    return tx.read(
        em -> {
          Page<FirstContact> page =
              new ContactQueries(
                      em, access.scope(viewer, Intake.READ), access.scope(viewer, CaseFiles.READ))
                  .page(which, after, Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(lines(viewer, page.items()), page.next());
        });
  }

  private List<ContactLine> lines(Viewer viewer, List<FirstContact> rows) {
    Choices.Spoken topics = choices.all(Topic.LIST);
    Map<StaffId, String> names =
        staff.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.doer(), row.recordedBy()))
                .collect(Collectors.toSet()));
    return rows.stream()
        .map(
            row ->
                new ContactLine(
                    row.id(),
                    row.cameOn(),
                    row.cameAt(),
                    row.way(),
                    topics.terms(row.topics()),
                    row.urgency(),
                    row.respondBy(),
                    row.respondedOn(),
                    row.respondedOn() == null && row.respondBy().isBefore(viewer.today()),
                    row.nextStep(),
                    row.nextOn(),
                    names.get(row.doer()),
                    names.get(row.recordedBy()),
                    row.minutes(),
                    row.file()))
        .toList();
  }

  /**
   * Topics that the form offers.
   *
   * @param line what is corrected; null for a new entry
   */
  public List<Choices.Term> topics(Viewer viewer, ContactLine line) {
    return choices.offered(Topic.LIST, viewer.today(), line == null ? List.of() : line.about());
  }

  private void require(Viewer viewer, String permission, FirstContact row) {
    door.require(viewer, permission, row.file(), row.recordedBy(), row.doer());
  }

  private void wrote(Viewer viewer, String action, FirstContact row) {
    Subject self = new Subject(Subject.Kind.DRAWER, row.id());
    audit.wrote(
        viewer,
        action,
        row.file() == null ? List.of(self) : List.of(self, Subject.of(row.file())),
        "intake=" + row.id());
  }
}
