package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.FirstContactLaw.Code;
import org.opora.api.grant.spi.GrantLaw.Band;
import org.opora.api.persistence.Transactions;
import org.opora.registry.grant.persistence.ExpenseQueries;
import org.opora.registry.intake.application.ContactLaw;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The overview of the spending of a year, for the office that pays. As the shares of a year, it
 * holds for what is open to the viewer.
 */
@Component(service = SpendingDesk.class)
public final class SpendingDesk {
  private static final UUID NONE = new UUID(0, 0);
  private final Transactions tx;
  private final BandDesk bands;
  private final GrantBook law;
  private final ContactLaw rights;

  @Activate
  public SpendingDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference BandDesk bands,
      @Reference GrantBook law,
      @Reference ContactLaw rights) {
    this.tx = tx;
    this.bands = bands;
    this.law = law;
    this.rights = rights;
  }

  /**
   * @throws org.opora.api.faults.NotAllowed when the viewer may not see it
   * @throws org.opora.api.faults.NotFound when the viewer does not see every family
   */
  public YearSpending of(Viewer viewer, int year) {
    YearBands shares = bands.of(viewer, year);
    return tx.read(em -> of(em, viewer, shares));
  }

  private YearSpending of(EntityManager em, Viewer viewer, YearBands shares) {
    int year = shares.year();
    Set<UUID> closed = bands.closed(em, viewer);
    ExpenseQueries queries = new ExpenseQueries(em);
    Map<String, Long> sums = queries.byRight(year, NONE, closed);
    Map<String, Long> numbers = queries.numbers(year, closed);
    List<Band> groups = law.bands(year);
    return new YearSpending(
        shares,
        codes(year, sums)
            .map(
                code ->
                    new YearSpending.Right(
                        code,
                        rights.words(code),
                        groups.stream()
                            .filter(band -> band.rights().contains(code))
                            .findFirst()
                            .map(Band::title)
                            .orElse(null),
                        numbers.getOrDefault(code, 0L),
                        sums.getOrDefault(code, 0L)))
            .toList(),
        queries.received(year, closed));
  }

  /** Those of the law, and those for which something was spent. */
  private Stream<String> codes(int year, Map<String, Long> sums) {
    List<String> ofLaw =
        rights.rights(LocalDate.of(year, 12, 31)).stream().map(Code::code).toList();
    return Stream.concat(ofLaw.stream(), sums.keySet().stream().sorted())
        .collect(Collectors.toCollection(LinkedHashSet::new))
        .stream();
  }
}
