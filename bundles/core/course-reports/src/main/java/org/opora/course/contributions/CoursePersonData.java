package org.opora.course.contributions;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.evidence.Evidence;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.course.CourseModule;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.Recipient;
import org.opora.course.domain.ReportPart;
import org.opora.course.persistence.ReportQueries;
import org.opora.course.shared.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What reports hold of a person: parts about a child, what a carer said of them, that somebody got
 * one. The extract says which there are; the words speak of others, too, so each is looked at
 * before it is handed out.
 */
@Component
public final class CoursePersonData implements PersonDataOwner {
  private final Transactions tx;
  private final Evidence evidence;

  @Activate
  public CoursePersonData(
      @Reference(target = "(opora.unit=course)") Transactions tx, @Reference Evidence evidence) {
    this.tx = tx;
    this.evidence = evidence;
  }

  @Override
  public long count(Set<PersonId> person) {
    return tx.read(
        em -> {
          ReportQueries queries = new ReportQueries(em);
          Set<UUID> keys = keys(person);
          return (long) queries.about(keys).size()
              + queries.statedBy(keys).size()
              + queries.to(keys).size();
        });
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return tx.read(
        em -> {
          ReportQueries queries = new ReportQueries(em);
          Set<UUID> keys = keys(person);
          return Stream.of(
                  queries.about(keys).stream()
                      .map(part -> fact("extract.part", queries, part.report())),
                  queries.statedBy(keys).stream()
                      .map(
                          one ->
                              new Fact(
                                  Refusals.text("extract.statement"), one.givenOn().toString())),
                  queries.to(keys).stream()
                      .filter(one -> one.document() != null)
                      .map(one -> fact("extract.received", queries, one.report())))
              .flatMap(facts -> facts)
              .toList();
        });
  }

  private static Fact fact(String label, ReportQueries queries, UUID report) {
    CareReport row = queries.find(report).orElseThrow();
    return new Fact(Refusals.text(label), row.period().from() + " – " + row.period().until());
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return tx.read(
        em -> {
          ReportQueries queries = new ReportQueries(em);
          Set<UUID> keys = keys(person);
          Stream<Review> parts =
              queries.about(keys).stream()
                  .map(part -> review("extract.part", part.id(), part.report()));
          Stream<Review> said =
              queries.statedBy(keys).stream()
                  .map(
                      one ->
                          review(
                              "extract.statement",
                              one.id(),
                              queries.part(one.part()).map(ReportPart::report).orElseThrow()));
          return Stream.concat(parts, said).toList();
        });
  }

  private static Review review(String label, UUID record, UUID report) {
    return new Review(Refusals.text(label), record, "/course/" + report);
  }

  /** The part about a child goes as a whole; of a carer who said something, nothing stays. */
  @Override
  public void erase(Set<PersonId> person) {
    tx.run(
        em -> {
          ReportQueries queries = new ReportQueries(em);
          Set<UUID> keys = keys(person);
          queries.about(keys).stream().map(ReportPart::id).forEach(queries::removePart);
          queries.removeStatements(keys);
          queries.to(keys).stream()
              .map(Recipient::id)
              .forEach(
                  one -> {
                    evidence.record(CourseModule.ID, one, List.of());
                    queries.removeRecipient(one);
                  });
        });
  }

  private static Set<UUID> keys(Set<PersonId> person) {
    return person.stream().map(PersonId::value).collect(Collectors.toSet());
  }
}
