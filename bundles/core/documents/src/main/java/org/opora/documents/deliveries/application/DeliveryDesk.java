package org.opora.documents.deliveries.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.spi.DeliveryWatcher;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.documents.DocumentsModule;
import org.opora.documents.deliveries.domain.DeliveryRow;
import org.opora.documents.deliveries.persistence.DeliveryQueries;
import org.opora.documents.shared.Refusals;
import org.opora.documents.shared.Walled;
import org.opora.documents.store.application.Filing;
import org.opora.documents.store.application.NewDocument;
import org.opora.documents.store.application.Sent;
import org.opora.documents.store.application.Shelf;
import org.opora.documents.store.domain.Place;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Deliveries are written down, proven, and struck out where they were noted by mistake. */
@Component(service = {DeliveryDesk.class, Deliveries.class})
public final class DeliveryDesk implements Deliveries {
  private static final String STORY = "delivery";
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 1_000;
  private static final int MOST_PROOFS = 100;
  private static final int EARLIEST_YEAR = 2_000;
  private final Transactions tx;
  private final Shelf shelf;
  private final Filing filing;
  private final People people;
  private final Bodies bodies;
  private final Staff staff;
  private final AuditTrail audit;
  private final Timeline timeline;
  private final Evidence evidence;
  private final Messages messages;
  private final DeliverySeals seals;
  private final DeliveryTasks tasks;
  private final Walled walled;
  private final List<DeliveryWatcher> watchers = new CopyOnWriteArrayList<>();

  @Activate
  public DeliveryDesk(
      @Reference(target = "(opora.unit=documents)") Transactions tx,
      @Reference Shelf shelf,
      @Reference Filing filing,
      @Reference People people,
      @Reference Bodies bodies,
      @Reference Staff staff,
      @Reference AuditTrail audit,
      @Reference Timeline timeline,
      @Reference Evidence evidence,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference Access access,
      @Reference Tasks tasks) {
    this.tx = tx;
    this.shelf = shelf;
    this.filing = filing;
    this.people = people;
    this.bodies = bodies;
    this.staff = staff;
    this.audit = audit;
    this.timeline = timeline;
    this.evidence = evidence;
    this.messages = messages;
    this.seals = new DeliverySeals(keys);
    this.tasks = new DeliveryTasks(tasks, messages);
    this.walled = new Walled(access, people);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addWatcher(DeliveryWatcher watcher) {
    watchers.add(watcher);
  }

  public void removeWatcher(DeliveryWatcher watcher) {
    watchers.remove(watcher);
  }

  /** Whoever wrote the document learns of it, in the same transaction. */
  private void changed(EntityManager em, Viewer viewer, DocumentId document) {
    if (!watchers.isEmpty()) {
      em.flush();
      // Also those of which the viewer must not know: what is proven is no matter of who notes it.
      List<Delivery> all =
          deliveries(shelf.view(viewer, document).line().place(), document, row -> true);
      watchers.forEach(watcher -> watcher.changed(viewer, document, all));
    }
  }

  @Override
  public UUID put(Viewer viewer, DocumentId document, NewDelivery delivery) {
    leaving(viewer, document);
    String name = name(viewer, delivery.to());
    check(viewer, delivery);
    UUID id = Ids.next();
    tx.run(
        em -> {
          // It may have been withdrawn, or have come in a new version, meanwhile.
          Shelf.View view = leaving(viewer, document);
          Shelf.Line line = view.line();
          Shelf.File file = asOf(viewer, view.files(), delivery.sentOn());
          Place place = line.place();
          DeliveryRow row =
              new DeliveryRow(
                  id,
                  document,
                  file.id(),
                  file.number(),
                  delivery,
                  seals.to(place, id, name),
                  viewer.staff(),
                  viewer.now());
          em.persist(row);
          tell(viewer, line, row, "delivery.told.sent", row.sentOn());
          tasks.put(viewer, line, home(viewer, line), row);
          wrote(viewer, "sent", place, row);
          changed(em, viewer, document);
        });
    return id;
  }

  private Shelf.View leaving(Viewer viewer, DocumentId document) {
    filing.changes(viewer, document);
    Shelf.View view = shelf.view(viewer, document);
    if (view.line().withdrawnOn() != null) {
      throw Refusals.refused(null, "delivery.refused.withdrawn");
    }
    return view;
  }

  /** What was there on a day; of a day before everything, what was there first. */
  private static Shelf.File asOf(Viewer viewer, List<Shelf.File> newestFirst, LocalDate day) {
    return newestFirst.stream()
        .filter(file -> !LocalDate.ofInstant(file.at(), viewer.zone()).isAfter(day))
        .findFirst()
        .orElse(newestFirst.get(newestFirst.size() - 1));
  }

  /** As it is called on that day; a letter that left keeps it. */
  private String name(Viewer viewer, Addressee to) {
    if (to.body() != null) {
      Bodies.Line line = bodies.lines(List.of(to.body())).get(to.body());
      if (line == null) {
        throw Refusals.refused("to", "delivery.refused.to");
      }
      return line.name();
    }
    if (to.person() != null) {
      PersonName name = people.names(viewer, List.of(to.person())).get(to.person());
      if (name == null) {
        throw Refusals.refused("to", "delivery.refused.to");
      }
      return name.spoken();
    }
    return Refusals.line("to-name", to.name(), LONGEST_NAME);
  }

  private static void check(Viewer viewer, NewDelivery delivery) {
    if (delivery.channel() == null) {
      throw Refusals.refused("channel", "refused.required");
    }
    if (delivery.sentOn() == null) {
      throw Refusals.refused("sent-on", "refused.required");
    }
    if (delivery.sentOn().isAfter(viewer.today()) || delivery.sentOn().getYear() < EARLIEST_YEAR) {
      throw Refusals.refused("sent-on", "delivery.refused.sent");
    }
    if (delivery.dueOn() != null && delivery.dueOn().getYear() < EARLIEST_YEAR) {
      throw Refusals.refused("due-on", "delivery.refused.due");
    }
  }

  @Override
  public void delivered(Viewer viewer, UUID delivery, long version, Receipt receipt) {
    Shelf.Line line = line(viewer, delivery);
    String why = check(viewer, row(viewer, delivery), version, receipt);
    proofOf(viewer, line, receipt.proof());
    tx.run(em -> settle(em, viewer, line, delivery, version, receipt, why));
  }

  /**
   * The same with a proof that is brought in; both or neither is written down.
   *
   * @param receipt without a proof
   * @param title of the proof among the documents
   */
  public void delivered(
      Viewer viewer, UUID delivery, long version, Receipt receipt, String title, Sent proof) {
    Shelf.Line line = line(viewer, delivery);
    String why = check(viewer, row(viewer, delivery), version, receipt);
    filing.addTo(
        viewer,
        line.id(),
        shelf.home(viewer, line).orElseThrow(NotFound::new),
        new NewDocument(line.kind(), title, line.place().person(), receipt.on(), null),
        proof,
        (em, place, id, number) ->
            settle(
                em,
                viewer,
                line,
                delivery,
                version,
                new Receipt(receipt.on(), receipt.outcome(), id, receipt.lateWhy()),
                why));
  }

  private String check(Viewer viewer, DeliveryRow row, long version, Receipt receipt) {
    if (row.version() != version || row.struck()) {
      throw new Stale();
    }
    if (receipt.outcome() == null) {
      throw Refusals.refused("outcome", "refused.required");
    }
    if (receipt.on() == null) {
      throw Refusals.refused("delivered-on", "refused.required");
    }
    if (receipt.on().isBefore(row.sentOn()) || receipt.on().isAfter(viewer.today())) {
      throw Refusals.refused("delivered-on", "delivery.refused.delivered");
    }
    String why = Refusals.optional("late-why", receipt.lateWhy(), LONGEST_REASON);
    boolean late =
        receipt.outcome().delivered() && row.dueOn() != null && receipt.on().isAfter(row.dueOn());
    if (late && why == null) {
      throw Refusals.refused("late-why", "delivery.refused.late");
    }
    return late ? why : null;
  }

  /** Another document of the same family that whoever writes this down sees as well. */
  private void proofOf(Viewer viewer, Shelf.Line line, DocumentId proof) {
    if (proof == null) {
      return;
    }
    boolean fits = proofs(viewer, line).stream().anyMatch(one -> one.id().equals(proof));
    if (!fits) {
      throw Refusals.refused("proof", "delivery.refused.proof");
    }
  }

  /** Documents of the family that may be the proof, the newest first. */
  public List<Shelf.Line> proofs(Viewer viewer, Shelf.Line line) {
    return shelf
        .home(viewer, line)
        .map(home -> shelf.of(viewer, home, null, MOST_PROOFS).items())
        .orElse(List.of())
        .stream()
        .filter(one -> one.withdrawnOn() == null && !one.id().equals(line.id()))
        .toList();
  }

  private void settle(
      EntityManager em,
      Viewer viewer,
      Shelf.Line line,
      UUID delivery,
      long version,
      Receipt receipt,
      String why) {
    Place place = line.place();
    DeliveryRow row = seen(em, viewer, delivery, version);
    row.settled(
        receipt.on(),
        receipt.outcome(),
        receipt.proof(),
        why == null ? null : seals.late(place, delivery, why));
    boolean delivered = receipt.outcome().delivered();
    String doing = delivered ? "delivered" : "returned";
    tell(viewer, line, row, "delivery.told." + doing, receipt.on());
    if (delivered && line.kind().told()) {
      CaseFileId home = home(viewer, line);
      About about = place.person() == null ? About.file(home) : About.person(home, place.person());
      evidence.record(
          DocumentsModule.ID,
          delivery,
          List.of(
              NewFact.of(Kinds.LETTER_DELIVERED, about, receipt.on())
                  .tiedTo(line.id().toString())));
    }
    tasks.settled(viewer, delivery);
    wrote(viewer, doing, place, row);
    changed(em, viewer, line.id());
  }

  /** Where the document is worked with; what went with a child is no more where it was brought. */
  private CaseFileId home(Viewer viewer, Shelf.Line line) {
    return shelf.home(viewer, line).orElse(line.place().file());
  }

  /**
   * It was noted by mistake and proves nothing; the trace and the reason stay.
   *
   * @throws Stale when it has another version by now, or was struck out
   */
  public void strike(Viewer viewer, UUID delivery, long version, String why) {
    Shelf.Line line = line(viewer, delivery);
    String reason = Refusals.line("why", why, LONGEST_REASON);
    tx.run(
        em -> {
          DeliveryRow row = seen(em, viewer, delivery, version);
          row.strike(seals.struck(line.place(), delivery, reason));
          timeline.withdraw(DocumentsModule.ID, delivery);
          evidence.record(DocumentsModule.ID, delivery, List.of());
          tasks.gone(delivery);
          wrote(viewer, "struck-out", line.place(), row);
          changed(em, viewer, line.id());
        });
  }

  /** Held to be changed; the file of its document may have gone to the archive meanwhile. */
  private DeliveryRow seen(EntityManager em, Viewer viewer, UUID delivery, long version) {
    DeliveryRow row = new DeliveryQueries(em).hold(delivery).orElseThrow(NotFound::new);
    filing.changes(viewer, row.document());
    if (row.version() != version || row.struck()) {
      throw new Stale();
    }
    return row;
  }

  /** The document behind it, for whoever may change it. */
  private Shelf.Line line(Viewer viewer, UUID delivery) {
    DocumentId document = row(viewer, delivery).document();
    filing.changes(viewer, document);
    return shelf.view(viewer, document).line();
  }

  /** Who may not know to whom it went does not know that anything did. */
  private DeliveryRow row(Viewer viewer, UUID delivery) {
    return tx.read(em -> new DeliveryQueries(em).find(delivery))
        .filter(row -> !walled.from(viewer, row.toPerson()))
        .orElseThrow(NotFound::new);
  }

  @Override
  public List<Delivery> of(Viewer viewer, DocumentId document) {
    return deliveries(
        shelf.view(viewer, document).line().place(),
        document,
        row -> !walled.from(viewer, row.toPerson()));
  }

  private List<Delivery> deliveries(
      Place place, DocumentId document, Predicate<DeliveryRow> shown) {
    List<DeliveryRow> rows =
        tx.read(em -> new DeliveryQueries(em).of(document.value())).stream().filter(shown).toList();
    Map<StaffId, String> names =
        staff.names(rows.stream().map(DeliveryRow::writtenBy).collect(Collectors.toSet()));
    return rows.stream().map(row -> delivery(place, row, names)).toList();
  }

  /**
   * One of a document.
   *
   * @throws NotFound also when it is of another document
   */
  public Delivery one(Viewer viewer, DocumentId document, UUID delivery) {
    return of(viewer, document).stream()
        .filter(one -> one.id().equals(delivery))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Delivery delivery(Place place, DeliveryRow row, Map<StaffId, String> names) {
    return new Delivery(
        row.id(),
        row.version(),
        row.document(),
        row.number(),
        new NewDelivery(
            new Addressee(row.toPerson(), row.toBody(), seals.to(place, row)),
            row.channel(),
            row.sentOn(),
            row.dueOn()),
        row.deliveredOn() == null
            ? null
            : new Receipt(row.deliveredOn(), row.outcome(), row.proof(), seals.late(place, row)),
        names.get(row.writtenBy()),
        seals.struck(place, row));
  }

  /**
   * Nothing is told of a document that is closed to some of those who work with the family, as the
   * story is silent about such documents themselves; whatever closes the line of the document
   * closes this one.
   */
  private void tell(Viewer viewer, Shelf.Line line, DeliveryRow row, String title, LocalDate on) {
    if (!line.kind().told()) {
      return;
    }
    timeline.put(
        viewer,
        new Timeline.NewEntry(
                DocumentsModule.ID,
                STORY,
                row.id(),
                line.place().owner(),
                on,
                line.kind().besides().orElse(DocumentsModule.READ),
                line.kind().dataClass(),
                messages.title(title),
                "/documents/" + line.id() + "/deliveries")
            .about(line.place().person())
            .writtenIn(line.place().file()));
  }

  private void wrote(Viewer viewer, String doing, Place place, DeliveryRow row) {
    audit.wrote(
        viewer,
        "delivery." + doing,
        List.of(place.owner()),
        "document=" + row.document() + " delivery=" + row.id());
  }
}
