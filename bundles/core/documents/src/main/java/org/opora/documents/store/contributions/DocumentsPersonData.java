package org.opora.documents.store.contributions;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.api.timeline.Timeline;
import org.opora.documents.DocumentsModule;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.store.persistence.DocumentQueries;
import org.opora.documents.store.persistence.DocumentRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Documents about a person. The extract says what there is and of which day; what is in them and
 * how they are called may speak of others, so each is looked at before it is handed out.
 */
@Component
public final class DocumentsPersonData implements PersonDataOwner {
  private final Transactions tx;
  private final Timeline timeline;

  @Activate
  public DocumentsPersonData(
      @Reference(target = "(opora.unit=documents)") Transactions tx, @Reference Timeline timeline) {
    this.tx = tx;
    this.timeline = timeline;
  }

  @Override
  public long count(Set<PersonId> person) {
    return tx.read(em -> new DocumentQueries(em).countAbout(keys(person)));
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return about(person).stream()
        // That an incident was written down may be what somebody must not learn.
        .filter(row -> row.withdrawnOn() == null && row.kind() != DocumentKind.INCIDENT)
        .map(row -> new Fact(label(row), row.datedOn().toString()))
        .toList();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return about(person).stream()
        .map(row -> new Review(label(row), row.id(), "/documents/" + row.id()))
        .toList();
  }

  @Override
  public void erase(Set<PersonId> person) {
    tx.run(
        em -> {
          DocumentQueries queries = new DocumentQueries(em);
          for (DocumentRow row : queries.about(keys(person))) {
            queries.remove(row.id());
            timeline.withdraw(DocumentsModule.ID, row.id());
          }
        });
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
