package org.opora.registry.legal.application;

import java.util.Comparator;
import java.util.List;
import org.opora.api.legal.spi.SigningLaw;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What the law packs, which come and go, say about who acts for a child. */
@Component(service = LawBook.class)
public final class LawBook {
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<SigningLaw> laws = List.of();

  /** For the container. */
  public LawBook() {}

  public LawBook(List<SigningLaw> laws) {
    this.laws = List.copyOf(laws);
  }

  /** The law of the house: the first by its id; null when no pack is installed. */
  SigningLaw law() {
    return laws.stream().min(Comparator.comparing(SigningLaw::id)).orElse(null);
  }
}
