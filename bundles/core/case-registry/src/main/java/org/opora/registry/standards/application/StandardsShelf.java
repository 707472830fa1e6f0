package org.opora.registry.standards.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.standards.spi.StandardsLaw;
import org.opora.api.standards.spi.StandardsLaw.Standard;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What the law packs say about standards; they come and go. The first pack that knows any on the
 * day counts.
 */
@Component(service = StandardsShelf.class)
public class StandardsShelf {
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<StandardsLaw> laws = List.of();

  /** For the container. */
  public StandardsShelf() {}

  public StandardsShelf(List<StandardsLaw> laws) {
    this.laws = List.copyOf(laws);
  }

  public Optional<Parameter<List<Standard>>> standards(LocalDate day) {
    return figure(StandardsLaw::standards, day);
  }

  public Optional<Parameter<Integer>> criteria(LocalDate day) {
    return figure(StandardsLaw::criteria, day);
  }

  public Optional<Parameter<Integer>> bestMark(LocalDate day) {
    return figure(StandardsLaw::bestMark, day);
  }

  private <T> Optional<Parameter<T>> figure(
      Function<StandardsLaw, List<Parameter<T>>> figures, LocalDate day) {
    return laws.stream()
        .sorted(Comparator.comparing(StandardsLaw::id))
        .flatMap(law -> StandardsLaw.on(figures.apply(law), day).stream())
        .findFirst();
  }
}
