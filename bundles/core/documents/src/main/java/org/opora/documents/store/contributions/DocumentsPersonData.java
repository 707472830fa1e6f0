package org.opora.documents.store.contributions;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.documents.spi.DocumentKeeper;
import org.opora.api.evidence.Evidence;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Text;
import org.opora.api.timeline.Timeline;
import org.opora.documents.DocumentsModule;
import org.opora.documents.deliveries.domain.DeliveryRow;
import org.opora.documents.deliveries.persistence.DeliveryQueries;
import org.opora.documents.letters.persistence.LetterQueries;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.store.persistence.DocumentQueries;
import org.opora.documents.store.persistence.DocumentRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Documents about a person. The extract says what there is and of which day; what is in them and
 * how they are called may speak of others, so each is looked at before it is handed out.
 */
@Component
public final class DocumentsPersonData implements PersonDataOwner {
  private static final Text SENT = Text.of(DocumentsModule.ORIGIN, "delivery.fact");
  private static final Text SENT_ABOUT = Text.of(DocumentsModule.ORIGIN, "delivery.fact.about");
  private static final Text WRITTEN = Text.of(DocumentsModule.ORIGIN, "letter.fact");
  private final Transactions tx;
  private final Timeline timeline;
  private final Evidence evidence;
  private final Tasks tasks;
  private final List<DocumentKeeper> keepers = new CopyOnWriteArrayList<>();

  @Activate
  public DocumentsPersonData(
      @Reference(target = "(opora.unit=documents)") Transactions tx,
      @Reference Timeline timeline,
      @Reference Evidence evidence,
      @Reference Tasks tasks) {
    this.tx = tx;
    this.timeline = timeline;
    this.evidence = evidence;
    this.tasks = tasks;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addKeeper(DocumentKeeper keeper) {
    keepers.add(keeper);
  }

  public void removeKeeper(DocumentKeeper keeper) {
    keepers.remove(keeper);
  }

  @Override
  public long count(Set<PersonId> person) {
    return tx.read(
        em ->
            new DocumentQueries(em).countAbout(keys(person))
                + new DeliveryQueries(em).countTo(keys(person))
                + new LetterQueries(em).to(keys(person)).size());
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    Stream<Fact> sent =
        to(person).stream()
            .filter(row -> !row.struck())
            .map(row -> new Fact(SENT, row.sentOn().toString()));
    return Stream.concat(
            about(person).stream()
                // That an incident was written down may be what somebody must not learn.
                .filter(row -> row.withdrawnOn() == null && row.kind() != DocumentKind.INCIDENT)
                .map(row -> new Fact(label(row), row.datedOn().toString())),
            sent)
        .toList();
  }

  /** Also what was written to the person, and where went what is about them. */
  @Override
  public List<Review> review(Set<PersonId> person) {
    List<DocumentRow> about = about(person);
    List<DeliveryRow> to = to(person);
    Set<UUID> listed =
        Stream.concat(about.stream().map(DocumentRow::id), to.stream().map(DeliveryRow::id))
            .collect(Collectors.toSet());
    Stream<Review> written =
        tx.read(em -> new LetterQueries(em).to(keys(person))).stream()
            .filter(document -> !listed.contains(document))
            .map(document -> new Review(WRITTEN, document, "/documents/" + document));
    Stream<Review> elsewhere =
        tx.read(em -> new DeliveryQueries(em).about(keys(person))).stream()
            .filter(row -> !listed.contains(row.id()))
            .map(row -> sent(SENT_ABOUT, row));
    return Stream.of(
            about.stream().map(row -> new Review(label(row), row.id(), "/documents/" + row.id())),
            written,
            to.stream().map(row -> sent(SENT, row)),
            elsewhere)
        .flatMap(all -> all)
        .toList();
  }

  private static Review sent(Text label, DeliveryRow row) {
    return new Review(label, row.id(), "/documents/" + row.document() + "/deliveries");
  }

  @Override
  public void erase(Set<PersonId> person) {
    tx.run(
        em -> {
          DocumentQueries queries = new DocumentQueries(em);
          DeliveryQueries deliveries = new DeliveryQueries(em);
          deliveries.to(keys(person)).forEach(row -> forget(deliveries, row));
          new LetterQueries(em).forget(keys(person));
          for (DocumentRow row : queries.about(keys(person))) {
            deliveries.of(row.id()).forEach(one -> forget(deliveries, one));
            queries.remove(row.id());
            timeline.withdraw(DocumentsModule.ID, row.id());
            keepers.forEach(keeper -> keeper.gone(new DocumentId(row.id())));
          }
        });
  }

  /** With what it told, proved and asked for. */
  private void forget(DeliveryQueries deliveries, DeliveryRow row) {
    timeline.withdraw(DocumentsModule.ID, row.id());
    evidence.record(DocumentsModule.ID, row.id(), List.of());
    tasks.withdraw(DocumentsModule.ID, row.id());
    deliveries.remove(row.id());
  }

  private List<DeliveryRow> to(Set<PersonId> person) {
    return tx.read(em -> new DeliveryQueries(em).to(keys(person)));
  }

  private List<DocumentRow> about(Set<PersonId> person) {
    return tx.read(em -> new DocumentQueries(em).about(keys(person)));
  }

  private static Text label(DocumentRow row) {
    return Text.of(DocumentsModule.ORIGIN, "document.kind." + row.kind());
  }

  private static Set<UUID> keys(Set<PersonId> person) {
    return person.stream().map(PersonId::value).collect(Collectors.toSet());
  }
}
