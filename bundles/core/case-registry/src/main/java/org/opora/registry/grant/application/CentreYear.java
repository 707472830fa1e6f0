package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.files.CareKind;
import org.opora.api.grant.spi.GrantLaw.Amount;
import org.opora.api.ids.PersonId;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.grant.domain.Facts;
import org.opora.registry.grant.domain.Span;
import org.opora.registry.grant.domain.Twelfths;
import org.opora.registry.grant.persistence.AgreementQueries;
import org.opora.registry.grant.persistence.CentreQueries;

/**
 * What belongs to all agreements for a year. Nearly all of them get what their kind and days say,
 * and the database counts those together; one by one are reckoned only those of families that had
 * another agreement before, or may get the supplement.
 */
final class CentreYear {
  private final AgreementYears years;
  private final AgreementQueries agreements;
  private final CentreQueries centre;
  private final Twelfths twelfths;

  CentreYear(EntityManager em, AgreementYears years) {
    this.years = years;
    this.agreements = new AgreementQueries(em);
    this.centre = new CentreQueries(em);
    this.twelfths = years.twelfths();
  }

  /**
   * @param agreements how many
   * @param entitled what belongs to them, in haléře
   */
  record Sum(long agreements, long entitled) {}

  /**
   * @param without files that are left out
   */
  Sum of(int year, Set<UUID> without) {
    long count = 0;
    long entitled = 0;
    for (CentreQueries.Alike alike : centre.alike(year)) {
      count += alike.count();
      entitled += alike.count() * plain(alike.kind(), alike.from(), alike.until(), year);
    }
    Set<UUID> files = special(year);
    files.addAll(without);
    List<Agreement> rows = agreements.inYear(files, year);
    Map<UUID, Facts> facts =
        years.facts(
            agreements,
            rows.stream().filter(row -> !without.contains(row.file().value())).toList(),
            year);
    for (Agreement row : rows) {
      entitled -= plain(row.kind(), row.concludedOn(), row.endedOn(), year);
      Facts known = facts.get(row.id());
      if (known == null) {
        count--;
      } else {
        entitled += Twelfths.sum(twelfths.of(known, year));
      }
    }
    return new Sum(count, entitled);
  }

  /** What belongs to the only agreement of a family without children. */
  private long plain(CareKind kind, LocalDate from, LocalDate until, int year) {
    return Twelfths.sum(
        twelfths.of(new Facts(kind, new Span(from, until), List.of(), List.of(), List.of()), year));
  }

  /** Files whose agreements may get something else; rather one too many than one too few. */
  private Set<UUID> special(int year) {
    Set<UUID> files = new HashSet<>(centre.following(year));
    Amount amount = years.amount(year).orElse(null);
    if (amount == null || amount.supplement() == 0) {
      return files;
    }
    if (amount.children() > 0) {
      files.addAll(centre.withStays(year, amount.children()));
    }
    List<PersonId> dependent =
        centre.dependent(year, amount.degrees()).stream().map(PersonId::new).toList();
    files.addAll(
        centre.files(
            years.aliases().idsOf(dependent).values().stream()
                .flatMap(Set::stream)
                .map(PersonId::value)
                .distinct()
                .toList()));
    return files;
  }

  /** Files that a wall at these, or at one of these people, closes. */
  Set<UUID> closed(Set<UUID> walled) {
    if (walled.isEmpty()) {
      return Set.of();
    }
    Set<UUID> files = new HashSet<>(walled);
    files.addAll(centre.files(List.copyOf(walled)));
    files.addAll(centre.paidFor(List.copyOf(walled)));
    return files;
  }
}
